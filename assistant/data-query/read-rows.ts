import type { Subject } from '../../knowledge/index.ts';
import { numberPattern, readNumber } from '../language/numerals.ts';
import { type FoundValue, findValues } from './read-filters.ts';
import { type RowRank, readRanks } from './read-row-ranks.ts';
import { mark, type Sketch } from './sketch-question.ts';

/** A column that the question names, with where. */
export interface FoundColumn {
  at: number;
  column: string;
  said: string;
}

/** What a question asks of rows that state facts: which columns, of which rows, picked how. */
export interface RowsReading {
  values: FoundValue[];
  /** Named for themselves: neither to rank by nor to say what a value is. */
  asked: string[];
  /** The things that 「哪个小区」 asks for. */
  wanted: string[];
  ranks: RowRank[];
  /** 「哪三家」. */
  count: number | null;
  /** 「差额是多少」 between two of them. */
  gap: boolean;
  /** 「有多少家」: how many there are, and not what they are. */
  counts: boolean;
  /** Said of a column with a word behind it that makes it another measure: 利润 + 率. */
  changed: string[];
  /** 「是不是国有企业」: the values say what is to be looked at, and narrow nothing. */
  checks: FoundValue[];
}

const any = `[${mark.metric}${mark.dimension}${mark.subject}]`;
const gaps =
  /之?间?的?(?:差额|差距|差值|相差|差了?多少|多多少|少多少|高多少|低多少|高出多少|低了多少|高了多少|多了多少|少了多少)/g;
const checking = /是不是|是否|吗|能否|有没有|属不属于|是一家|是一个/;
const counting = /(?:一共|总共|共)?有?(?:多少|几)(?:家|个|块|宗|幅|处|所|位|条)(?:地|土地)?(?!月|季|小时)/g;
const which = `(?:哪|什么)(?:些|几|(${numberPattern}))?(?:一)?(?:个|家|块|宗|幅|处|座|所|项|位|名|片|种|条|只|款)?`;

export function readRows(sketch: Sketch, subject: Subject): RowsReading {
  const found = findValues(sketch, subject);
  const checks = checking.test(sketch.folded) ? found.filter((value) => isYesNo(value, subject)) : [];
  const values = found.filter((value) => !checks.includes(value));
  const columns = findColumns(sketch, subject);
  const gap = sketch.take(gaps) !== undefined;
  const { wanted, count, places } = readWanted(sketch, subject, columns);
  const ranks = readRanks(sketch, subject, columns);
  const used = new Set([...ranks.map(({ at }) => at), ...places]);
  const counts = sketch.take(counting) !== undefined;
  const asked = columns
    .filter(({ at }) => !used.has(at) && !namesKindOfValue(sketch, at))
    .map(({ column }) => column)
    .filter((column) => !subject.things.includes(column));
  return {
    values,
    asked: [...new Set([...asked, ...checks.map(({ term }) => term.dimension)])],
    wanted:
      wanted.length > 0 || !/哪|谁/.test(sketch.folded) || ranks.length > 0
        ? wanted
        : thingsMeant(columns, asked, subject),
    ranks,
    count,
    gap,
    counts,
    changed: changedColumns(sketch, columns),
    checks,
  };
}

/** 「有哪些国有企业」: the thing was swallowed by the value; the first thing of the table is meant where no column is asked. */
function thingsMeant(
  columns: readonly FoundColumn[],
  asked: readonly string[],
  { things, listColumns }: Subject,
): string[] {
  const isWord = (name: string) => listColumns.find((column) => column.name === name)?.type !== 'number';
  if (asked.some(isWord)) return [];
  const named = columns.findLast(({ column }) => things.includes(column))?.column ?? things[0];
  return named ? [named] : [];
}

/** 「营业利润率」 is no 营业利润. */
function changedColumns(sketch: Sketch, columns: readonly FoundColumn[]): string[] {
  return columns.flatMap(({ at, said }) => {
    const behind = /^(?:率|占比|比重|比例|增速|增幅|增长率?|同比|环比)/.exec(sketch.text.slice(at + 1))?.[0];
    return behind ? [said + behind] : [];
  });
}

function isYesNo({ term }: FoundValue, { dimensions }: Subject): boolean {
  const values = dimensions.find(({ name }) => name === term.dimension)?.values ?? [];
  return values.length <= 3 && values.some(({ value }) => value === '是' || value === true);
}

/** Every column word that stands in the question; of several columns the first, which the vocabulary gives in their order. */
function findColumns(sketch: Sketch, subject: Subject): FoundColumn[] {
  const columns = new Set(subject.listColumns.map(({ name }) => name));
  return [...sketch.text.matchAll(new RegExp(any, 'g'))].flatMap(({ index }) => {
    const token = sketch.tokenAt(index)!;
    const names = token.terms.flatMap((term) => {
      if (term.kind === 'metric' && term.subject === subject.name) return [term.metric];
      return term.kind === 'dimension' && term.subject === subject.name ? [term.dimension] : [];
    });
    const column = names.find((name) => columns.has(name));
    return column ? [{ at: index, column, said: token.said }] : [];
  });
}

/** 「哪家公司」, 「哪个小区」, 「小区有哪些」: what the rows are to be named by. */
function readWanted(sketch: Sketch, subject: Subject, columns: readonly FoundColumn[]) {
  const wanted: string[] = [];
  const places: number[] = [];
  let count: number | null = null;
  const add = (at: number) => {
    const named = columns.find((column) => column.at === at);
    if (!named) return;
    places.push(at);
    if (!wanted.includes(named.column)) wanted.push(named.column);
  };
  for (let match = sketch.take(ofWhich); match; match = sketch.take(ofWhich)) {
    if (match[1]) count = readNumber(match[1]);
    add(match.index + match[0].length - 1);
  }
  for (let match = sketch.take(whichAre); match; match = sketch.take(whichAre)) add(match.index);
  return { wanted: wanted.filter((name) => isText(name, subject)), count, places };
}

const ofWhich = new RegExp(`${which}(?:的)?(${any})`, 'g');
const whichAre = new RegExp(`(${any})(?:都|分别)?(?:有|是)?(?:哪些|哪几[个家块]|什么)`, 'g');

function isText(name: string, { listColumns }: Subject): boolean {
  return listColumns.find((column) => column.name === name)?.type !== 'number';
}

/** 「风险等级为低风险」 and 「风险等级被评定为低风险」: the column only says what the value is. */
function namesKindOfValue(sketch: Sketch, at: number): boolean {
  const behind = new RegExp(`^.(?:[^${mark.metric}${mark.dimension}、,，。?？]{0,7}?)(${mark.value})`).exec(
    sketch.text.slice(at),
  );
  if (!behind) return false;
  const own = sketch.tokenAt(at)?.terms.flatMap((term) => (term.kind === 'dimension' ? [term.dimension] : [])) ?? [];
  const value = sketch.tokenAt(at + behind[0].length - 1);
  return value?.terms.some((term) => term.kind === 'value' && own.includes(term.dimension)) ?? false;
}
