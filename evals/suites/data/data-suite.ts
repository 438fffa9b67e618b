import { maskPersonalData } from '../../../assistant/index.ts';
import { createCaseSuite, type RecordedCase } from '../../case-suite.ts';
import type { MetricValues } from '../../runs/run.ts';
import { dataAnswered, dataRight, dataRightStrict, dataWrongShown } from '../../scorers/data-right.ts';
import { meanOf } from '../../scorers/scorer.ts';
import { type DataCase, readDataCases } from './data-case.ts';
import { openDataSet } from './open-data-set.ts';
import { playDataCase, type RecordedData } from './play-data-case.ts';

/** Does a cadre get the right rows, or else a question back or an honest no, and never a wrong figure? */
export const dataSuite = createCaseSuite<DataCase, RecordedData>({
  name: 'data',
  title: '数据问答',
  metrics: ['answered', 'rightWhenAnswered', 'right', 'rightStrict', 'wrongShown'],
  ownDataSets: ['data'],
  readCases: readDataCases,
  toKept: (input) => ({ ...input, messages: input.messages.map(maskPersonalData) }),
  async prepare({ folder }) {
    const set = await openDataSet(folder);
    const record = (dataCase: DataCase, signal?: AbortSignal) => playDataCase(dataCase, set.skill, signal);
    return Object.assign(record, { close: set.close });
  },
  scorers: [dataAnswered, dataRight, dataRightStrict, dataWrongShown],
  measure,
  slicesOf: ({ phenomenon, split }) => [
    ...(phenomenon ? [`phenomenon=${phenomenon}`] : []),
    ...(split ? [`split=${split}`] : []),
  ],
});

function measure(cases: readonly RecordedCase<DataCase, RecordedData>[]): MetricValues {
  const of = (name: string, some = cases) => meanOf(some.map(({ scores }) => scores[name]));
  const answered = cases.filter(({ scores }) => scores.answered === 1);
  return {
    answered: of('answered'),
    rightWhenAnswered: of('right', answered),
    right: of('right'),
    rightStrict: of('rightStrict'),
    wrongShown: of('wrongShown'),
  };
}
