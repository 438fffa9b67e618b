import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openBenchPlatform } from '../../channels/data-platform/open-bench-platform.ts';
import { benchData, spreadOf } from './bench-data.ts';

const corpusFolder = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));

it('takes the value that half, and that 95 of a hundred, do not exceed', () => {
  expect(spreadOf(Array.from({ length: 100 }, (_, index) => index + 1))).toEqual({ p50: 50, p95: 95 });
  expect(spreadOf([7])).toEqual({ p50: 7, p95: 7 });
});

it('times every way of answering, each of which finds the same groups', async () => {
  const now = new Date('2025-06-15T12:00:00+08:00');
  const platform = await openBenchPlatform({ corpusFolder, rows: 2000, now, notice: () => {} });
  try {
    const { model, contenders, tickets } = platform;
    const result = await benchData({ model, contenders, rows: tickets, rounds: 2, now });
    const ways = [
      'PostgreSQL, base tables',
      'PostgreSQL, roll-up',
      'PostgreSQL, plain SQL',
      'DuckDB, base tables',
      'DuckDB, plain SQL',
    ];
    expect(Object.keys(result.answers)).toEqual(ways);
    expect(result.groups).toBeGreaterThan(500);
    expect(result.rows).toBeGreaterThan(1500);
    expect(result.parse.questions).toBeGreaterThan(15);
  } finally {
    await platform.close();
  }
});
