import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createQueryDataSkill, draftModel, openDuckDb, type Skill } from '../../../assistant/index.ts';
import { readColumnWords, readSemanticModel, type SemanticModel } from '../../../knowledge/index.ts';
import { projectFolder } from '../../own-data-sets.ts';

/** The tables of a data set behind the skill that answers data questions. */
export interface OpenDataSet {
  model: SemanticModel;
  skill: Skill;
  close(): Promise<void>;
}

/**
 * Opens `tables/` with DuckDB. The semantic model is the folder's `model.yaml`, written like that of the corpus and filled
 * from the same dictionaries; without one it is drafted from the tables.
 */
export async function openDataSet(folder: string): Promise<OpenDataSet> {
  const engine = await openDuckDb({ source: join(folder, 'tables') });
  const corpus = join(projectFolder(), 'knowledge', 'corpus');
  try {
    const file = join(folder, 'model.yaml');
    const model = existsSync(file)
      ? await readSemanticModel(corpus, file)
      : await draftModel({ title: '数据表', shapes: await engine.shapes(), engine }, await readColumnWords(corpus));
    return { model, skill: createQueryDataSkill({ model, engine }), close: () => engine.close() };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
