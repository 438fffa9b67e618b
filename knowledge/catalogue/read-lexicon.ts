import { join } from 'node:path';
import { readTsvFile } from './corpus-file.ts';
import { DialectWord, EverydayWord, type Lexicon } from './lexicon.ts';

/** The word lists of `folder` (`corpus/lexicon`). */
export async function readLexicon(folder: string): Promise<Lexicon> {
  const [dialect, everyday] = await Promise.all([
    readTsvFile(join(folder, 'dialect.tsv'), DialectWord),
    readTsvFile(join(folder, 'colloquial.tsv'), EverydayWord),
  ]);
  return { dialect, everyday };
}
