import type { ColumnWords, Metric, Subject } from '../../../knowledge/index.ts';
import {
  type DraftColumn,
  draftColumn,
  isFigure,
  isYear,
  toDimension,
  toListColumn,
  toMetric,
} from './draft-column.ts';
import { cityGroups } from './draft-values.ts';
import { toColumnName } from './name-column.ts';
import type { TableProfile } from './profile-table.ts';

/** A subject guessed from a table: good enough to be asked, and to be corrected by somebody who knows the data. */
export function draftSubject(table: TableProfile, words: ColumnWords): Subject {
  const shown = table.columns.filter(({ madeFrom }) => madeFrom === undefined);
  const columns = namedApart(shown.map((column) => draftColumn(column, table.rows, words)));
  const things = columns
    .filter(({ thing }) => thing !== null)
    .toSorted((a, b) => b.profile.distinct - a.profile.distinct);
  const figures = columns.filter(isFigure);
  const label = table.relation.split('.').at(-1)!;
  const count = countOf(figures, things, label);
  return {
    name: toColumnName(label).name,
    label,
    aliases: [],
    hints: [],
    relation: table.relation,
    rowUnit: things[0]?.thing?.measures[0] ?? '条',
    time: timeOf(table, columns),
    districtColumn: null,
    things: (things.length > 0 ? things : columns.filter(({ profile }) => profile.type === 'text')).map(
      ({ name }) => name,
    ),
    defaultMetric: count.name,
    overview: [],
    readings: [],
    listColumns: columns.map(toListColumn),
    dimensions: columns.filter((column) => !isFigure(column)).map((column) => toDimension(column, words)),
    valueGroups: columns.flatMap(({ name, profile }) =>
      cityGroups(profile.values).map((group) => ({ dimension: name, ...group })),
    ),
    rollups: [],
    metrics: [count, ...figures.map(toMetric)],
    owner: '（请填写负责单位）',
    source: table.relation,
    updated: '（请填写更新频次）',
    sensitivity: 'internal',
    stock: false,
    samples: [`${label}一共有多少条`],
  };
}

/** Two columns may not have one name in the model. */
function namedApart(columns: DraftColumn[]): DraftColumn[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const times = (seen.get(column.name) ?? 0) + 1;
    seen.set(column.name, times);
    return times === 1 ? column : { ...column, name: `${column.name}_${times}` };
  });
}

/** The finest column of time: days before months before years; of two as fine, the one that people wrote to be read. */
function timeOf({ columns: all }: TableProfile, columns: readonly DraftColumn[]): Subject['time'] {
  const [finest] = all
    .filter(({ type }) => type === 'date' || type === 'moment')
    .toSorted((a, b) => b.distinct - a.distinct || Number(b.madeFrom !== undefined) - Number(a.madeFrom !== undefined));
  const read = columns.find(({ profile }) => profile.name === (finest?.madeFrom ?? finest?.name));
  if (finest) return { column: finest.name, grain: 'moment', label: read?.label ?? finest.name };
  const year = columns.find(isYear);
  if (year) return { column: year.profile.name, grain: 'year', label: year.label };
  return { column: all[0]!.name, grain: 'none', label: '时间' };
}

/** How many rows there are, by the words for the things they are about: 多少块地, 地块数量. */
function countOf(figures: readonly DraftColumn[], things: readonly DraftColumn[], label: string): Metric {
  const nouns = things.flatMap(({ thing }) => thing?.nouns ?? []);
  const measures = [...new Set(things.flatMap(({ thing }) => thing?.measures ?? []))];
  const counted = nouns.flatMap((noun) => [
    `${noun}数量`,
    `${noun}数`,
    `${noun}个数`,
    `${noun}总数`,
    `多少${noun}`,
    ...measures.flatMap((measure) => [`多少${measure}${noun}`, `几${measure}${noun}`]),
  ]);
  return {
    kind: 'additive',
    name: figures.some(({ name }) => name === 'row_count') ? 'rows_counted' : 'row_count',
    label: '数量',
    aliases: [...new Set([...counted, `${label}数量`, '记录数', '条数', '多少条'])],
    unit: things[0]?.thing?.measures[0] ?? '条',
    decimals: 0,
    formula: `${label}的行数`,
    better: 'high',
    standing: false,
    measure: { aggregate: 'count', where: [] },
  };
}
