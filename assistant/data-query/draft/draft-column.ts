import type { ColumnWords, Dimension, ListColumn, Metric } from '../../../knowledge/index.ts';
import { separatorOf, toValues } from './draft-values.ts';
import { type ColumnName, type ColumnSense, senseOf, thingWords, toColumnName } from './name-column.ts';
import type { ColumnProfile } from './profile-table.ts';

/** A column of a table with all that its name and its values let guess. */
export interface DraftColumn extends ColumnName {
  profile: ColumnProfile;
  sense: ColumnSense;
  /** Names things that rows are about, with the words for such a thing and how it is counted. */
  thing: { nouns: string[]; measures: string[] } | null;
}

/** @param rows of the table, to tell names from labels */
export function draftColumn(profile: ColumnProfile, rows: number, words: ColumnWords): DraftColumn {
  const named = toColumnName(profile.name);
  const thing = isThing(profile, named.label, rows) ? thingWords(named.label, words) : null;
  return { ...named, profile, sense: senseOf(named.label, words), thing };
}

function isThing({ type, distinct }: ColumnProfile, label: string, rows: number): boolean {
  if (type !== 'text' || distinct < 3 || /日期|时间|年月/.test(label)) return false;
  return /(?:名称|名字|标题|姓名)$/.test(label) || distinct >= rows * 0.9;
}

export function isYear({ label, profile: { type, min, max } }: DraftColumn): boolean {
  return type === 'integer' && /年/.test(label) && min !== null && max !== null && min >= 1900 && max <= 2100;
}

/** A number that was measured or counted, and no code, row number or year. */
export function isFigure(column: DraftColumn): boolean {
  const isNumber = column.profile.type === 'number' || column.profile.type === 'integer';
  return isNumber && !isYear(column) && !/(?:编号|代码|编码|序号|id)$/i.test(column.label);
}

export function toMetric({ name, label, unit, sense, profile }: DraftColumn): Metric {
  const isSum = sense.kind !== 'average' && unit !== '%';
  const measure = { aggregate: isSum ? ('sum' as const) : ('average' as const), column: profile.name, where: [] };
  return {
    kind: isSum ? 'additive' : 'average',
    name,
    label,
    aliases: sense.aliases,
    unit,
    decimals: profile.type === 'integer' && isSum ? 0 : 2,
    formula: `${label}的${isSum ? '合计' : '平均值'}`,
    better: 'high',
    standing: false,
    measure,
  };
}

export function toDimension(column: DraftColumn, words: ColumnWords): Dimension {
  const { name, label, sense, thing, profile } = column;
  const isTime = sense.kind === 'time' || isYear(column);
  const separator = profile.type === 'text' ? separatorOf(profile.values) : null;
  const values = isTime || profile.type !== 'text' ? [] : toValues(profile.values, separator, words);
  return {
    name,
    label,
    aliases: [...new Set([...(thing?.nouns ?? []), ...sense.aliases])].filter((word) => word !== label),
    column: profile.name,
    type: profile.type === 'boolean' ? 'boolean' : profile.type === 'text' ? 'text' : 'number',
    standing: false,
    values: isYesOrNo(values.map(({ value }) => String(value))) ? yesAndNo(label) : values,
    ...(separator ? { separator } : {}),
  };
}

function isYesOrNo(values: readonly string[]): boolean {
  return values.length > 0 && values.length <= 3 && values.includes('是') && values.includes('否');
}

/** 「是」 and 「否」 are said by what the column asks: 国有 and 非国有 of 是否国有. */
function yesAndNo(label: string): Dimension['values'] {
  const what = label.replace(/^是否(?:为|是)?/, '');
  return [
    { value: '是', label: what, aliases: [] },
    { value: '否', label: `非${what}`, aliases: [`不是${what}`, `不属于${what}`] },
  ];
}

export function toListColumn({ name, label, unit, sense, profile }: DraftColumn): ListColumn {
  const type = isFigure({ name, label, unit, sense, profile, thing: null })
    ? 'number'
    : typeOf(profile.type, sense.kind);
  return { name, label, column: profile.name, type, unit, aliases: [] };
}

function typeOf(type: ColumnProfile['type'], kind: DraftColumn['sense']['kind']): ListColumn['type'] {
  if (type === 'boolean') return 'boolean';
  return kind === 'time' || type === 'date' || type === 'moment' ? 'time' : 'text';
}
