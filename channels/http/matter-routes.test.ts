import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type { MatterShown } from './matter-types.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk({});
});
afterAll(() => desk.close());

const read = async (url: string) => desk.server.inject({ url });

it('gives the card in force with its materials, from any page', async () => {
  const answer = await read('/api/matters/newborn-birth');
  const card = answer.json() as MatterShown;
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect([card.title, card.newerVersion]).toEqual(['新生儿出生一件事', null]);
  expect(card.materials.some(({ text }) => text.includes('户口簿'))).toBe(true);
  const conditioned = card.materials.flatMap(({ when }) => Object.keys(when ?? {}));
  for (const question of conditioned) expect(card.questions.map(({ id }) => id)).toContain(question);
});

it('marks the lines that are not sure, and only those', async () => {
  const { limits } = (await read('/api/matters/minimum-living?version=2025-01-01')).json() as MatterShown;
  const card = desk.desk.services.knowledge.matters.find('minimum-living', '2025-01-01')!;
  expect(limits.map(({ uncertain }) => uncertain)).toEqual(
    card.limits.map(({ certainty }) => certainty === 'uncertain'),
  );
});

it('gives an earlier version by its first day and says that a newer one holds', async () => {
  const old = (await read('/api/matters/retirement?version=2024-01-01')).json() as MatterShown;
  const current = (await read('/api/matters/retirement')).json() as MatterShown;
  expect([old.version, old.newerVersion]).toEqual(['2024-01-01', current.version]);
});

it.each([
  ['an unknown matter', '/api/matters/nothing-like-it', 404, 'not_found'],
  ['a day that begins no version', '/api/matters/retirement?version=2024-02-02', 404, 'not_found'],
  ['a day that is none', '/api/matters/retirement?version=soon', 400, 'bad_input'],
])('answers %s with a code', async (_, url, status, code) => {
  const answer = await read(url);
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
});

it('lets pages of other origins post to a ticket’s progress, and to nothing else', async () => {
  const ask = (url: string) =>
    desk.server.inject({ method: 'OPTIONS', url, headers: { origin: 'https://elsewhere.example' } });
  for (const url of ['/api/ticket-progress', '/api/ticket-progress/verdicts']) {
    const { statusCode, headers } = await ask(url);
    expect([url, statusCode, headers['access-control-allow-origin']]).toEqual([url, 204, '*']);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  }
  for (const url of ['/api/session', '/api/tickets'])
    expect([url, (await ask(url)).headers['access-control-allow-origin']]).toEqual([url, undefined]);
});
