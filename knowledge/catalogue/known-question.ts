import { join } from 'node:path';
import { z } from 'zod';
import { readTsvFile } from './corpus-file.ts';
import { facets } from './matter-card.ts';

/** A question as a citizen may put it, and the lines of a matter's card that answer it. */
export const KnownQuestion = z.strictObject({
  matter: z.string().min(1),
  /** Beginnings or pieces of the lines that answer, joined by ＋: a line is named by its own words, so that it may move. */
  says: z
    .string()
    .min(1)
    .transform((says) => says.split('＋')),
  text: z.string().min(1),
});
export type KnownQuestion = z.infer<typeof KnownQuestion>;

/** How a side of a matter is asked for, whatever the matter: 「要带啥子」. */
export const FacetQuestion = z.strictObject({ facet: z.enum(facets), text: z.string().min(1) });
export type FacetQuestion = z.infer<typeof FacetQuestion>;

/** The authored questions of `folder` (`corpus/routing`). */
export function readKnownQuestions(folder: string): Promise<KnownQuestion[]> {
  return readTsvFile(join(folder, 'questions.tsv'), KnownQuestion);
}

/** The authored ways of asking of `folder` (`corpus/routing`). */
export function readFacetQuestions(folder: string): Promise<FacetQuestion[]> {
  return readTsvFile(join(folder, 'facets.tsv'), FacetQuestion);
}
