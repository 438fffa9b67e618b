import { describe, expect, it } from 'vitest';
import { cardSummary } from '../../testing/builders-knowledge.ts';
import { cardsShown, officialShare, readCardView, toCardSearch } from './card-list-view.ts';

const today = '2026-11-23';
const cards = [
  cardSummary({ id: 'water-meter', title: '水表过户', misses: 2, hits: 9, reviewDue: '2026-12-01' }),
  cardSummary({ id: 'noodle-shop', title: '开办小面馆', misses: 7, hits: 1, reviewDue: '2026-11-01' }),
  cardSummary({ id: 'kindling', title: '柴火灶登记', misses: 0, hits: 0, standing: 'withdrawn', reviewDue: null }),
];
const shown = (address: string) =>
  cardsShown(cards, readCardView(new URLSearchParams(address)), today).map(({ id }) => id);

describe('the list of cards', () => {
  it('begins with what was asked in vain most often', () => {
    expect(shown('')).toEqual(['noodle-shop', 'water-meter', 'kindling']);
  });

  it('finds by name, number and leading unit, and by what is to be done', () => {
    expect(shown('q=小面')).toEqual(['noodle-shop']);
    expect(shown('q=WATER')).toEqual(['water-meter']);
    expect(shown('standing=withdrawn')).toEqual(['kindling']);
    expect(shown('due=true')).toEqual(['noodle-shop']);
    expect(shown('missed=true')).toEqual(['noodle-shop', 'water-meter']);
  });

  it('sorts by the day of review, cards without one last', () => {
    expect(shown('sort=reviewDue&direction=asc')).toEqual(['noodle-shop', 'water-meter', 'kindling']);
  });

  it('takes what is no view for the first one, and keeps addresses short', () => {
    expect(readCardView(new URLSearchParams('sort=colour&standing=odd&direction=up'))).toEqual(
      readCardView(new URLSearchParams()),
    );
    expect(toCardSearch(readCardView(new URLSearchParams('due=true&sort=misses'))).toString()).toBe('due=true');
  });

  it('gives a card without facts no share of sure ones', () => {
    expect(officialShare({ official: 0, memory: 0, uncertain: 0 })).toBe(0);
    expect(officialShare({ official: 3, memory: 1, uncertain: 0 })).toBe(0.75);
  });
});
