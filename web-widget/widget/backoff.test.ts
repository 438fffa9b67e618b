import { expect, it } from 'vitest';
import { createBackoff } from './backoff.ts';

it('waits twice as long each time, up to the most, and begins anew when it worked', () => {
  const backoff = createBackoff(1000, 5000, () => 1);
  expect([1, 2, 3, 4].map(() => backoff.next())).toEqual([1000, 2000, 4000, 5000]);
  backoff.reset();
  expect(backoff.next()).toBe(1000);
});

it('never lets two who failed together come back together', () => {
  const pauses = [0, 0.3, 0.9].map((drawn) => createBackoff(1000, 5000, () => drawn).next());
  expect(pauses).toEqual([500, 650, 950]);
});
