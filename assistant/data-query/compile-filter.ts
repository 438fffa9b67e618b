import type { Filter, Test } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import type { SqlWriter } from './write-sql.ts';

/** Where a field of a test stands, as SQL, with what its values may be. */
export interface FieldSql {
  sql: string;
  type: 'text' | 'number' | 'boolean';
  /** Regions are tested by the districts in them. */
  expand?(values: Test['values']): Test['values'];
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

function compileTest({ field, is, values: said }: Test, { sql, type, expand }: FieldSql, writer: SqlWriter): string {
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

const nameOfType = { text: '文字', number: '数', boolean: '是或否' };

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
