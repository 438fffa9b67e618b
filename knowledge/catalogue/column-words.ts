import { join } from 'node:path';
import { z } from 'zod';
import { readYamlFile } from './corpus-file.ts';

const words = z.array(z.string().min(1));

/** How figures of a column may be put together, or what else it holds. */
export const columnKinds = ['sum', 'average', 'owner', 'time', 'place', 'label'] as const;

const ColumnConcept = z.strictObject({ ends: words.min(1), kind: z.enum(columnKinds), say: words });
export type ColumnConcept = z.infer<typeof ColumnConcept>;

/** `column-words.yaml`: how people call what the columns of tables are named for. */
export const ColumnWords = z.strictObject({
  concepts: z.array(ColumnConcept),
  things: z.array(z.strictObject({ nouns: words.min(1), say: words, measures: words })),
  totals: words,
  bodySuffixes: words,
});
export type ColumnWords = z.infer<typeof ColumnWords>;

/** @throws CorpusInvalid naming the file and what in it does not fit */
export function readColumnWords(corpusFolder: string): Promise<ColumnWords> {
  return readYamlFile(join(corpusFolder, 'data-platform', 'column-words.yaml'), ColumnWords);
}
