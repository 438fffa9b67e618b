import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMatters } from '../../knowledge/catalogue/read-matters.ts';
import type { MatterCard } from '../../knowledge/index.ts';
import { projectRoot } from '../cli/project-root.ts';
import { cardsInService, closedBy, dayBefore, type KnownVersion, numberAuthored } from './cards-in-service.ts';

const authored: MatterCard[] = await readMatters(path.join(projectRoot(), 'knowledge/corpus/matters'));

const version = (changes: Partial<KnownVersion>): KnownVersion => ({
  cardId: 'id-card',
  version: 1,
  state: 'published',
  validFrom: '2026-12-01',
  validTo: null,
  ...changes,
});
const idCard = () => authored.find(({ id }) => id === 'id-card')!;
const serve = (...rows: KnownVersion[]) => {
  const { cards, past } = cardsInService([idCard()], rows, ({ version, validFrom, validTo }) => ({
    ...idCard(),
    version,
    validFrom,
    validTo,
  }));
  const shown = (list: readonly MatterCard[]) => list.map(({ version = 0, validTo }) => [version, validTo]);
  return { cards: shown(cards), past: shown(past) };
};
const authoredRow = (changes: Partial<KnownVersion>) =>
  version({ version: 0, validFrom: idCard().validFrom, ...changes });

describe('what is served', () => {
  it('is what the files say where the record says nothing', () => {
    expect(cardsInService(authored, [], () => null)).toEqual({ cards: expect.arrayContaining(authored), past: [] });
    expect(serve()).toEqual({ cards: [[0, null]], past: [] });
  });

  it.each([
    ['a version to come, after the authored one', [authoredRow({ state: 'superseded', validTo: '2026-11-30' }), version({})], { cards: [[0, '2026-11-30'], [1, null]], past: [] }],
    ['no draft', [version({ state: 'draft' })], { cards: [[0, null]], past: [] }],
    ['no withdrawn version, which citations open', [version({ state: 'withdrawn' })], { cards: [[0, null]], past: [[1, null]] }],
    ['nothing where the authored one was withdrawn', [authoredRow({ state: 'withdrawn' })], { cards: [], past: [[0, null]] }],
    ['no version that another of the same day replaced', [version({ state: 'superseded', validTo: '2026-11-30' }), version({ version: 2 })], { cards: [[0, null], [2, null]], past: [[1, '2026-11-30']] }],
    ['a newer edition of the file than the one that was withdrawn', [authoredRow({ state: 'withdrawn', validFrom: '2020-01-01' })], { cards: [[0, null]], past: [] }],
  ])('is %s', (_, rows, expected) => {
    expect(serve(...rows)).toEqual(expected);
  }); // biome-ignore format: a table

  it('keeps the very cards that nothing changes, as what is derived of them is kept by them', () => {
    expect(cardsInService(authored, [authoredRow({})], () => null).cards).toContain(idCard());
  });
});

it('numbers the authored versions of a matter from 0 downwards, the newest first', () => {
  const numbered = numberAuthored(authored).filter(({ card }) => card.id === 'retirement');
  expect(numbered.map(({ version }) => version)).toEqual([0, -1]);
  expect(numbered[0]!.card.validFrom > numbered[1]!.card.validFrom).toBe(true);
});

it.each([
  ['what holds on that day', version({ validFrom: '2025-01-01' }), true],
  ['what was to begin later', version({ validFrom: '2027-05-01' }), true],
  ['nothing that ended before', version({ validFrom: '2025-01-01', validTo: '2026-10-31' }), false],
  [
    'nothing that is closed already, with no day left',
    version({ validFrom: '2026-12-05', validTo: '2026-12-04' }),
    false,
  ],
  ['no draft', version({ state: 'draft' }), false],
])('closes %s', (_, one, isClosed) => {
  expect(closedBy([one], '2026-12-01').map(({ lastDay }) => lastDay)).toEqual(isClosed ? ['2026-11-30'] : []);
});

it('knows the day before, over months and years', () => {
  expect(['2026-03-01', '2028-03-01', '2027-01-01'].map(dayBefore)).toEqual(['2026-02-28', '2028-02-29', '2026-12-31']);
});
