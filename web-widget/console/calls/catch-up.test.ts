import { expect, it } from 'vitest';
import { createCatchUp } from './catch-up.ts';

it('reads once more for all nudges that came during a reading, and never two at a time', async () => {
  let now = 0;
  let underWay = 0;
  const seen: number[] = [];
  const nudge = createCatchUp(async () => {
    underWay += 1;
    expect(underWay).toBe(1);
    seen.push(now);
    await new Promise((later) => setTimeout(later, 1));
    underWay -= 1;
  });
  const first = nudge();
  for (now = 1; now < 20; now += 1) void nudge();
  await first;
  expect(seen).toEqual([0, 20]);
});

it('ends with a reading that fails, and begins anew with the next nudge', async () => {
  const answers = ['cut off', 'there again'];
  const nudge = createCatchUp(async () => {
    if (answers.shift() === 'cut off') throw new Error('cut off');
  });
  await nudge();
  expect(answers).toEqual(['there again']);
  await nudge();
  expect(answers).toEqual([]);
});
