import { z } from 'zod';
import { ComplaintCode } from './complaint-category.ts';

/** What a message is for; it decides the deadline next to the urgency. */
export const purposes = ['咨询', '求助', '投诉', '举报', '建议', '表扬'] as const;
export type Purpose = (typeof purposes)[number];

/** An authored citizen's message with the category it belongs to; what the complaint classifier learns from. */
export const ComplaintExample = z.strictObject({
  text: z.string().min(4),
  label: ComplaintCode,
  purpose: z.enum(purposes).optional(),
});
export type ComplaintExample = z.infer<typeof ComplaintExample>;
