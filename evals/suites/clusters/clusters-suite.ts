import { join } from 'node:path';
import { createComplaintClassifier, groupsOf, maskPersonalData } from '../../../assistant/index.ts';
import { readCatalogue } from '../../../knowledge/index.ts';
import { createCaseSuite, type RecordedCase } from '../../case-suite.ts';
import { projectFolder } from '../../own-data-sets.ts';
import type { MetricValues } from '../../runs/run.ts';
import { bestClusterF1, pairScores } from '../../scorers/cluster-scores.ts';
import { type ClusterMessage, readClusterMessages } from './cluster-message.ts';
import { collectionOf } from './learn-pair-model.ts';
import { plainClusters } from './plain-clusters.ts';

type ClusterCase = ClusterMessage & { mates: string[] };

/** The others that a message was put together with, by the product and by the plain way that is the bar. */
interface RecordedGroup {
  group: string;
  proposed: string[];
  plain: string[];
}

type Recorded = readonly RecordedCase<ClusterCase, RecordedGroup>[];

/** Are messages about one case found to be so, and no others? The messages of a data set are compared as one collection. */
export const clustersSuite = createCaseSuite<ClusterCase, RecordedGroup>({
  name: 'clusters',
  title: '同诉',
  metrics: ['pairPrecision', 'pairRecall', 'bestClusterF1'],
  ownDataSets: ['clusters'],
  readCases: readClusterMessages,
  toKept: (input) => ({ ...input, text: maskPersonalData(input.text) }),
  async prepare({ folder }) {
    const messages = await readClusterMessages(folder);
    const catalogue = await readCatalogue(join(projectFolder(), 'knowledge', 'corpus'));
    const needs = { catalogue, classifier: createComplaintClassifier(catalogue) };
    const ids = messages.map(({ id }) => id);
    const groups = groupsOf(collectionOf(messages, needs));
    const own = matesBy(ids, groups);
    const plain = matesBy(ids, plainClusters(messages.map(({ text }) => text)));
    const groupOf = new Map(ids.map((id, index) => [id, ids[groups[index]!]!]));
    return async ({ id }) => ({ group: groupOf.get(id)!, proposed: own(id), plain: plain(id) });
  },
  scorers: [
    {
      name: 'right',
      score: ({ input, output }) => (isSameSet(input.mates, output.proposed) ? 1 : 0),
    },
  ],
  measure: (cases) => measure(cases, 'proposed'),
  slicesOf: ({ half }) => (half ? [`half=${half}`] : []),
  tables: (cases) => ({ plain: measure(cases, 'plain') }),
});

/** Only messages of the slice count, also as companions: a slice is judged as if it were the whole. */
function measure(cases: Recorded, way: 'proposed' | 'plain'): MetricValues {
  const judged = new Set(cases.map(({ input }) => input.id));
  const inside = (ids: readonly string[]) => ids.filter((id) => judged.has(id));
  const messages = cases.map(({ input, output }) => ({
    id: input.id,
    mates: inside(input.mates),
    proposed: inside(output[way]),
  }));
  return { ...pairScores(messages), bestClusterF1: bestClusterF1(messages) };
}

function matesBy(ids: readonly string[], groups: readonly number[]): (id: string) => string[] {
  const members = new Map<number, string[]>();
  for (const [index, id] of ids.entries()) members.set(groups[index]!, [...(members.get(groups[index]!) ?? []), id]);
  const positions = new Map(ids.map((id, index) => [id, index]));
  return (id) => members.get(groups[positions.get(id)!]!)!.filter((other) => other !== id);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
