import type { Dimension, SemanticModel, Subject } from '../../knowledge/index.ts';
import type { FieldSql } from './compile-filter.ts';
import { windowCondition } from './compile-window.ts';
import type { Test } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import { quote, type SqlWriter } from './write-sql.ts';

/** A dimension of a subject as a field, under the alias `of` of its table. */
export function dimensionField(name: string, subject: Subject, model: SemanticModel, of: string): FieldSql {
  const { column, type, groups, separator } = dimensionOf(name, subject);
  const sql = `${of}.${quote(column)}`;
  return groups ? { sql, type, expand: (values) => districtsOf(values, model) } : { sql, type, separator };
}

/** What a row may be tested by: a dimension, the subject's time, or a number that the row itself holds (成交均价). */
export function rowField(name: string, subject: Subject, model: SemanticModel, writer: SqlWriter): FieldSql {
  if (name === 'time') return timeField(subject, writer);
  const number = subject.listColumns.find((column) => column.name === name && column.type === 'number');
  return number ? { sql: `t.${quote(number.column)}`, type: 'number' } : dimensionField(name, subject, model, 't');
}

/** Days, so that several stretches can be asked for at once: 「2019年与2021年」. */
function timeField(subject: Subject, writer: SqlWriter): FieldSql {
  return {
    sql: `t.${quote(subject.time.column)}`,
    type: 'text',
    between: (from, to) => windowCondition(subject, { from, to, said: null }, writer),
  };
}

export function dimensionOf(name: string, subject: Subject): Dimension {
  const found = subject.dimensions.find((dimension) => dimension.name === name);
  if (!found) throw new DataQueryError('unsafe_query', `${subject.label}数据里没有「${name}」这个维度。`);
  return found;
}

function districtsOf(values: Test['values'], model: SemanticModel): Test['values'] {
  return values.flatMap((value) => {
    const region = model.regions.find(({ name }) => name === value);
    if (!region) throw new DataQueryError('unsafe_query', `没有「${value}」这个片区。`);
    return region.districts;
  });
}

/** What a row that says nothing is grouped under. */
const unsaid = '未填写';

export function dimensionSql(
  name: string,
  subject: Subject,
  model: SemanticModel,
  writer: SqlWriter,
  alias: string,
): string {
  const { column, type, groups, values, label } = dimensionOf(name, subject);
  const sql = `${alias}.${quote(column)}`;
  if (groups === 'regions') {
    const cases = model.regions.map(
      (region) => `when ${sql} in (${writer.list(region.districts)}) then ${writer.param(region.name)}`,
    );
    return `case ${cases.join(' ')} else ${writer.param(unsaid)} end`;
  }
  if (type !== 'boolean') return `coalesce(cast(${sql} as varchar), ${writer.param(unsaid)})`;
  const yes = values.find(({ value }) => value === true)?.label ?? label;
  return `case when ${sql} then ${writer.param(yes)} when not ${sql} then ${writer.param(`非${yes}`)} else ${writer.param(unsaid)} end`;
}
