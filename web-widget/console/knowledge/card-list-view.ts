import type { CardStanding, CardSummary } from '../../../channels/http/card-types.ts';

export const standings = [
  'in_force', 'upcoming', 'draft_only', 'withdrawn', 'ended',
] as const satisfies readonly CardStanding[]; // biome-ignore format: a list of words
export const cardSorts = ['title', 'lead', 'certainty', 'reviewDue', 'hits', 'misses'] as const;
export type CardSort = (typeof cardSorts)[number];

/** What the list of cards shows; it stands in the address. */
export interface CardListView {
  q: string;
  standing: CardStanding | '';
  due: boolean;
  missed: boolean;
  drafted: boolean;
  sort: CardSort;
  direction: 'asc' | 'desc';
}

/** What citizens ask in vain most often comes first: there is most to gain. */
const firstView: CardListView = {
  q: '', standing: '', due: false, missed: false, drafted: false, sort: 'misses', direction: 'desc',
}; // biome-ignore format: the view without conditions at a glance

/** Reads an address that anyone may have typed: what is not a view's becomes the default. */
export function readCardView(search: URLSearchParams): CardListView {
  return {
    q: (search.get('q') ?? '').slice(0, 80),
    standing: standings.find((one) => one === search.get('standing')) ?? '',
    due: search.get('due') === 'true',
    missed: search.get('missed') === 'true',
    drafted: search.get('drafted') === 'true',
    sort: cardSorts.find((one) => one === search.get('sort')) ?? firstView.sort,
    direction: search.get('direction') === 'asc' ? 'asc' : firstView.direction,
  };
}

/** The address of a view, without what is as it always is. */
export function toCardSearch(view: CardListView): URLSearchParams {
  const changed = Object.entries(view).filter(([name, value]) => value !== firstView[name as keyof CardListView]);
  return new URLSearchParams(changed.map(([name, value]) => [name, String(value)]));
}

/** The cards that fit a view, in its order; equal ones by their names. `today` is a day, `2026-01-31`. */
export function cardsShown(cards: readonly CardSummary[], view: CardListView, today: string): CardSummary[] {
  const sought = view.q.trim().toLowerCase();
  const direction = view.direction === 'asc' ? 1 : -1;
  return cards
    .filter(({ id, title, lead }) => [id, title, lead].some((text) => text.toLowerCase().includes(sought)))
    .filter(({ standing }) => view.standing === '' || standing === view.standing)
    .filter((card) => !view.due || isReviewDue(card, today))
    .filter(({ misses }) => !view.missed || misses > 0)
    .filter(({ draft }) => !view.drafted || draft !== null)
    .sort((a, b) => direction * compare(sortKey(a, view.sort), sortKey(b, view.sort)) || compare(a.title, b.title));
}

export const isReviewDue = ({ reviewDue }: CardSummary, today: string) => reviewDue !== null && reviewDue <= today;

/** The share of a card's facts that were read in a public document; 0 for a card without facts. */
export function officialShare({ official, memory, uncertain }: CardSummary['certainty']): number {
  const all = official + memory + uncertain;
  return all === 0 ? 0 : official / all;
}

function sortKey(card: CardSummary, sort: CardSort): string | number {
  if (sort === 'certainty') return officialShare(card.certainty);
  // Without a day it is never due: behind all days.
  if (sort === 'reviewDue') return card.reviewDue ?? '9999';
  return card[sort];
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}
