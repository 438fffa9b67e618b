import { describe, expect, it } from 'vitest';
import { benchClassify } from './bench-classify.ts';
import { benchSearch } from './bench-search.ts';
import { measureRounds, median } from './rounds.ts';
import { syntheticTexts } from './synthetic-texts.ts';

const positive = expect.toSatisfy((value: unknown) => typeof value === 'number' && Number.isFinite(value) && value > 0);

describe('measuring in rounds', () => {
  it('gives medians of each measure and of the ratios within a round', () => {
    const values = [1, 10, 2];
    let round = 0;
    const own = () => ({ ms: values[round]! });
    const peer = () => ({ ms: values[round++]! * 3 });
    const seen: number[] = [];
    const measured = measureRounds({ rounds: 3, onProgress: (done) => seen.push(done) }, { own, peer });
    expect(measured).toEqual({ own: { ms: 2 }, peer: { ms: 6 }, ratios: { ms: 3 } });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('takes the middle of an even number of values between the two', () => expect(median([4, 1, 3, 2])).toBe(2.5));
});

it('makes the same texts of the same seed, and others of another', () => {
  const made = (seed: number) => syntheticTexts(seed).passages(3);
  expect(made(1)).toEqual(made(1));
  expect(made(2)).not.toEqual(made(1));
});

it('measures the search against its peer, and finds the first ten of the plain formula', async () => {
  const result = await benchSearch({ size: 400, rounds: 2, hybrid: true });
  const times = { buildMs: positive, queryMs: positive };
  expect(result).toMatchObject({ size: 400, queries: 50, own: times, peer: times, ratios: times, agreement: 1 });
  expect(result).toMatchObject({ snapshotLoadMs: positive, hybrid: { queryP50Ms: positive, queryP95Ms: positive } });
});

it('measures the classifier against its peer on classes that both can learn', () => {
  const result = benchClassify({ size: 300, rounds: 2 });
  const times = { trainMs: positive, textMs: positive };
  expect(result).toMatchObject({ texts: 150, own: times, peer: times, ratios: times, textsPerSecond: positive });
  // Ten classes: chance gets one in ten.
  expect(result.own.accuracy).toBeGreaterThan(0.5);
  expect(result.peer.accuracy).toBeGreaterThan(0.5);
});
