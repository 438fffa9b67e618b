import { findAddresses } from './find-addresses.ts';
import { findCodes } from './find-codes.ts';
import { findNames } from './find-names.ts';
import { findNumbers } from './find-numbers.ts';
import { overlaps, type PersonalDataSpan } from './personal-data-span.ts';
import { toReadable } from './readable-text.ts';

/** Spans of personal data in a text, in order and without overlap. Takes time in proportion to the text's length. */
export function findPersonalData(text: string): PersonalDataSpan[] {
  const { plain, spoken, offsets } = toReadable(text);
  const written = findNumbers(plain);
  // Chinese digits count only where they make a number that is none without them: 第一13812345678 has one in front.
  const said = findNumbers(spoken).filter((span) => !written.some((other) => overlaps(span, other)));
  // The surer kinds take their characters first; a name is surer beside a number.
  const sure = withoutOverlap([...findCodes(plain), ...written, ...said, ...findAddresses(plain)]);
  const spans = withoutOverlap([...sure, ...findNames(plain, sure)]);
  return spans.map(({ type, start, end }) => ({ type, start: offsets[start]!, end: endOf(offsets, end) }));
}

/** The end of the last character, so that what is invisible behind a span stays outside it. */
function endOf(offsets: Uint32Array, end: number): number {
  return offsets[end - 1]! + 1;
}

/** In order of place; of two that overlap the one that comes first in the list stays. */
function withoutOverlap(spans: readonly PersonalDataSpan[]): PersonalDataSpan[] {
  const ranked = spans.map((span, rank) => ({ span, rank })).sort((a, b) => a.span.start - b.span.start);
  const kept: { span: PersonalDataSpan; rank: number }[] = [];
  for (const one of ranked) {
    const last = kept.at(-1);
    if (!last || !overlaps(last.span, one.span)) kept.push(one);
    else if (one.rank < last.rank) kept[kept.length - 1] = one;
  }
  return kept.map(({ span }) => span);
}
