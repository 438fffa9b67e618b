import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ComplaintCategory, ComplaintGroup, type Taxonomy } from './complaint-category.ts';
import { readYamlFile } from './corpus-file.ts';
import { CorpusInvalid } from './read-matters.ts';

/** The complaint taxonomy under `folder` (`corpus/complaints`): one file a level-1 group in `taxonomy/`. */
export async function readTaxonomy(folder: string): Promise<Taxonomy> {
  const inside = join(folder, 'taxonomy');
  const files = (await readdir(inside)).filter((file) => file.endsWith('.yaml')).sort();
  const groups = await Promise.all(files.map((file) => readYamlFile(join(inside, file), ComplaintGroup)));
  const categories = groups.flatMap((group) => group.categories);
  refuseRepeats(inside, categories);
  return { groups, categories };
}

/** The category with this code. Codes come from the taxonomy itself, so one that it does not hold is a fault. */
export function categoryOf({ categories }: Taxonomy, code: string): ComplaintCategory {
  const category = categories.find((candidate) => candidate.code === code);
  if (!category) throw new RangeError(`The taxonomy has no category ${code}`);
  return category;
}

function refuseRepeats(folder: string, categories: readonly ComplaintCategory[]): void {
  const seen = new Set<string>();
  for (const { code } of categories) {
    if (seen.has(code)) throw new CorpusInvalid(`${folder}: code: ${code} is there twice`);
    seen.add(code);
  }
}
