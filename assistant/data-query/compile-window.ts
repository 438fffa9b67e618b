import type { Subject } from '../../knowledge/index.ts';
import { addDays, endOfMonth, partsOf, startOfMonth } from '../language/calendar-days.ts';
import type { TimeGrain, TimeWindow } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import { quote, type SqlWriter } from './write-sql.ts';

/** The rows of a window, both its days included, as a test on the alias `t`. */
export function windowCondition({ time }: Subject, { from, to }: TimeWindow, writer: SqlWriter): string {
  const column = `t.${quote(time.column)}`;
  if (time.grain === 'year')
    return `${column} between ${writer.param(partsOf(from).year)} and ${writer.param(partsOf(to).year)}`;
  if (time.grain === 'none') throw new DataQueryError('unsafe_query', '这份数据没有时间列，不能按时间查。');
  if (time.monthColumn && from === startOfMonth(from) && to === endOfMonth(to))
    return `t.${quote(time.monthColumn)} between cast(${writer.param(from)} as date) and cast(${writer.param(to)} as date)`;
  const [first, after] = [writer.param(from), writer.param(addDays(to, 1))];
  return `${column} >= cast(${first} as timestamp) and ${column} < cast(${after} as timestamp)`;
}

/**
 * The bucket of a row's time: the first day of it, moved by `shift` so that a bucket of the base meets the one it
 * is compared with.
 */
export function bucketOf(
  { time }: Subject,
  grain: TimeGrain,
  shift: { amount: number; unit: 'day' | 'month' } | null,
): string {
  const column = `t.${quote(time.column)}`;
  if (time.grain === 'year') return shift ? `${column} + ${Math.round(shift.amount / 12)}` : column;
  const isMonthly = grain !== 'day' && grain !== 'week';
  const month = time.monthColumn && isMonthly ? `t.${quote(time.monthColumn)}` : null;
  if (month && grain === 'month' && !shift) return month;
  // Of a day PostgreSQL would make a moment with a zone.
  const bucket = `date_trunc('${grain}', ${month ? `cast(${month} as timestamp)` : column})`;
  const moved = shift ? `${bucket} + interval '${shift.amount} ${shift.unit}'` : bucket;
  return `cast(${moved} as date)`;
}
