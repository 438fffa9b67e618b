import type { MatterCard } from '../../knowledge/index.ts';
import type { CardState } from './card-body.ts';

/** A version with what became of it. */
export interface KnownVersion {
  cardId: string;
  version: number;
  state: CardState;
  validFrom: string;
  validTo: string | null;
}

/** The authored versions of each matter with their numbers: the newest is 0, the ones before it -1, -2. */
export function numberAuthored(cards: readonly MatterCard[]): { version: number; card: MatterCard }[] {
  const newestFirst = cards.toSorted(
    (left, right) => left.id.localeCompare(right.id) || right.validFrom.localeCompare(left.validFrom),
  );
  let nth = 0;
  return newestFirst.map((card, at) => {
    nth = newestFirst[at - 1]?.id === card.id ? nth + 1 : 0;
    return { version: 0 - nth, card };
  });
}

/**
 * The authored cards and those of the record as they are served, each closed where a later one begins, and those that are
 * served no more: old citations open them. `cardOf` reads the text of a version of the record; null leaves it out.
 */
export function cardsInService<Row extends KnownVersion>(
  authored: readonly MatterCard[],
  rows: readonly Row[],
  cardOf: (row: Row) => MatterCard | null,
): { cards: MatterCard[]; past: MatterCard[] } {
  const rowOf = new Map(rows.map((row) => [`${row.cardId} ${row.version}`, row]));
  const ofFiles = numberAuthored(authored).map(({ version, card }) => {
    const row = rowOf.get(`${card.id} ${version}`);
    // A file that begins on another day than the row says is a newer edition than the one it speaks of.
    return row?.validFrom === card.validFrom ? { row, card } : { row: null, card };
  });
  const ofRecord = rows
    .filter(({ version, state }) => version > 0 && state !== 'draft')
    .flatMap((row) => {
      const card = cardOf(row);
      return card ? [{ row, card }] : [];
    });
  const cards: MatterCard[] = [];
  const past: MatterCard[] = [];
  for (const { row, card } of [...ofFiles, ...ofRecord]) {
    const closed = row ? closedOn(card, row.validTo) : card;
    (isServed(row, closed) ? cards : past).push(closed);
  }
  return { cards, past };
}

/** The same value where nothing changes: what is computed of a card is kept by its identity. */
const closedOn = (card: MatterCard, validTo: string | null) => (card.validTo === validTo ? card : { ...card, validTo });

/** A version that a later one of the same day replaced has no day left. */
function isServed(row: KnownVersion | null, { validFrom, validTo }: MatterCard): boolean {
  return row?.state !== 'withdrawn' && (validTo === null || validFrom <= validTo);
}

/** The last day before `day`, both `2026-01-31`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** What a publication from `day` on closes: every version that would be served on that day or later, with its new last day. */
export function closedBy<Version extends KnownVersion>(
  versions: readonly Version[],
  day: string,
): (Version & { lastDay: string })[] {
  return versions
    .filter(({ state }) => state === 'published' || state === 'superseded')
    .filter(({ validFrom, validTo }) => validTo === null || (validTo >= day && validTo >= validFrom))
    .map((version) => ({ ...version, lastDay: dayBefore(day) }));
}
