import type { Subject } from '../../knowledge/index.ts';
import type { Filter, Test } from './data-query.ts';
import { mark, type Sketch } from './sketch-question.ts';
import { foldText, type Term } from './vocabulary.ts';

export type ValueTerm = Extract<Term, { kind: 'value' }>;

/** A value of the question, with where it stands and whether it is kept out. */
export interface FoundValue {
  at: number;
  said: string;
  term: ValueTerm;
  excluded: boolean;
}

const v = mark.value;
const list = `${v}(?:(?:、|,|，|和|与|及|以及|或|或者)${v})*`;
const excluding = [
  new RegExp(
    `(?:除了|除去|除开|除|不含|不包括|不包含|不算|不计|不要|不看|别算|先不看|抛开|撇开|剔除|排除|去掉|扣除|扣掉)(?:掉)?(${list})(?:的)?(?:以外|之外|外)?(?:的)?`,
    'g',
  ),
  new RegExp(`(?:不是|非)(${list})(?:的)?`, 'g'),
];

const negated = new RegExp(`(?<!有)(?:没有?|未|不)(?:被|有|是)?${v}`, 'g');

const byPlace = (a: number, b: number) => a - b;

/** In 「投诉、求助、咨询各多少」 a word for the subject stands among values, and is one of them. */
function listedSubjects(sketch: Sketch, subject: Subject): number[] {
  const dimensionsAt = (at: number) =>
    (sketch.tokenAt(at)?.terms ?? []).flatMap((term) =>
      term.kind === 'value' && term.subject === subject.name ? [term.dimension] : [],
    );
  return sketch.placesOf('subject').filter((at) => {
    const beside = [at - 2, at + 2].filter((place) => /[、和与及]/.test(sketch.text[(at + place) / 2] ?? ''));
    const own = dimensionsAt(at);
    return beside.some((place) => sketch.text[place] === v && dimensionsAt(place).some((name) => own.includes(name)));
  });
}

/** 「没超期的」 is the other half of a yes or no. */
function isBoolean(sketch: Sketch, at: number, { name, dimensions }: Subject): boolean {
  const types = new Set(dimensions.filter(({ type }) => type === 'boolean').map((dimension) => dimension.name));
  const terms = sketch.tokenAt(at)?.terms ?? [];
  return terms.some((term) => term.kind === 'value' && term.subject === name && types.has(term.dimension));
}

/** The values that the question names in this subject, those of 「除了…以外」 marked. */
export function findValues(sketch: Sketch, subject: Subject): FoundValue[] {
  const excluded = new Set<number>();
  for (const pattern of excluding) {
    for (const match of sketch.text.matchAll(pattern)) {
      for (let at = match.index; at < match.index + match[0].length; at++) excluded.add(at);
      sketch.claim(match.index, match.index + match[0].length);
    }
  }
  for (const match of sketch.text.matchAll(negated)) {
    const at = match.index + match[0].length - 1;
    if (!isBoolean(sketch, at, subject)) continue;
    excluded.add(at);
    sketch.claim(match.index, at);
  }
  return [...sketch.placesOf('value'), ...listedSubjects(sketch, subject)].toSorted(byPlace).flatMap((at) => {
    const token = sketch.tokenAt(at)!;
    const terms = token.terms.filter((one): one is ValueTerm => one.kind === 'value' && one.subject === subject.name);
    const term = terms.length > 1 ? likelier(terms, sketch, at) : terms[0];
    return term ? [{ at, said: token.said, term, excluded: excluded.has(at) }] : [];
  });
}

/**
 * Of several readings of a word: the value that it is itself (表扬 before 表扬感谢), the dimension that is named beside it,
 * and else the widest (噪音扰民 is every kind of noise).
 */
function likelier(terms: ValueTerm[], sketch: Sketch, at: number): ValueTerm {
  const said = sketch.tokenAt(at)?.said;
  const beside = [at - 1, at + 1].flatMap((place) => sketch.tokenAt(place)?.terms ?? []);
  const isNamed = ({ dimension }: ValueTerm) =>
    beside.some((term) => term.kind === 'dimension' && term.dimension === dimension);
  return (
    terms.find(({ values }) => values.some((value) => foldText(String(value)) === said)) ??
    terms.find(isNamed) ??
    terms.toSorted((a, b) => b.values.length - a.values.length)[0]!
  );
}

/**
 * One test a dimension: its values are alternatives (噪声和油烟 are rows of either). Values of different dimensions must
 * all hold, unless 「或」 stands between them.
 */
export function toFilters(values: readonly FoundValue[], sketch: Sketch): Filter[] {
  const wanted = values.filter(({ excluded }) => !excluded);
  const either = joinedByOr(wanted, sketch);
  const rest = wanted.filter((value) => !either.includes(value));
  const kept = testsOf(
    values.filter(({ excluded }) => excluded),
    true,
  );
  return [...testsOf(rest, false), ...(either.length > 0 ? [{ any: testsOf(either, false) }] : []), ...kept];
}

function testsOf(values: readonly FoundValue[], excluded: boolean): Test[] {
  const dimensions = [...new Set(values.map(({ term }) => term.dimension))];
  return dimensions.map((field) => {
    const found = values.filter(({ term }) => term.dimension === field);
    return testOf(
      field,
      found.flatMap(({ term }) => term.values),
      excluded,
    );
  });
}

export function testOf(field: string, all: readonly (string | number | boolean)[], excluded: boolean): Test {
  const values = [...new Set(all)];
  if (values.length === 1) return { field, is: excluded ? 'ne' : 'eq', values };
  return { field, is: excluded ? 'not_in' : 'in', values };
}

const alternative = new RegExp(`^的?${mark.subject}?(?:或者?|或是)(?:是|通过|从|走|在|来自|来源于|属于)?$`);

/** Neighbours of two dimensions with 「或」 between them. */
function joinedByOr(values: readonly FoundValue[], sketch: Sketch): FoundValue[] {
  const joined = new Set<FoundValue>();
  for (const [index, value] of values.entries()) {
    const next = values[index + 1];
    if (!next || next.term.dimension === value.term.dimension) continue;
    if (!alternative.test(sketch.text.slice(value.at + 1, next.at))) continue;
    joined.add(value).add(next);
  }
  return [...joined];
}
