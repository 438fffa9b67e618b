import { canonicalText } from './canonical-text.ts';

/** A number as it was said: `30日`, `3600元`, `12345` (no unit). */
export interface Figure {
  value: string;
  unit: string | null;
}

// Longest first: 个月 before 月, 工作日 before 日.
const units = '工作日|个月|小时|分钟|年|月|日|周|元|岁|%|倍|次|人|份|张|寸|项|种|条|款|章|号|层|m2|个|件|批|档';
const figure = new RegExp(`(\\d{3,4}-\\d{7,8}|\\d+(?:\\.\\d+)?)(${units})?`, 'g');

/** Every number of a text with its unit, in order, after numerals and units are written in one way. */
export function figuresOf(text: string): Figure[] {
  const withoutListMark = canonicalText(text).replace(/^(?:[(（]?\d{1,2}[)）]|\d{1,2}[.、:：](?!\d))/, '');
  return [...withoutListMark.matchAll(figure)].map(([, said, unit]) => ({
    // A telephone number or a long number is a name, not an amount: it is compared as it is written.
    value: /^\d{1,9}(?:\.\d+)?$/.test(said!) ? String(Number(said)) : said!,
    unit: unit ?? null,
  }));
}

/** The figures of `text` that none of `sources` holds. Units are compared where both sides name one. */
export function figuresMissing(text: string, sources: readonly string[]): Figure[] {
  const held = sources.flatMap(figuresOf);
  return figuresOf(text).filter(
    ({ value, unit }) =>
      !held.some((source) => source.value === value && (source.unit === unit || !source.unit || !unit)),
  );
}
