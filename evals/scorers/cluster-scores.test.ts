import { expect, it } from 'vitest';
import { bestClusterF1, type ClusteredMessage, pairScores } from './cluster-scores.ts';

/** Messages named by a letter, from their true cases and the groups they were put into. */
function clustered(gold: string[], proposed: string[]): ClusteredMessage[] {
  const othersIn = (groups: string[], id: string) =>
    [...(groups.find((group) => group.includes(id)) ?? '')].filter((other) => other !== id);
  const ids = [...new Set([...gold, ...proposed].join(''))].sort();
  return ids.map((id) => ({ id, mates: othersIn(gold, id), proposed: othersIn(proposed, id) }));
}

it('gives one to groups that are the cases', () => {
  const same = clustered(['abc', 'de'], ['abc', 'de']);
  expect([pairScores(same), bestClusterF1(same)]).toEqual([{ pairPrecision: 1, pairRecall: 1 }, 1]);
});

it('counts a stranger in a group against precision, in pairs and in the case', () => {
  const mixed = clustered(['abc'], ['abcx']);
  expect(pairScores(mixed)).toEqual({ pairPrecision: 0.5, pairRecall: 1 });
  expect(bestClusterF1(mixed)).toBeCloseTo(6 / 7);
});

it('takes the best of the groups that a case was torn into', () => {
  const torn = clustered(['abcd'], ['abc']);
  expect(pairScores(torn)).toEqual({ pairPrecision: 1, pairRecall: 0.5 });
  expect(bestClusterF1(torn)).toBeCloseTo(6 / 7);
});

it('has no score where there is nothing to judge', () => {
  const alone = clustered([], []).concat({ id: 'a', mates: [], proposed: [] });
  expect([pairScores(alone), bestClusterF1(alone)]).toEqual([{ pairPrecision: null, pairRecall: null }, null]);
});
