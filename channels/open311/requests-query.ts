import { z } from 'zod';
import { RequestError } from '../http/error-handler.ts';
import type { TicketsWanted } from './open311-tickets.ts';

/** Lists are comma delimited, or the argument comes several times. */
const list = z.union([z.string().max(4000), z.array(z.string().max(200)).max(200)]).optional();

export const jurisdiction = { jurisdiction_id: z.string().max(100).optional() };
export const RequestsQuery = z.object({
  ...jurisdiction,
  service_request_id: list,
  service_code: list,
  start_date: z.string().max(40).optional(),
  end_date: z.string().max(40).optional(),
  status: list,
  page: z.string().max(10).optional(),
  page_size: z.string().max(10).optional(),
});
export const UpdatesQuery = RequestsQuery.pick({ jurisdiction_id: true, start_date: true, end_date: true });

/** The specification's limits: a span of 90 days, a thousand requests. */
const longestSpanMs = 90 * 24 * 3_600_000;
const mostRequests = 1000;

/** @throws RequestError that names the argument */
export function readRequestsQuery(query: z.infer<typeof RequestsQuery>, now: Date): TicketsWanted {
  const limit = readCount(query.page_size, 'page_size', mostRequests, mostRequests);
  const page = readCount(query.page, 'page', 1, 100_000);
  return {
    numbers: itemsOf(query.service_request_id),
    categories: itemsOf(query.service_code),
    isClosed: readStatus(itemsOf(query.status)),
    ...readSpan(query, now),
    offset: (page - 1) * limit,
    limit,
  };
}

/** @throws RequestError where the dates are no dates, the wrong way round or too far apart */
export function readSpan({ start_date, end_date }: z.infer<typeof UpdatesQuery>, now: Date): { from: Date; to: Date } {
  const [start, end] = [readMoment(start_date, 'start_date'), readMoment(end_date, 'end_date')];
  const to = end ?? (start ? new Date(start.getTime() + longestSpanMs) : now);
  const from = start ?? new Date(to.getTime() - longestSpanMs);
  const span = to.getTime() - from.getTime();
  if (span < 0) throw new RequestError('bad_input', 'start_date 要早于 end_date，请核对。');
  if (span > longestSpanMs) throw new RequestError('bad_input', 'start_date 到 end_date 最多 90 天，请分几次查询。');
  return { from, to };
}

const Moment = z.iso.datetime({ offset: true });

function readMoment(value: string | undefined, field: string): Date | null {
  if (value === undefined || value === '') return null;
  // A plus that was not escaped arrives as a space.
  const text = value.replace(/ (?=\d{2}:\d{2}$)/u, '+');
  if (!Moment.safeParse(text).success)
    throw new RequestError('bad_input', `${field} 要带时区，写成 2026-01-31T08:00:00+08:00 或 2026-01-31T00:00:00Z。`);
  return new Date(text);
}

function readStatus(wanted: string[] | undefined): boolean | null {
  if (wanted?.some((one) => one !== 'open' && one !== 'closed'))
    throw new RequestError('bad_input', 'status 只能是 open 或 closed，多个用逗号隔开。');
  if (wanted === undefined || new Set(wanted).size === 2) return null;
  return wanted[0] === 'closed';
}

function readCount(value: string | undefined, field: string, otherwise: number, most: number): number {
  if (value === undefined || value === '') return otherwise;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new RequestError('bad_input', `${field} 要是 1 到 ${most} 的整数。`);
  return count;
}

/** Left out where nothing was asked for: an empty argument is none. */
function itemsOf(value: string | string[] | undefined): string[] | undefined {
  const items = [value ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter(Boolean);
  return items.length > 0 ? items.slice(0, mostRequests) : undefined;
}
