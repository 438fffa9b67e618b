import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import { DataQueryError } from './data-query-error.ts';
import type { Cell, Dialect } from './engines/data-engine.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** What is being written: parameters gathered on the way, so that no value ever becomes SQL text. */
export interface SqlWriter {
  readonly dialect: Dialect;
  readonly params: Cell[];
  /** A placeholder for a value. */
  param(value: Cell): string;
  /** Placeholders for several, with commas between. */
  list(values: readonly Cell[]): string;
  /** A text to be ranked by its characters' codes, which is the same order in every database. */
  ordered(text: string): string;
  /** The rows of a subject that the jurisdiction lets through: the only way a table gets into a query. */
  table(subject: Subject): string;
}

export function createSqlWriter(dialect: Dialect, jurisdiction: Jurisdiction): SqlWriter {
  const params: Cell[] = [];
  // Every use has a placeholder of its own: one shared by a number and a text would have two types.
  const param = (value: Cell) => `$${params.push(value)}`;
  return {
    dialect,
    params,
    param,
    list: (values) => values.map(param).join(', '),
    ordered: (text) => (dialect === 'postgres' ? `${text} collate "C"` : text),
    table({ relation, districtColumn, label }) {
      const { district } = jurisdiction;
      const name = relation.split('.').map(quote).join('.');
      if (district === null) return `(select * from ${name})`;
      if (districtColumn === null)
        throw new DataQueryError('unsafe_query', `${label}没有区县一列，无法限定到您的权限范围，请联系数据管理员。`);
      return `(select * from ${name} where ${quote(districtColumn)} = ${param(district)})`;
    },
  };
}

/**
 * Names come from the semantic model and are written between quotes, where only a quote of their own could lead out; the
 * model's schema lets none in, and this is the second look.
 */
export function quote(name: string): string {
  if (name === '' || /["\p{Cc}]/u.test(name))
    throw new DataQueryError('unsafe_query', `「${name}」不是数据模型里的名称。`);
  return `"${name}"`;
}

export function subjectOf(model: SemanticModel, name: string): Subject {
  const found = model.subjects.find((subject) => subject.name === name);
  if (!found) throw new DataQueryError('unsafe_query', `数据模型里没有「${name}」。`);
  return found;
}
