import { z } from 'zod';

/** What a sentence rests on: exactly `document.text.slice(start, end)` of the named document. */
export const Citation = z.object({
  docId: z.string(),
  title: z.string(),
  quote: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Citation = z.infer<typeof Citation>;
