import { describeDataSets, type Suite } from '../../evals/index.ts';
import type { DataSetLine, DataSetStore, DataSetVersionRow } from './data-set-store.ts';

export interface ListedDataSet {
  suite: string;
  title: string;
  name: string;
  origin: 'own' | 'made';
  cases: number;
  splits: Record<string, number>;
  coverage: Record<string, number>;
  digest: string;
  versions: DataSetVersionRow[];
}

/** Every data set that can be run from the desk: those that come along, then those made here, suite by suite. */
export async function listDataSets(suites: readonly Suite[], dataSets: DataSetStore): Promise<ListedDataSet[]> {
  const versions = await dataSets.versions();
  const listed = await Promise.all(
    suites.map((suite) =>
      listOf(
        suite,
        versions.filter((one) => one.suite === suite.name),
        dataSets,
      ),
    ),
  );
  return listed.flat();
}

async function listOf(
  suite: Suite,
  versions: readonly DataSetVersionRow[],
  dataSets: DataSetStore,
): Promise<ListedDataSet[]> {
  const names = [...new Set(versions.map(({ data_set }) => data_set))];
  const made = names.map(async (name) => {
    const lines = await dataSets.cases(suite.name, name);
    const mine = versions.filter(({ data_set }) => data_set === name);
    return toListed(suite, name, lines, mine);
  });
  const own = await describeDataSets([suite]);
  return [
    ...own.map((set): ListedDataSet => ({ ...set, title: suite.title, origin: 'own', versions: [] })),
    ...(await Promise.all(made)),
  ];
}

function toListed(
  suite: Suite,
  name: string,
  lines: readonly DataSetLine[],
  versions: DataSetVersionRow[],
): ListedDataSet {
  return {
    suite: suite.name,
    title: suite.title,
    name,
    origin: 'made',
    cases: lines.length,
    splits: countBy(lines.map(({ split }) => split)),
    coverage: countBy(lines.flatMap(({ body }) => slicesIn(body))),
    digest: versions[0]?.digest ?? '',
    versions,
  };
}

/** What a line says of itself that slices are made of. */
function slicesIn({ tags, kind, label, expect }: Record<string, unknown>): string[] {
  const matter = typeof expect === 'object' && expect !== null && 'matter' in expect ? expect.matter : undefined;
  const named = Object.entries({ kind, label, matter }).filter(([, value]) => typeof value === 'string');
  return [
    ...(Array.isArray(tags) ? tags.map((tag) => `tag=${tag}`) : []),
    ...named.map(([name, value]) => `${name}=${value}`),
  ];
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
