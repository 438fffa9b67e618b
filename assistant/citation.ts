import { z } from 'zod';
import type { Passage } from '../knowledge/index.ts';

/** What a sentence rests on: exactly `document.text.slice(start, end)` of the named document. */
export const Citation = z.object({
  docId: z.string(),
  title: z.string(),
  quote: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The page it stands on, from 1; of a card's line, in the document that it was read in. */
  page: z.int().positive().optional(),
  /** Of a card's line: the place in the document that it was read in. */
  readIn: z
    .object({
      docId: z.string(),
      title: z.string(),
      page: z.int().positive().nullable(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    })
    .optional(),
});
export type Citation = z.infer<typeof Citation>;

/** A passage as it is cited, under its headings. */
export function toCitation({ docId, heading, text, start, end, page, readIn }: Passage): Citation {
  return { docId, title: heading, quote: text, start, end, ...(page && { page }), ...(readIn && { readIn }) };
}
