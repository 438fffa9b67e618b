import type { Subject } from '../../knowledge/index.ts';
import type { ValueTerm } from './read-filters.ts';
import { foldText } from './vocabulary.ts';

/**
 * What a stretch of a question that is no word of the model speaks of all the same: 「信用债处于正常状态」 holds the marks of
 * the value 信用债正常 in their order, 「债务违约」 shares its words with one column's values and its name.
 */
export type LooseLink = { kind: 'value'; term: ValueTerm } | { kind: 'column'; column: string };

/** Dictionaries longer than this are names, which must be said as they are. */
const mostLabels = 40;
/** A value that is said with more than this between its parts is another thing. */
const mostBetween = 4;

export function linkLoosely(stretch: string, subject: Subject, isCondition: boolean): LooseLink | null {
  const scattered = scatteredValue(stretch, subject);
  if (scattered) return { kind: 'value', term: scattered };
  const column = nearestColumn(stretch, subject);
  if (!column) return null;
  if (!isCondition) return { kind: 'column', column };
  // Beside a ranking it narrows the rows: which rows has to be clear.
  const value = nearestValue(stretch, column, subject);
  return value && { kind: 'value', term: value };
}

function labelled({ dimensions }: Subject) {
  return dimensions.filter(({ values, type }) => type === 'text' && values.length > 0 && values.length <= mostLabels);
}

/** A value of four marks or more whose marks all stand in the stretch in order, with little in between. */
function scatteredValue(stretch: string, subject: Subject): ValueTerm | null {
  for (const { name, values } of labelled(subject)) {
    for (const { value } of values) {
      const word = foldText(String(value));
      if (word.length >= 4 && isScattered(word, stretch)) return termOf(subject, name, value);
    }
  }
  return null;
}

function isScattered(word: string, stretch: string): boolean {
  let at = stretch.indexOf(word[0]!) - 1;
  const start = at + 1;
  for (const one of word) {
    at = stretch.indexOf(one, at + 1);
    if (at < 0) return false;
  }
  return at - start + 1 <= word.length + mostBetween;
}

/** The column whose name and values share the most pairs of marks with the stretch, clear of the next one. */
function nearestColumn(stretch: string, subject: Subject): string | null {
  const scored = labelled(subject)
    .map(({ name, label, values }) => ({
      name,
      score: likeness(
        stretch,
        label,
        values.map(({ value }) => String(value)),
      ),
    }))
    .filter(({ score }) => score >= 1.5)
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score - (second?.score ?? 0) >= 0.5 ? first.name : null;
}

function likeness(stretch: string, label: string, values: readonly string[]): number {
  const said = new Set(values.flatMap((value) => pairsOf(foldText(value))).concat(pairsOf(foldText(label))));
  const pairs = pairsOf(stretch).filter((pair) => said.has(pair)).length;
  const marks = [...new Set(foldText(label))].filter((one) => stretch.includes(one)).length;
  return pairs === 0 ? 0 : pairs + marks * 0.5;
}

/** The value that shares with the stretch what no other value of its column has. */
function nearestValue(stretch: string, column: string, subject: Subject): ValueTerm | null {
  const values = subject.dimensions.find(({ name }) => name === column)?.values ?? [];
  const pairs = pairsOf(stretch);
  const telling = pairs.filter(
    (pair) => values.filter(({ value }) => foldText(String(value)).includes(pair)).length === 1,
  );
  const hits = values.map(({ value }) => ({
    value,
    score: telling.filter((pair) => foldText(String(value)).includes(pair)).length,
  }));
  const [first, second] = hits.toSorted((a, b) => b.score - a.score);
  return first && first.score > (second?.score ?? 0) ? termOf(subject, column, first.value) : null;
}

/** Neighbouring marks: 信用, 用债 of 信用债. */
export function pairsOf(text: string): string[] {
  return [...text].slice(1).map((mark, index) => text[index]! + mark);
}

function termOf({ name }: Subject, dimension: string, value: string | number | boolean): ValueTerm {
  return { kind: 'value', subject: name, dimension, values: [value] };
}
