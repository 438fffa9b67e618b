import { z } from 'zod';
import type { Divisions } from './division.ts';

/** Names of ours are fields of plans and columns of answers; a drafted model keeps the words of the table: 成交总价. */
const name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, '用字母、汉字、数字和下划线，例如 close_rate');
/** A column or relation of the data platform, as the database has it. It is quoted wherever it gets into SQL. */
const identifier = z.string().regex(/^[^"\p{C}]{1,120}$/u, '不能含双引号和控制字符');
const words = z.array(z.string().min(1)).default([]);
const Cell = z.union([z.string(), z.number(), z.boolean()]);

/** A test on a column that is part of a metric's definition. */
const Condition = z.strictObject({
  column: identifier,
  is: z.enum(['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'is_null', 'not_null']).default('eq'),
  values: z.array(Cell).default([]),
});
export type Condition = z.infer<typeof Condition>;

/** One aggregate over the rows of a subject; `count` without a column counts rows. */
export const Measure = z.strictObject({
  aggregate: z.enum(['count', 'sum', 'average', 'median', 'min', 'max']),
  column: identifier.optional(),
  where: z.array(Condition).default([]),
});
export type Measure = z.infer<typeof Measure>;

const metricBase = {
  name,
  label: z.string().min(1),
  aliases: words,
  unit: z.string().nullable().default(null),
  /** Digits after the point that are shown. */
  decimals: z.int().nonnegative().default(0),
  /** The formula in words, shown with every figure. */
  formula: z.string().min(1),
  /** Which end of it 「最好」 means. */
  better: z.enum(['high', 'low']).default('high'),
  /** Counts what stands open now; a question that names no time asks for all of it. */
  standing: z.boolean().default(false),
  /**
   * The figure is about people: it is not shown where they are fewer than `below` and not none (statistical secrecy), nor
   * is what it could be told from. `people` is the column that counts them; without one every row is somebody.
   */
  suppress: z.strictObject({ below: z.int().positive(), people: identifier.optional() }).optional(),
};

/**
 * A measure that has a name. `additive` may be summed over places and times; `ratio` is always numerator ÷ denominator
 * over all rows of a group, never a mean of ratios; `per_capita` divides by a stock of another subject (the latest
 * year known in the window, of the same district).
 */
export const Metric = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('additive'), ...metricBase, measure: Measure }),
  z.strictObject({ kind: z.literal('average'), ...metricBase, measure: Measure }),
  z.strictObject({
    kind: z.literal('ratio'),
    ...metricBase,
    numerator: Measure,
    denominator: Measure,
    /** 100 makes a percentage of it. */
    scale: z.number().default(100),
  }),
  z.strictObject({
    kind: z.literal('per_capita'),
    ...metricBase,
    measure: Measure,
    per: z.strictObject({ subject: name, column: identifier, scale: z.number() }),
  }),
]);
export type Metric = z.infer<typeof Metric>;

export const DimensionValue = z.strictObject({
  value: Cell,
  /** Said in place of the value: 「一级（红）」 for `1`. */
  label: z.string().optional(),
  aliases: words,
  /** Told when the value was meant by one of its aliases: an old name, a change of extent. */
  note: z.string().optional(),
});
export type DimensionValue = z.infer<typeof DimensionValue>;

export const Dimension = z.strictObject({
  name,
  label: z.string().min(1),
  aliases: words,
  column: identifier,
  type: z.enum(['text', 'boolean', 'number']).default('text'),
  /** Its values say how things stand now; a question that names no time asks for all of it. */
  standing: z.boolean().default(false),
  /** A coarser reading of another dimension: 片区 of 区县. The values are then the groups. */
  groups: z.enum(['regions']).optional(),
  values: z.array(DimensionValue).default([]),
  /** Takes the dictionary from another list of the corpus instead of repeating it here. */
  valuesFrom: z.enum(['districts', 'regions', 'streets', 'categories', 'category_groups']).optional(),
  /** A cell holds several values with this between them: 「甲公司,乙公司」. A test then asks for one among them. */
  separator: z.string().min(1).optional(),
});
export type Dimension = z.infer<typeof Dimension>;

/** Words that stand for several values of one dimension: 「噪声」. */
const ValueGroup = z.strictObject({
  dimension: name,
  aliases: z.array(z.string().min(1)).min(1),
  values: z.array(Cell).min(1),
});

/** `moment` is a local timestamp or day of Chongqing, `year` a calendar year as a number, `none` a table that knows no time. */
const SubjectTime = z.strictObject({
  column: identifier,
  grain: z.enum(['moment', 'year', 'none']),
  label: z.string().min(1),
  /** A column with the first day of the month, kept beside the moment because it is grouped by much faster. */
  monthColumn: identifier.optional(),
});
export type SubjectTime = z.infer<typeof SubjectTime>;

