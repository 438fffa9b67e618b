import { expect, it } from 'vitest';
import { fuse } from './fuse.ts';

it('adds what each list gives, each measured by its own best', () => {
  const words = [
    { index: 7, score: 20 },
    { index: 3, score: 10 },
  ];
  const meaning = [
    { index: 3, score: 0.8 },
    { index: 9, score: 0.4 },
  ];
  const fused = fuse(words, meaning, 0.25);
  expect(fused).toEqual([
    { index: 7, score: 0.75, ranks: { words: 1 } },
    { index: 3, score: 0.625, ranks: { words: 2, meaning: 1 } },
    { index: 9, score: 0.125, ranks: { meaning: 2 } },
  ]);
});

it('keeps the order of one list when the other is empty', () => {
  const words = [
    { index: 2, score: 5 },
    { index: 1, score: 4 },
  ];
  expect(fuse(words, [], 0.2).map(({ index }) => index)).toEqual([2, 1]);
});

it('gives nothing for likeness below zero, and orders equals by position', () => {
  const fused = fuse(
    [],
    [
      { index: 5, score: 0.5 },
      { index: 4, score: 0.5 },
      { index: 1, score: -0.2 },
    ],
    1,
  );
  expect(fused.map(({ index, score }) => [index, score])).toEqual([
    [4, 1],
    [5, 1],
    [1, 0],
  ]);
});
