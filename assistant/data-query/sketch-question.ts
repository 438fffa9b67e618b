import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import { type FoundTime, findTimes } from '../language/dates.ts';
import { type FoundComparison, findComparisons } from './find-comparisons.ts';
import { foldText, type Term, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** A recognised stretch of the question. */
export interface Token {
  said: string;
  terms: readonly Term[];
  time?: FoundTime;
  comparison?: FoundComparison;
}

/**
 * One character for each kind of token, so that the shape of a question can be read with regular expressions:
 * 「上个月各区县投诉量前五」 is `T各DM前五`.
 */
export const mark = {
  metric: '\uE001',
  value: '\uE002',
  dimension: '\uE003',
  subject: '\uE004',
  time: '\uE005',
  comparison: '\uE006',
} as const;

/** A question with its recognised stretches replaced by marks. */
export interface Sketch {
  readonly folded: string;
  /** One character a mark or an unrecognised character of the question. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The token at a place of `text`, where a mark stands. */
  tokenAt(index: number): Token | undefined;
  /** Places of `text` where tokens of this kind stand. */
  placesOf(kind: keyof typeof mark): number[];
  /** Notes that the stretch has been understood. */
  claim(start: number, end: number): void;
  /** The first match that overlaps nothing claimed, which is then claimed. */
  take(pattern: RegExp): RegExpExecArray | undefined;
  /** What nobody has claimed, token marks left out. */
  leftover(): string[];
}

/** @param only the subject whose words count, once it is known */
export function sketchQuestion(text: string, model: SemanticModel, now: Date, only?: Subject): Sketch {
  const folded = foldText(text);
  const { marks, tokens } = tokenise(folded, vocabularyOf(model, only), now);
  const claimed = new Set<number>();
  const isFree = (start: number, end: number) => {
    for (let index = start; index < end; index++) if (claimed.has(index)) return false;
    return true;
  };
  const claim = (start: number, end: number) => {
    for (let index = start; index < end; index++) claimed.add(index);
  };
  return {
    folded,
    text: marks,
    tokens: [...tokens.values()],
    tokenAt: (index) => tokens.get(index),
    placesOf: (kind) => [...tokens.keys()].filter((index) => marks[index] === mark[kind]),
    claim,
    take(pattern) {
      const found = [...marks.matchAll(pattern)].find((match) => isFree(match.index, match.index + match[0].length));
      if (found) claim(found.index, found.index + found[0].length);
      return found;
    },
    leftover: () =>
      [...marks]
        .map((one, index) => (claimed.has(index) || tokens.has(index) ? ' ' : one))
        .join('')
        .split(' ')
        .filter(Boolean),
  };
}

/** Comparisons first (「比上个月」 names no time range), then times, then the longest words of the model. */
function tokenise(folded: string, vocabulary: Vocabulary, now: Date): { marks: string; tokens: Map<number, Token> } {
  const comparisons = findComparisons(folded);
  const masked = comparisons.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    folded,
  );
  const fixed = [
    ...comparisons.map((comparison) => ({ ...comparison, comparison })),
    ...findTimes(masked, now).map((time) => ({ ...time, time })),
  ];
  const tokens = new Map<number, Token>();
  let marks = '';
  for (let index = 0; index < folded.length; ) {
    const stretch = fixed.find(({ start }) => start === index) ?? termAt(folded, index, vocabulary, fixed);
    if (!stretch) {
      marks += folded[index++];
      continue;
    }
    const { start, end, ...token } = { terms: [], ...stretch, said: folded.slice(index, stretch.end) };
    tokens.set(marks.length, token);
    marks += mark[kindOf(token)];
    index = end;
  }
  return { marks, tokens };
}

function termAt(folded: string, start: number, vocabulary: Vocabulary, fixed: { start: number; end: number }[]) {
  const found = vocabulary.longestAt(folded, start);
  if (!found || fixed.some((other) => start < other.end && other.start < found.end)) return undefined;
  // 「区」 alone is a dimension only where the words before it ask for one: 各区, 哪个区; not in 小区.
  if (found.end - start === 1 && !/[各每分哪按个些]$/.test(folded.slice(0, start))) return undefined;
  return { start, end: found.end, terms: found.entries };
}

function kindOf(token: Omit<Token, 'said'>): keyof typeof mark {
  if (token.time) return 'time';
  if (token.comparison) return 'comparison';
  const kinds = new Set(token.terms.map(({ kind }) => kind));
  // 「投诉」 is the subject before it is one of the values of 诉求类型.
  for (const kind of ['metric', 'dimension', 'subject', 'value'] as const) if (kinds.has(kind)) return kind;
  return 'subject';
}
