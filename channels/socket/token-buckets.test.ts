import { expect, it } from 'vitest';
import { createTokenBuckets } from './token-buckets.ts';

function atSixtyAMinute(burst: number) {
  let moment = 0;
  const buckets = createTokenBuckets({ burst, perMinute: 60 }, () => moment);
  const wait = (seconds: number) => {
    moment += seconds * 1000;
  };
  return { buckets, wait };
}

it('gives the burst at once, and then says when the next is due', () => {
  const { buckets, wait } = atSixtyAMinute(3);
  expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([null, null, null, 1]);
  wait(1);
  expect([buckets.take('a'), buckets.take('a')]).toEqual([null, 1]);
});

it('lets nobody pay for another', () => {
  const { buckets } = atSixtyAMinute(1);
  expect([buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([null, 1, null]);
});

it('never fills above its burst, however long it was left alone', () => {
  const { buckets, wait } = atSixtyAMinute(2);
  wait(3600);
  expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([null, null, 1]);
});

it('forgets those who have all of theirs again', () => {
  const { buckets, wait } = atSixtyAMinute(1);
  for (let key = 0; key < 999; key += 1) buckets.take(`once-${key}`);
  wait(10);
  buckets.take('the thousandth');
  expect(buckets.size).toBe(1);
});
