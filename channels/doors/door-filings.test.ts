import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { createDoorFilings, type FilingClaim } from './door-filings.ts';

let record: DeskRecord;
let at = new Date('2026-11-23T02:00:00Z');
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

const filings = () => createDoorFilings(record.db as never, () => at);
const claim = (changes: Partial<FilingClaim> = {}): FilingClaim => ({
  door: 'openai',
  keyId: 'k1',
  clientId: 'c1',
  said: ['路灯坏了'],
  ...changes,
});

it('gives one source for one id, to ten that claim it at once too', async () => {
  const sources = await Promise.all(Array.from({ length: 10 }, () => filings().claim(claim())));
  expect(new Set(sources)).toEqual(new Set(['openai:k1:c1']));
});

it('lets exactly one of two that claim an id at once for different words have it', async () => {
  const both = ['甲', '乙'].map((word) => filings().claim(claim({ clientId: 'contested', said: [word] })));
  const ended = await Promise.allSettled(both);
  expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = ended.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'idempotency_mismatch' });
});

it('keeps keys and doors apart', async () => {
  const others = [claim({ keyId: 'k2', said: ['别的'] }), claim({ door: 'mcp', said: ['别的'] })];
  expect(await Promise.all(others.map((one) => filings().claim(one)))).toEqual(['openai:k2:c1', 'mcp:k1:c1']);
});

it('knows a claim by its words, as long as it holds', async () => {
  const drafted = claim({ door: 'mcp', clientId: 'draft' });
  expect(await filings().claimed(drafted, 1000)).toBeNull();
  await filings().claim(drafted);
  expect(await filings().claimed(drafted, 1000)).toBe('mcp:k1:draft');
  expect(await filings().claimed({ ...drafted, said: ['别的'] }, 1000)).toBeNull();
  at = new Date(at.getTime() + 1001);
  expect(await filings().claimed(drafted, 1000)).toBeNull();
});
