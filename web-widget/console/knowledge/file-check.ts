import { DeskError } from '../api/desk-client.ts';

/** The most megabytes that the desk reads of a file of each kind; it looks into each file itself. */
const mostMegabytes: Readonly<Record<string, number>> = {
  '.pdf': 30, '.docx': 30, '.xlsx': 10, '.html': 5, '.htm': 5, '.md': 5, '.markdown': 5, '.txt': 5,
}; // biome-ignore format: a small table
export const fileKinds = Object.keys(mostMegabytes);

interface Sentences {
  tooLarge: (megabytes: number) => string;
  typeNotRead: string;
  empty: string;
}

/** What need not travel to be refused: too large, empty, or of a kind that nobody reads. */
export const whyNotSent =
  (words: Sentences) =>
  ({ name, size }: { name: string; size: number }): DeskError | null => {
    const refuse = (code: string, message: string) => new DeskError(422, { code, message });
    const kind = fileKinds.find((one) => name.toLowerCase().endsWith(one));
    const most = kind === undefined ? undefined : mostMegabytes[kind];
    if (most === undefined) return refuse('type_not_read', words.typeNotRead);
    if (size > most * 2 ** 20) return refuse('too_large', words.tooLarge(most));
    return size === 0 ? refuse('file_empty', words.empty) : null;
  };
