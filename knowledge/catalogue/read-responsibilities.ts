import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readYamlFile } from './corpus-file.ts';
import { CorpusInvalid } from './read-matters.ts';
import { Responsibilities, type Responsibility } from './responsibility.ts';

/** The responsibility table of `folder` (`corpus/complaints`): one file a level-1 group in `responsibilities/`. */
export async function readResponsibilities(folder: string): Promise<Responsibility[]> {
  const inside = join(folder, 'responsibilities');
  const files = (await readdir(inside)).filter((file) => file.endsWith('.yaml')).sort();
  const parsed = await Promise.all(files.map((file) => readYamlFile(join(inside, file), Responsibilities)));
  const rows = parsed.flatMap((file) => file.rows);
  const ids = new Set<string>();
  for (const { id } of rows) {
    if (ids.has(id)) throw new CorpusInvalid(`${inside}: id: ${id} is there twice`);
    ids.add(id);
  }
  return rows;
}
