import { bareText } from './canonical-text.ts';

// Straight quotation marks are left out: in Chinese text they stand for inches and code as often as for words.
const quoted = /「([^「」]+)」|『([^『』]+)』|“([^“”]+)”/gu;

/** What a text gives as somebody's very words, without the marks. */
export function quotedSpans(text: string): string[] {
  return [...text.matchAll(quoted)].map(([, corner, double, curly]) => (corner ?? double ?? curly)!);
}

/** The quoted spans of `text` that none of `sources` holds; only width, spaces, numerals and punctuation may differ. */
export function quotedSpansMissing(text: string, sources: readonly string[]): string[] {
  const held = sources.map(bareText);
  return quotedSpans(text).filter((span) => {
    const words = bareText(span);
    return words !== '' && !held.some((source) => source.includes(words));
  });
}
