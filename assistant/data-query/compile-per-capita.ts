import type { Metric } from '../../knowledge/index.ts';
import { partsOf } from '../language/calendar-days.ts';
import type { AggregateScope, Group } from './aggregate-scope.ts';
import { dimensionField, dimensionSql } from './compile-dimension.ts';
import { compileFilter } from './compile-filter.ts';
import type { Filter, TimeWindow } from './data-query.ts';
import { DataQueryError } from './data-query-error.ts';
import { quote, subjectOf } from './write-sql.ts';

/**
 * What a figure per head is divided by: the stock of the other subject in its latest year up to the window's end, of the
 * same places. Only what both subjects know (districts, regions) narrows it; 噪声 is complained of by everybody.
 */
export function perCapitaUnder(
  { per }: Extract<Metric, { kind: 'per_capita' }>,
  { plan, subject, model, writer }: AggregateScope,
  groups: readonly Group[],
  window: TimeWindow | null,
): string {
  if (!model.joins.some(({ from, to }) => from === subject.name && to === per.subject)) {
    throw new DataQueryError('unsafe_query', `${subject.label}与「${per.subject}」没有关联。`);
  }
  const stock = subjectOf(model, per.subject);
  const shared = new Set(stock.dimensions.map(({ name }) => name));
  const year = quote(stock.time.column);
  const upTo = window ? ` where y.${year} <= ${writer.param(partsOf(window.to).year)}` : '';
  const conditions = [
    `p.${year} = (select max(y.${year}) from ${writer.table(stock)} y${upTo})`,
    ...groups
      .filter(({ name }) => shared.has(name))
      .map(({ name }) => `${dimensionSql(name, stock, model, writer, 'p')} = g.${quote(name)}`),
    ...placeTests(plan.filter, shared).map((test) =>
      compileFilter(test, (name) => dimensionField(name, stock, model, 'p'), writer),
    ),
  ];
  const sum = `cast(sum(p.${quote(per.column)}) as double precision) * ${writer.param(per.scale)}`;
  return `(select ${sum} from ${writer.table(stock)} p where ${conditions.join(' and ')})`;
}

/** The parts of a filter that speak of shared dimensions alone; one that mixes them with others cannot be divided. */
function placeTests(filter: Filter | null, shared: ReadonlySet<string>): Filter[] {
  const parts = filter === null ? [] : 'all' in filter ? filter.all : [filter];
  return parts.flatMap((part) => {
    const fields = fieldsOf(part);
    const places = fields.filter((field) => shared.has(field));
    if (places.length === 0) return [];
    if (places.length < fields.length)
      throw new DataQueryError('unsafe_query', '这个条件下算不出人均数：地点与其他条件以「或」相连。');
    return [part];
  });
}

function fieldsOf(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(fieldsOf);
  if ('any' in filter) return filter.any.flatMap(fieldsOf);
  return 'not' in filter ? fieldsOf(filter.not) : [filter.field];
}
