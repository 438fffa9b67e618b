import { ownDataSetFolder } from './own-data-sets.ts';
import type { Suite } from './suite.ts';

export interface SuiteDescription {
  name: string;
  title: string;
  metrics: readonly string[];
  dataSets: { name: string; cases: number }[];
}

/** What can be run: every suite with its metrics and the product's own data sets, checked and counted. */
export function describeSuites(suites: readonly Suite[]): Promise<SuiteDescription[]> {
  return Promise.all(
    suites.map(async ({ name, title, metrics, ownDataSets, count }) => ({
      name,
      title,
      metrics,
      dataSets: await Promise.all(
        ownDataSets.map(async (dataSet) => ({ name: dataSet, cases: await count(ownDataSetFolder(dataSet)) })),
      ),
    })),
  );
}
