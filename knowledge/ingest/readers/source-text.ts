import { z } from 'zod';
import { ingestErrorCodes } from '../ingest-error.ts';

/** What a reader makes of a file: text whose headings are lines of `#`, a row of a table a line. */
export const SourceText = z.object({
  text: z.string(),
  /** As the file calls itself outside its text, such as `<title>`. */
  title: z.string().nullable(),
  /** Where each page begins in `text`, for files that have pages. A page without text begins where the next one does. */
  pages: z.array(z.number().int().nonnegative()).nullable(),
  /** 1-based pages that are pictures of text; empty for files without pages. */
  scannedPages: z.array(z.number().int().positive()),
});
export type SourceText = z.infer<typeof SourceText>;

/** The one message of the process that reads a file. */
export const ReaderMessage = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), source: SourceText }),
  z.object({ status: z.literal('refused'), code: z.enum(ingestErrorCodes), message: z.string() }),
]);
export type ReaderMessage = z.infer<typeof ReaderMessage>;

/** A file without pages. */
export const withoutPages = (text: string, title: string | null = null): SourceText => ({
  text,
  title,
  pages: null,
  scannedPages: [],
});
