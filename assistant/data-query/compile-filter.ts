import type { Filter, Test } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import type { SqlWriter } from './write-sql.ts';

/** Where a field of a test stands, as SQL, with what its values may be. */
export interface FieldSql {
  sql: string;
  type: 'text' | 'number' | 'boolean';
  /** Regions are tested by the districts in them. */
  expand?(values: Test['values']): Test['values'];
  /** A cell holds several values with this between them; a test asks for one among them. */
  separator?: string | undefined;
  /** The subject's time: it is tested by days, both ends included, in place of values. */
  between?(from: string, to: string): string;
}

/** A filter as SQL; every value is a parameter. `fieldOf` throws `unsafe_query` for a name it does not know. */
export function compileFilter(filter: Filter, fieldOf: (name: string) => FieldSql, writer: SqlWriter): string {
  if ('all' in filter) return joined(filter.all, ' and ', 'true', fieldOf, writer);
  if ('any' in filter) return joined(filter.any, ' or ', 'false', fieldOf, writer);
  if ('not' in filter) return `not coalesce(${compileFilter(filter.not, fieldOf, writer)}, false)`;
  return compileTest(filter, fieldOf(filter.field), writer);
}

function joined(
  parts: readonly Filter[],
  word: string,
  empty: string,
  fieldOf: (name: string) => FieldSql,
  writer: SqlWriter,
): string {
  if (parts.length === 0) return empty;
  return `(${parts.map((part) => compileFilter(part, fieldOf, writer)).join(word)})`;
}

const signs = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function compileTest(test: Test, place: FieldSql, writer: SqlWriter): string {
  const { field, is, values: said } = test;
  const { sql, type, expand, separator, between } = place;
  if (between) return compileDays(test, between);
  if (separator && said.length > 0 && ['eq', 'in', 'ne', 'not_in'].includes(is))
    return compileMembers(test, sql, separator, writer);
  const values = expand ? expand(said) : said;
  for (const value of values) {
    const fits = typeof value === (type === 'text' ? 'string' : type);
    if (!fits) throw new DataQueryError('unsafe_query', `「${field}」的取值应是${nameOfType[type]}。`);
  }
  if (is === 'is_null' || is === 'not_null') return `${sql} is ${is === 'is_null' ? '' : 'not '}null`;
  const [first, second] = values;
  if (first === undefined) throw new DataQueryError('unsafe_query', `「${field}」的条件没有取值。`);
  const many = expand !== undefined || values.length > 1;
  if (is === 'in' || (is === 'eq' && many)) return `${sql} in (${writer.list(values)})`;
  // A row that says nothing is not one of those left out.
  if (is === 'not_in' || is === 'ne') return `(${sql} is null or ${sql} not in (${writer.list(values)}))`;
  if (is === 'contains') return `${sql} like ${writer.param(`%${escapeLike(String(first))}%`)} escape '\\'`;
  if (is === 'between') {
    if (second === undefined) throw new DataQueryError('unsafe_query', `「${field}」的范围要有两端。`);
    return `${sql} between ${writer.param(first)} and ${writer.param(second)}`;
  }
  return `${sql} ${signs[is]} ${writer.param(first)}`;
}

/** Days as text: one day, or two ends. */
function compileDays({ field, is, values }: Test, between: (from: string, to: string) => string): string {
  const [from, to = from] = values.map(String);
  const areDays = [from, to].every((day) => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day));
  if (!from || !to || !areDays || (is !== 'eq' && is !== 'between'))
    throw new DataQueryError('unsafe_query', `「${field}」的条件应是一天或一段日子。`);
  return between(from, to);
}

/** 「甲公司,乙公司」 has 甲公司 among its values. */
function compileMembers({ is, values }: Test, sql: string, separator: string, writer: SqlWriter): string {
  const among = values.map((value) => {
    const pattern = `%${escapeLike(`${separator}${value}${separator}`)}%`;
    return `(${writer.param(separator)} || ${sql} || ${writer.param(separator)}) like ${writer.param(pattern)} escape '\\'`;
  });
  const any = `(${among.join(' or ')})`;
  return is === 'eq' || is === 'in' ? any : `(${sql} is null or not ${any})`;
}

const nameOfType = { text: '文字', number: '数', boolean: '是或否' };

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
