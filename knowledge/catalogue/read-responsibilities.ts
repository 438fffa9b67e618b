import { join } from 'node:path';
import { readYamlFile } from './corpus-file.ts';
import { CorpusInvalid } from './read-matters.ts';
import { Responsibilities, type Responsibility } from './responsibility.ts';

/** The responsibility table of `folder` (`corpus/complaints`). */
export async function readResponsibilities(folder: string): Promise<Responsibility[]> {
  const file = join(folder, 'responsibilities.yaml');
  const { rows } = await readYamlFile(file, Responsibilities);
  const ids = new Set(rows.map(({ id }) => id));
  if (ids.size < rows.length) throw new CorpusInvalid(`${file}: rows: an id is there twice`);
  return rows;
}
