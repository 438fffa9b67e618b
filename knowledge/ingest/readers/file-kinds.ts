import path from 'node:path';

export const fileKinds = ['text', 'html', 'docx', 'xlsx', 'pdf'] as const;
export type FileKind = (typeof fileKinds)[number];

const kindOfExtension: Record<string, FileKind> = {
  '.md': 'text', '.markdown': 'text', '.txt': 'text', '.html': 'html', '.htm': 'html', '.docx': 'docx', '.xlsx': 'xlsx',
  '.pdf': 'pdf',
}; // biome-ignore format: a table

const megabyte = 2 ** 20;

/** A notice has some kilobytes; what is larger is an export or a mistake. Scans and pictures weigh more than words. */
export const mostBytesOf: Record<FileKind, number> = {
  text: 5 * megabyte,
  html: 5 * megabyte,
  docx: 30 * megabyte,
  xlsx: 10 * megabyte,
  pdf: 30 * megabyte,
};

/** More would weigh on every search; a code of law has some hundred thousand characters. */
export const mostCharacters = 2_000_000;

/** What kind of file a name says it is, or null when none of ours reads it. */
export function kindOfFile(file: string): FileKind | null {
  return kindOfExtension[path.extname(file).toLowerCase()] ?? null;
}
