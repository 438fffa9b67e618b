import { expect, it } from 'vitest';
import type { Knowledge } from '../../knowledge/index.ts';
import { oncePerDay } from './once-per-day.ts';

it('builds once for each day, whichever way the days are asked for', () => {
  const built: string[] = [];
  const nameOf = oncePerDay((_, on) => {
    built.push(on);
    return { on };
  });
  // Only its identity is looked at.
  const knowledge = {} as Knowledge;
  const days = ['2026-01-01', '2026-01-02', '2026-01-01', '2026-01-02'];
  expect(days.map((on) => nameOf(knowledge, on).on)).toEqual(days);
  expect(built).toEqual(['2026-01-01', '2026-01-02']);
});
