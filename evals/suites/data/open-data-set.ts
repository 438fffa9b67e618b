import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createQueryDataSkill,
  type DuckDbEngine,
  draftModel,
  openDuckDb,
  type Skill,
} from '../../../assistant/index.ts';
import { readColumnWords, readSemanticModel, type SemanticModel } from '../../../knowledge/index.ts';
import { projectFolder } from '../../own-data-sets.ts';

/** The tables of a data set behind the skill that answers data questions. */
export interface OpenDataSet {
  model: SemanticModel;
  engine: DuckDbEngine;
  skill: Skill;
  close(): Promise<void>;
}

/** A `model.yaml` that says `use: platform` takes the model of the demo platform, whose tables are in this schema. */
const usesPlatform = /^use:\s*platform\s*$/m;
const platformSchema = 'data_platform';

/**
 * Opens `tables/` with DuckDB. The semantic model is the folder's `model.yaml`, written like that of the corpus and filled
 * from the same dictionaries; without one it is drafted from the tables.
 */
export async function openDataSet(folder: string): Promise<OpenDataSet> {
  const file = join(folder, 'model.yaml');
  const written = existsSync(file) ? await readFile(file, 'utf8') : null;
  const isPlatform = written !== null && usesPlatform.test(written);
  const source = join(folder, 'tables');
  const engine = await openDuckDb({ source, ...(isPlatform ? { schema: platformSchema } : {}) });
  try {
    const model = await modelFor(written === null || isPlatform ? null : file, isPlatform, engine);
    return { model, engine, skill: createQueryDataSkill({ model, engine }), close: () => engine.close() };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function modelFor(file: string | null, isPlatform: boolean, engine: DuckDbEngine): Promise<SemanticModel> {
  const corpus = join(projectFolder(), 'knowledge', 'corpus');
  if (isPlatform) return readSemanticModel(corpus);
  if (file) return readSemanticModel(corpus, file);
  return draftModel({ title: '数据表', shapes: await engine.shapes(), engine }, await readColumnWords(corpus));
}
