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
    table({ relation, districtColumn }) {
      const fence =
        jurisdiction.district === null ? '' : ` where ${quote(districtColumn)} = ${param(jurisdiction.district)}`;
      return `(select * from ${relation}${fence})`;
    },
  };
}

/** Names come from the semantic model, whose schema lets plain identifiers in only; quoting keeps keywords harmless. */
export function quote(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new DataQueryError('unsafe_query', `「${name}」不是数据模型里的名称。`);
  return `"${name}"`;
}

export function subjectOf(model: SemanticModel, name: string): Subject {
  const found = model.subjects.find((subject) => subject.name === name);
  if (!found) throw new DataQueryError('unsafe_query', `数据模型里没有「${name}」。`);
  return found;
}
