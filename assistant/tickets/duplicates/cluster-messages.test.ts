import { expect, it } from 'vitest';
import { clusterMessages } from './cluster-messages.ts';

const threshold = 0.5;
const groupsOf = (size: number, pairs: [number, number, number][], apart?: (a: number, b: number) => boolean) =>
  clusterMessages(
    size,
    pairs.map(([a, b, p]) => ({ a, b, p })),
    { threshold, ...(apart ? { apart } : {}) },
  );

it('joins messages that are alike, all with all', () => {
  const [a, b, c, d] = groupsOf(4, [[0, 1, 0.9], [1, 2, 0.8], [0, 2, 0.7]]); // biome-ignore format: pairs
  expect([a === b, b === c, c === d]).toEqual([true, true, false]);
});

it('does not run along a chain whose ends have nothing in common', () => {
  const groups = groupsOf(4, [[0, 1, 0.9], [1, 2, 0.8], [2, 3, 0.9]]); // biome-ignore format: pairs
  expect([groups[0] === groups[1], groups[2] === groups[3], groups[1] === groups[2]]).toEqual([true, true, false]);
});

it('never joins what lies in two districts, through a third message either', () => {
  const apart = (a: number, b: number) => Math.abs(a - b) === 2;
  const groups = groupsOf(3, [[0, 1, 0.95], [1, 2, 0.9], [0, 2, 0.9]], apart); // biome-ignore format: pairs
  expect([groups[0] === groups[1], groups[1] === groups[2]]).toEqual([true, false]);
});

it('leaves everything alone where nothing was compared', () => expect(new Set(groupsOf(3, [])).size).toBe(3));
