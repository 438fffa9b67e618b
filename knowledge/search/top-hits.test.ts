import { expect, it } from 'vitest';
import { createRandom } from './random-numbers.ts';
import { createTopHits } from './top-hits.ts';

it('keeps the best as sorting would, equal scores by position', () => {
  const random = createRandom(7);
  const scores = Array.from({ length: 500 }, () => Math.floor(random() * 40));
  const top = createTopHits(25);
  for (const [index, score] of scores.entries()) top.offer(index, score);
  const sorted = scores
    .map((score, index) => ({ index, score }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  expect(top.ranked()).toEqual(sorted.slice(0, 25));
});

it('gives what there is when there is less than asked for', () => {
  const top = createTopHits(3);
  top.offer(4, 0.5);
  expect(top.ranked()).toEqual([{ index: 4, score: 0.5 }]);
});

it('keeps nothing when nothing is asked for', () => {
  const top = createTopHits(0);
  top.offer(1, 1);
  expect(top.ranked()).toEqual([]);
});
