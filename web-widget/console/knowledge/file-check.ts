import { DeskError } from '../api/desk-client.ts';

/** What the desk reads; it looks into each file itself. */
export const fileKinds = ['.pdf', '.docx', '.xlsx', '.html', '.htm', '.md', '.markdown', '.txt'] as const;

/** The most bytes of one file that the desk takes. */
const mostBytes = 50 * 2 ** 20;

interface Sentences {
  tooLarge: string;
  typeNotRead: string;
  empty: string;
}

/** What need not travel to be refused: too large, empty, or of a kind that nobody reads. */
export const whyNotSent =
  (words: Sentences) =>
  ({ name, size }: { name: string; size: number }): DeskError | null => {
    const refuse = (code: string, message: string) => new DeskError(422, { code, message });
    if (!fileKinds.some((kind) => name.toLowerCase().endsWith(kind))) return refuse('type_not_read', words.typeNotRead);
    if (size > mostBytes) return refuse('too_large', words.tooLarge);
    return size === 0 ? refuse('file_empty', words.empty) : null;
  };
