import type { Measure, Subject } from '../../../knowledge/index.ts';
import { compileCondition, compileMeasure } from '../compile-metric.ts';
import { quote, type SqlWriter } from '../write-sql.ts';
import type { PickedRollup } from './pick-rollup.ts';
import { keyOfMeasure } from './rollup-shape.ts';

/** Where the rows `t` of an aggregate come from, and how a measure is taken over them. */
export interface RowSource {
  /** The subject as the rows show it: those of a roll-up have no column of months. */
  subject: Subject;
  /** A table reference, with the jurisdiction inside. */
  table(): string;
  measure(measure: Measure): string;
}

export function baseRows(subject: Subject, writer: SqlWriter): RowSource {
  return {
    subject,
    table: () => writer.table(subject),
    measure: (measure) => compileMeasure(measure, writer),
  };
}

/**
 * The roll-up together with the rows that are not in it yet, each as a roll-up of one: open tickets and those of the last
 * minute count at once, and a figure is never older than the base table's.
 */
export function rolledRows({ shape, state }: PickedRollup, subject: Subject, writer: SqlWriter): RowSource {
  const keys = [shape.timeColumn, ...shape.dimensionColumns].map(quote);
  const sums = shape.measures.map(({ column }) => quote(column));
  const columnOf = new Map(shape.measures.map(({ column, measure }) => [keyOfMeasure(measure), column]));
  const { monthColumn: _, ...time } = subject.time;
  return {
    subject: { ...subject, time },
    table() {
      const rolled = writer.table({ ...subject, relation: shape.relation });
      const ones = shape.measures.map(({ column, measure }) => `${ofOneRow(measure, writer)} as ${quote(column)}`);
      return [
        `(select ${[...keys, ...sums].join(', ')} from ${rolled} r union all`,
        `select ${[...keys, ...ones].join(', ')} from ${writer.table(subject)} t`,
        `where t.${quote(shape.settledColumn)} > cast(${writer.param(state.settledTo)} as timestamp))`,
      ].join(' ');
    },
    measure(measure) {
      const sum = `sum(t.${quote(columnOf.get(keyOfMeasure(measure))!)})`;
      // A count of nothing is nought; a sum of nothing is not known.
      return measure.aggregate === 'count' ? `coalesce(${sum}, 0)` : sum;
    },
  };
}

function ofOneRow({ aggregate, column, where }: Measure, writer: SqlWriter): string {
  const tests = where.map((condition) => compileCondition(condition, writer));
  if (aggregate === 'sum') {
    const value = `cast(t.${quote(column!)} as double precision)`;
    return tests.length > 0 ? `case when ${tests.join(' and ')} then ${value} end` : value;
  }
  const counted = [...tests, ...(column ? [`t.${quote(column)} is not null`] : [])];
  return counted.length > 0 ? `case when ${counted.join(' and ')} then 1.0 else 0.0 end` : '1.0';
}
