import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { exampleOf, type Operation, operationsOf, type Place, textPlaces } from '../testing/openapi-operations.ts';

const texts = {
  'a null character': '甲\u0000乙丙丁戊',
  'half of a pair': '甲\ud800乙丙丁戊',
  'control characters': '甲\u0007\u001b[31m\u202e\u0085乙丙丁',
  'a megabyte': '长'.repeat(400_000),
  'another object': '__proto__',
};

/** What the desk says that it cannot do now; everything else of 500 and above is a fault. */
const outOfOrder = ['surface_off', 'data_unavailable', 'data_source_invalid'];

let desk: TestDesk;
let operations: Operation[];
let session: Record<string, string>;
let keys: string;
let known: Record<string, string>;
beforeAll(async () => {
  desk = await openTestDesk();
  await desk.server.ready();
  operations = operationsOf((desk.server as unknown as { swagger(): never }).swagger());
  const payload = { name: 'admin', password: 'a password for tests' };
  const [cookie] = (await desk.server.inject({ method: 'POST', url: '/api/session', payload })).cookies;
  session = { [cookie!.name]: cookie!.value };
  const { id, secret } = await desk.desk.services.accessKeys.issue({
    name: 'all',
    doors: ['openai', 'mcp', 'open311'],
    filesTickets: true,
  });
  keys = `Bearer ${id}.${secret}`;
  known = { number: await fileTicket(), name: 'cadre' };
}, 120_000);
afterAll(() => desk.close());

/** Something of each kind that the addresses name. */
async function fileTicket(): Promise<string> {
  const { conversations, answering } = desk.desk.services;
  const { conversationId } = await conversations.begin('web', new Date());
  const text = '渝中区解放碑步行街的垃圾桶好几天没人清，请处理';
  const { message } = await answering.take({ conversationId, clientMessageId: 'filed-first', text });
  const row = (await answering.answer(message.id))!;
  if (row.reply?.outcome !== 'ticket') throw new Error(`no ticket was filed: ${row.text}`);
  return row.reply.ticket.number;
}

let asked = 0;
/** As the administrator, each time from another address: the limits of one are a test of their own. */
async function ask(operation: Operation, url: string, payload?: string): Promise<void> {
  asked += 1;
  const isApi = operation.path.startsWith('/api/');
  const answer = await desk.server.inject({
    method: operation.method as 'GET',
    url,
    remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`,
    headers: {
      'x-yuwen-request': '1',
      accept: 'application/json, text/event-stream',
      ...(isApi ? {} : { authorization: keys }),
      ...(payload === undefined ? {} : { 'content-type': operation.contentType }),
    },
    ...(isApi ? { cookies: session } : {}),
    ...(payload === undefined ? {} : { payload }),
  } satisfies InjectOptions);
  const code = answer.statusCode < 400 ? '' : codeIn(answer.body);
  const what = `${operation.method} ${url.slice(0, 200)} ${payload?.slice(0, 200) ?? ''} → ${answer.statusCode} ${code}`;
  if (answer.statusCode >= 500 && !outOfOrder.includes(code)) faults.push(what);
  else if (answer.statusCode >= 400 && code === '') faults.push(`${what}: no code`);
  // What UTF-8 has no bytes for becomes this sign on its way into the record, and nobody was told.
  if (answer.statusCode < 300 && answer.body.includes('\ufffd')) faults.push(`${what}: silently altered`);
}
let faults: string[] = [];
const codeIn = (body: string) => /"code":"?([\w-]+)|（(\w+)）/u.exec(body)?.slice(1).find(Boolean) ?? '';

const addressOf = ({ path }: Operation, put: Record<string, string> = {}) =>
  path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeAny(put[name] ?? known[name] ?? '1'));

/** Percent-encoded, half of a pair as the bytes that a careless program would send. */
const encodeAny = (text: string) =>
  encodeURIComponent(text.replaceAll('\ud800', '\u0001')).replaceAll('%01', '%ED%A0%80');

function bodyOf({ body, contentType }: Operation, place: Place | null, text = ''): string | undefined {
  if (!body) return undefined;
  const value = exampleOf(body, place, text);
  if (contentType === 'application/json') return JSON.stringify(value);
  const fields = Object.entries(value as object).map(([name, one]) => `${encodeAny(name)}=${encodeAny(String(one))}`);
  return fields.join('&');
}

/** The one that ends the session that all the others need. */
const isAskedOf = ({ method, path }: Operation) => !(method === 'DELETE' && path === '/api/session');

describe('every operation of the API', () => {
  it.each(Object.entries(texts))('refuses or keeps %s in any of its texts, and never breaks', async (_, text) => {
    faults = [];
    const before = asked;
    for (const operation of operations.filter(isAskedOf)) {
      for (const [, name = ''] of operation.path.matchAll(/\{(\w+)\}/gu))
        await ask(operation, addressOf(operation, { [name]: text.slice(0, 3000) }), bodyOf(operation, null));
      for (const place of textPlaces(operation.query)) {
        const query = exampleOf(operation.query, place, text.slice(0, 3000)) as Record<string, unknown>;
        const search = Object.entries(query).map(([name, value]) => `${name}=${encodeAny(String(value))}`).join('&');
        await ask(operation, `${addressOf(operation)}?${search}`, bodyOf(operation, null));
      }
      for (const place of operation.body ? textPlaces(operation.body) : [])
        await ask(operation, addressOf(operation), bodyOf(operation, place, text));
    }
    expect(faults).toEqual([]);
    expect(asked - before).toBeGreaterThan(200);
  }, 240_000); // biome-ignore format: three ways in, one under the other

  it.each([
    ['lists in lists', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['objects in objects', `${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}`],
    ['a key that reaches into every object', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
    ['a key with a null character', '{"\\u0000":"x","detail\\ud800":"x"}'],
    ['half a document', '{"text":"'],
    ['a number for everything', '1e999'],
    ['nothing', 'null'],
  ])('refuses or reads %s as its whole body, and in a field', async (_, raw) => {
    faults = [];
    for (const operation of operations.filter(isAskedOf)) {
      if (operation.method === 'GET' || operation.contentType !== 'application/json') continue;
      await ask(operation, addressOf(operation), raw);
      for (const [name] of Object.entries(operation.body?.properties ?? {}))
        await ask(operation, addressOf(operation), JSON.stringify({ ...(exampleOf(operation.body!) as object), [name]: 0 }).replace(`${JSON.stringify(name)}:0`, `${JSON.stringify(name)}:${raw}`));
    }
    expect(faults).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  }, 240_000); // biome-ignore format: a body a line
});
