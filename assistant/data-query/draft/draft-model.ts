import type { ColumnWords, SemanticModel } from '../../../knowledge/index.ts';
import type { DataEngine, TableShape } from '../engines/data-engine.ts';
import { draftSubject } from './draft-subject.ts';
import { profileTable } from './profile-table.ts';

/** A semantic model guessed from tables alone: types, names, units, dictionaries, the column of time, how figures add up. */
export async function draftModel(
  { title, shapes, engine }: { title: string; shapes: readonly TableShape[]; engine: DataEngine },
  words: ColumnWords,
): Promise<SemanticModel> {
  const subjects = [];
  for (const shape of shapes) {
    if (shape.rows === 0 || shape.columns.length === 0) continue;
    subjects.push(draftSubject(await profileTable(shape, engine), words));
  }
  return {
    name: 'drafted',
    title,
    about: '数据模型由程序根据表头和取值推测，尚未经人核对。',
    joins: [],
    regionAliases: {},
    districtGroups: [],
    subjects,
    sensitive: [],
    absent: [],
    regions: [],
    divisions: { districts: [], towns: [], spoken: [] },
  };
}
