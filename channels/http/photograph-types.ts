import { z } from 'zod';

/** What opens a conversation: its id and the secret that its page keeps. */
const opening = { conversationId: z.string().max(64), secret: z.string().max(128) };

export const PhotographListBody = z.strictObject(opening);
export const PhotographBody = z.strictObject({ ...opening, id: z.string().max(64) });
/** The fields beside the file in `multipart/form-data`; they come before it. */
export const PhotographFields = z.object({ ...opening, clientPhotoId: z.string().min(1).max(64) });

export const Photograph = z.object({
  id: z.string(),
  /** The page's own id of it. */
  clientPhotoId: z.string(),
  /** In pixels, at most 2048. */
  width: z.int(),
  height: z.int(),
  /** Numbers of the tickets it was filed with; empty while it waits for one. */
  tickets: z.array(z.string()),
});
export type Photograph = z.infer<typeof Photograph>;
export const PhotographList = z.object({ items: z.array(Photograph) });
export type PhotographList = z.infer<typeof PhotographList>;

export const TicketPhotographBody = z.strictObject({
  number: z.string().max(32),
  secret: z.string().max(100),
  id: z.string().max(64),
  size: z.enum(['image', 'preview']).default('preview'),
});
