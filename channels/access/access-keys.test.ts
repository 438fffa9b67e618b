import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import type { Door } from './access-key.ts';
import { type AccessKeys, createAccessKeys } from './access-keys.ts';
import type { AccessTables } from './access-tables.ts';
import { type RequestToSign, signedHeaders } from './signed-request.ts';

const deskKey = randomBytes(32);
const start = new Date('2026-11-23T08:00:00Z');
let record: DeskRecord;
let db: Kysely<AccessTables>;
let time: Date;

const keysOfDesk = (changes: { deskKey?: Buffer; environmentSecret?: string | null } = {}) =>
  createAccessKeys({ db, now: () => time, deskKey, environmentSecret: null, ...changes });

beforeAll(async () => {
  record = await openTestRecord();
  db = record.db as unknown as Kysely<AccessTables>;
});
afterAll(() => record.close());

let keys: AccessKeys;
let issued: { id: string; secret: string };
beforeEach(async () => {
  time = start;
  keys = keysOfDesk();
  issued = await keys.issue({ name: '呼叫中心', doors: ['hotline', 'mcp'], filesTickets: true, by: 'admin' });
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'let in',
    (error: { code?: string }) => error.code,
  );
const bearer = (token: string, door: Door = 'hotline', desk = keys) =>
  codeOf(desk.verifyBearer(`Bearer ${token}`, door));

const request: RequestToSign = { method: 'POST', path: '/api/calls/7/events?from=pbx', body: '{"text":"喂"}' };
const newNonce = () => randomBytes(16).toString('base64url');

function signed(changes: { time?: Date; nonce?: string; secret?: string } = {}) {
  const { time: at = time, nonce = newNonce(), secret = issued.secret } = changes;
  return signedHeaders(request, { keyId: issued.id, secret, time: at.getTime(), nonce });
}

describe('a bearer key', () => {
  it('lets in by its doors and by no other', async () => {
    const key = await keys.verifyBearer(`Bearer ${issued.id}.${issued.secret}`, 'hotline');
    expect(key).toMatchObject({ id: issued.id, name: '呼叫中心', doors: ['hotline', 'mcp'], filesTickets: true });
    expect(await bearer(`${issued.id}.${issued.secret}`, 'mcp')).toBe('let in');
    expect(await bearer(`${issued.id}.${issued.secret}`, 'openai')).toBe('key_wrong_door');
  });

  it.each([
    ['a wrong secret', () => `${issued.id}.${'x'.repeat(43)}`],
    ['a secret cut short', () => `${issued.id}.${issued.secret.slice(0, -1)}`],
    ['no secret', () => issued.id],
    ['an unknown key', () => `unknown.${issued.secret}`],
    ['the key of the environment where there is none', () => 'environment.null'],
  ])('is refused with %s', async (_what, token) => {
    expect(await bearer(token())).toBe('key_wrong');
  });

  it('is asked for where there is none', async () => {
    expect(await codeOf(keys.verifyBearer(undefined, 'mcp'))).toBe('key_missing');
    expect(await codeOf(keys.verifyBearer('Basic YWRtaW46', 'mcp'))).toBe('key_missing');
  });

  it('is closed for good once it is revoked, at every desk, and says so to its holder only', async () => {
    await keys.revoke(issued.id, '供应商更换', 'admin');
    const other = keysOfDesk();
    expect(await bearer(`${issued.id}.${issued.secret}`, 'hotline', other)).toBe('key_revoked');
    expect(await bearer(`${issued.id}.guess`, 'hotline', other)).toBe('key_wrong');
    expect(await codeOf(other.requireUsable(issued.id, 'hotline'))).toBe('key_revoked');
    expect(await codeOf(keys.revoke(issued.id, '再停一次'))).toBe('not_found');
    expect((await keys.find(issued.id))?.revoked).toEqual({ at: time, by: 'admin', reason: '供应商更换' });
  });

  it('remembers when it was last used', async () => {
    time = new Date(start.getTime() + 3_600_000);
    await keys.verifyBearer(`Bearer ${issued.id}.${issued.secret}`, 'hotline');
    expect((await keys.find(issued.id))?.lastUsedAt).toEqual(time);
  });
});

describe('the key of the environment', () => {
  it('opens the hotline alone, bare, with its name, or signed', async () => {
    const desk = keysOfDesk({ environmentSecret: 'from the environment'.replaceAll(' ', '-') });
    const secret = 'from-the-environment';
    expect(await bearer(secret, 'hotline', desk)).toBe('let in');
    expect(await bearer(`environment.${secret}`, 'hotline', desk)).toBe('let in');
    expect(await bearer(secret, 'openai', desk)).toBe('key_wrong_door');
    const headers = signedHeaders(request, { keyId: 'environment', secret, time: time.getTime(), nonce: newNonce() });
    expect(await codeOf(desk.verifySigned({ ...request, headers }, 'hotline'))).toBe('let in');
    expect((await desk.list()).map(({ id }) => id)).toContain('environment');
  });
});

describe('a signed request', () => {
  it('is let in once, and at no other desk of the record again', async () => {
    const headers = signed();
    expect((await keys.verifySigned({ ...request, headers }, 'hotline')).id).toBe(issued.id);
    expect(await codeOf(keys.verifySigned({ ...request, headers }, 'hotline'))).toBe('nonce_replayed');
    expect(await codeOf(keysOfDesk().verifySigned({ ...request, headers }, 'hotline'))).toBe('nonce_replayed');
  });

  it('is let in by one of two desks that get it at the same moment', async () => {
    const headers = signed();
    const both = [keys, keysOfDesk()].map((desk) => codeOf(desk.verifySigned({ ...request, headers }, 'hotline')));
    expect((await Promise.all(both)).sort()).toEqual(['let in', 'nonce_replayed']);
  });

  it.each([
    ['another body', { body: '{"text":"喂喂"}' }],
    ['another path', { path: '/api/calls/8/events?from=pbx' }],
    ['another query', { path: '/api/calls/7/events?from=web' }],
    ['another method', { method: 'PUT' }],
  ])('is refused with %s than was signed, and its nonce is not used up', async (_what, tampered) => {
    const headers = signed();
    expect(await codeOf(keys.verifySigned({ ...request, ...tampered, headers }, 'hotline'))).toBe('signature_wrong');
    expect(await codeOf(keys.verifySigned({ ...request, headers }, 'hotline'))).toBe('let in');
  });

  it.each([
    ['x-yuwen-time', () => String(time.getTime() + 1)],
    ['x-yuwen-nonce', newNonce],
    ['x-yuwen-signature', () => '0'.repeat(64)],
    ['x-yuwen-nonce', () => 'short'],
    ['x-yuwen-time', () => 'yesterday'],
  ])('is refused when its header %s was changed', async (header, value) => {
    const headers = { ...signed(), [header]: value() };
    expect(await codeOf(keys.verifySigned({ ...request, headers }, 'hotline'))).toBe('signature_wrong');
  });

  it.each([
    [-5 * 60_000 - 1, 'signature_expired'],
    [-4 * 60_000, 'let in'],
    [4 * 60_000, 'let in'],
    [5 * 60_000 + 1, 'signature_expired'],
  ])('with a clock %i ms from ours is %s', async (skewMs, outcome) => {
    const headers = signed({ time: new Date(time.getTime() + skewMs) });
    expect(await codeOf(keys.verifySigned({ ...request, headers }, 'hotline'))).toBe(outcome);
  });

  it('that was signed ahead of our clock cannot come again while it holds', async () => {
    const headers = signed({ time: new Date(start.getTime() + 4 * 60_000) });
    await keys.verifySigned({ ...request, headers }, 'hotline');
    time = new Date(start.getTime() + 8 * 60_000);
    await keys.verifySigned({ ...request, headers: signed() }, 'hotline'); // sweeps what has expired
    expect(await codeOf(keys.verifySigned({ ...request, headers }, 'hotline'))).toBe('nonce_replayed');
  });

  it('of a revoked key, of another secret and for another door is refused', async () => {
    expect(await codeOf(keys.verifySigned({ ...request, headers: signed() }, 'open311'))).toBe('key_wrong_door');
    const headers = signed({ secret: 'guess' });
    expect(await codeOf(keys.verifySigned({ ...request, headers }, 'hotline'))).toBe('signature_wrong');
    await keys.revoke(issued.id, '供应商更换');
    expect(await codeOf(keys.verifySigned({ ...request, headers: signed() }, 'hotline'))).toBe('key_revoked');
  });
});

describe('the record of keys', () => {
  it('holds no secret in the clear, and none that another desk key or another row opens', async () => {
    const [row] = await db.selectFrom('access_key').selectAll().where('id', '=', issued.id).execute();
    expect(JSON.stringify(row)).not.toContain(issued.secret);
    expect(JSON.stringify(await keys.list())).not.toMatch(new RegExp(`${issued.secret}|sealed`, 'u'));
    const stranger = keysOfDesk({ deskKey: randomBytes(32) });
    expect(await bearer(`${issued.id}.${issued.secret}`, 'hotline', stranger)).toBe('key_unreadable');
    const second = await keys.issue({ name: '另一把', doors: ['mcp'] });
    await db.updateTable('access_key').set({ sealed_secret: row!.sealed_secret }).where('id', '=', second.id).execute();
    expect(await bearer(`${second.id}.${issued.secret}`, 'mcp')).toBe('key_unreadable');
  });

  it('is audited when a key is issued and when it is revoked, without the secret', async () => {
    await keys.revoke(issued.id, '供应商更换', 'admin');
    const lines = await db.selectFrom('audit').selectAll().where('subject', '=', issued.id).orderBy('id').execute();
    expect(lines).toMatchObject([
      { actor: 'admin', action: 'key-issued', detail: { name: '呼叫中心', filesTickets: true } },
      { actor: 'admin', action: 'key-revoked', detail: { reason: '供应商更换' } },
    ]);
    expect(JSON.stringify(lines)).not.toContain(issued.secret);
  });
});
