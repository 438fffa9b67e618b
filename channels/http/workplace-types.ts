import { z } from 'zod';

/** What the console's frame shows over every page: the inbox and the search over everything. */
export const Inbox = z.object({
  items: z.array(
    z.object({
      id: z.int(),
      ticketNumber: z.string(),
      title: z.string(),
      /** A ticket's status, or `escalated_80` and the like. */
      kind: z.string(),
      at: z.iso.datetime(),
      isNew: z.boolean(),
    }),
  ),
  /** Of all lines, also those that are not among `items`. */
  unread: z.int(),
});
export type Inbox = z.infer<typeof Inbox>;
export const InboxSeenBody = z.strictObject({ lastId: z.int().nonnegative() });

export const SearchQuery = z.strictObject({ q: z.string().trim().min(1).max(60) });
export const SearchAnswer = z.object({
  items: z.array(
    z.object({
      kind: z.enum(['ticket', 'card', 'document', 'saved_question', 'account']),
      id: z.string(),
      title: z.string(),
      detail: z.string(),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
