import type { Accept } from './lexical-index.ts';
import type { Document } from './passage.ts';

// Made once: making one reads the tables of the time zones, and every turn asks for the day several times.
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar day in Chongqing, `2026-01-31`. */
export function chongqingDay(instant: Date): string {
  return calendar.format(instant);
}

/** Calendar days in ISO form sort as text. */
export const isInForce = ({ validFrom, validTo }: Pick<Document, 'validFrom' | 'validTo'>, on: string): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

/**
 * Tells for a day which passages may be shown, by position; nothing when all may, which spares the index the asking.
 * The last day is remembered, since nearly every question is asked of today.
 */
export function createInForceFilter(documents: readonly Document[]): (on: string) => Accept | undefined {
  let remembered: { on: string; accept: Accept | undefined } | null = null;
  return (on) => {
    if (remembered?.on !== on) remembered = { on, accept: acceptOn(documents, on) };
    return remembered.accept;
  };
}

function acceptOn(documents: readonly Document[], on: string): Accept | undefined {
  if (documents.every((document) => isInForce(document, on))) return undefined;
  const mask = Uint8Array.from(
    documents.flatMap((document) => document.passages.map(() => (isInForce(document, on) ? 1 : 0))),
  );
  return (index) => mask[index] === 1;
}
