import { expect, it } from 'vitest';
import { readRequestsQuery, readSpan } from './requests-query.ts';

const now = new Date('2026-11-23T00:00:00Z');
const day = 24 * 3_600_000;

it('asks for the last 90 days and a thousand requests when nothing is said', () => {
  expect(readRequestsQuery({}, now)).toEqual({
    numbers: undefined,
    categories: undefined,
    isClosed: null,
    from: new Date(now.getTime() - 90 * day),
    to: now,
    offset: 0,
    limit: 1000,
  });
});

it('takes lists with commas and repeated arguments alike, and an empty argument as none', () => {
  const { numbers, categories } = readRequestsQuery({ service_request_id: ['1,2', ' 3 '], service_code: ',' }, now);
  expect([numbers, categories]).toEqual([['1', '2', '3'], undefined]);
  expect(readRequestsQuery({ status: 'open,closed' }, now).isClosed).toBeNull();
  expect(readRequestsQuery({ status: 'closed' }, now).isClosed).toBe(true);
});

it('reads a time zone whose plus was not escaped, and counts on from one date alone', () => {
  const { from, to } = readSpan({ start_date: '2026-03-01T08:00:00 08:00' }, now);
  expect([from.toISOString(), to.getTime() - from.getTime()]).toEqual(['2026-03-01T00:00:00.000Z', 90 * day]);
});

it.each([
  [{ start_date: '2026-03-01' }, 'start_date'],
  [{ end_date: '昨天' }, 'end_date'],
  [{ start_date: '2026-03-02T00:00:00Z', end_date: '2026-03-01T00:00:00Z' }, '早于'],
  [{ start_date: '2026-01-01T00:00:00Z', end_date: '2026-04-02T00:00:00Z' }, '90 天'],
  [{ page: '0' }, 'page'],
  [{ page_size: '1001' }, 'page_size'],
  [{ status: 'gone' }, 'status'],
])('refuses %j by its name', (query, names) => {
  expect(() => readRequestsQuery(query, now)).toThrow(names);
});
