import { ownDataSetFolder } from '../own-data-sets.ts';
import { dataDigest } from '../runs/data-digest.ts';
import type { Suite } from '../suite.ts';
import type { DataSetVersion } from './data-set-version.ts';

/** The product's own data sets as they are now. @throws EvalsError when one cannot be used, naming file and line */
export async function describeDataSets(suites: readonly Suite[]): Promise<DataSetVersion[]> {
  const described = suites.map((suite) =>
    Promise.all(suite.ownDataSets.map((name) => describeDataSet(suite, name, ownDataSetFolder(name)))),
  );
  return (await Promise.all(described)).flat();
}

/** One data set in any folder. @throws EvalsError */
export async function describeDataSet(
  suite: Pick<Suite, 'name' | 'outline'>,
  name: string,
  folder: string,
): Promise<DataSetVersion> {
  const cases = await suite.outline(folder);
  return {
    suite: suite.name,
    name,
    digest: await dataDigest(folder),
    cases: cases.length,
    splits: counted(cases.map(({ split }) => split)),
    coverage: counted(cases.flatMap(({ slices }) => slices)),
  };
}

/** Each word with how often it stands there, in order of the words. */
function counted(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