/** A column that may be shown, tested or ranked by as it stands. */
const ListColumn = z.strictObject({
  name,
  label: z.string().min(1),
  column: identifier,
  type: z.enum(['text', 'number', 'boolean', 'time']).default('text'),
  unit: z.string().nullable().default(null),
  aliases: words,
});
export type ListColumn = z.infer<typeof ListColumn>;

/**
 * Figures added up beforehand, by days or months and some dimensions. `metrics` are those it can answer; without them, all
 * that are made of counts and sums.
 */
const Rollup = z.strictObject({
  /** The table that holds it, in the schema of the subject's relation. */
  name: z.string().regex(/^[a-z][a-z0-9_]{1,50}$/),
  grain: z.enum(['day', 'month']),
  dimensions: z.array(name),
  metrics: z.array(name).optional(),
});
export type Rollup = z.infer<typeof Rollup>;

export const Subject = z.strictObject({
  name,
  label: z.string().min(1),
  aliases: words,
  /** Weak aliases tell the subject only when nothing else does: 「件」. */
  hints: words,
  relation: identifier,
  rowUnit: z.string().min(1),
  time: SubjectTime,
  /** Rows stand for whole months or quarters; a question that names no time asks for the last one that has ended. */
  period: z.enum(['month', 'quarter']).optional(),
  /** The column that a reader's jurisdiction is tested on. Without one only those who may see everything read a row. */
  districtColumn: identifier.nullable(),
  /**
   * Each row is a fact about one thing at one time, known by these dimensions (项目名称, 地块名称), the most telling first:
   * questions are answered with the rows, and a figure is added up only where a sum is asked for.
   */
  things: z.array(name).default([]),
  defaultMetric: name,
  /** The dimension that 「各类」 and 「哪类」 ask for. */
  kindDimension: name.optional(),
  /** What is answered to 「办得怎么样」. */
  overview: z.array(name).default([]),
  /** What is said when a word was taken in one of its senses: 「投诉」 for every ticket. */
  readings: z.array(z.strictObject({ word: z.string().min(1), note: z.string().min(1) })).default([]),
  listColumns: z.array(ListColumn).min(1),
  dimensions: z.array(Dimension).min(1),
  valueGroups: z.array(ValueGroup).default([]),
  metrics: z.array(Metric).min(1),
  /** Who answers for the data (云长、数据管家) and where it comes from. */
  owner: z.string().min(1),
  source: z.string().min(1),
  updated: z.string().min(1),
  sensitivity: z.enum(['open', 'internal', 'restricted']),
  /** A column with the moment from which a row never changes; roll-ups hold only rows that have come to it. */
  settledColumn: identifier.optional(),
  rollups: z.array(Rollup).optional(),
  /** Stock figures are read at the latest year of the window and never added up over time. */
  stock: z.boolean().default(false),
  samples: z.array(z.string().min(1)).min(1),
});
export type Subject = z.infer<typeof Subject>;

/** The authored file `model.yaml`. */
export const SemanticModelFile = z.strictObject({
  name,
  title: z.string().min(1),
  /** Said with the data, such as that they are synthetic. */
  about: z.string().min(1),
  joins: z.array(z.strictObject({ from: name, to: name, on: z.array(z.tuple([identifier, identifier])).min(1) })),
  /** Other names of the regions that the divisions list. */
  regionAliases: z.record(z.string(), z.array(z.string().min(1))).default({}),
  /** Names for several districts together: 「万开云」. */
  districtGroups: z.array(ValueGroup.omit({ dimension: true })).default([]),
  subjects: z.array(Subject).min(1),
  /** Topics that are refused whoever asks, with the way to apply. */
  sensitive: z.array(z.strictObject({ topic: z.string().min(1), words: z.array(z.string().min(1)).min(1) })),
  /** Topics that cadres ask for and that this platform does not hold: said plainly instead of guessed at. */
  absent: z.array(z.strictObject({ topic: z.string().min(1), words: z.array(z.string().min(1)).min(1) })),
});
export type SemanticModelFile = z.infer<typeof SemanticModelFile>;

/** A region (片区) with the districts in it. */
export interface Region {
  name: string;
  aliases: string[];
  districts: string[];
}

/** The file with its dictionaries filled in from the rest of the corpus. */
export interface SemanticModel extends SemanticModelFile {
  regions: Region[];
  divisions: Divisions;
}
