import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DoorDesk, openDoorDesk } from '../doors/testing/open-door-desk.ts';
import { Open311Errors } from './open311-error.ts';
import { Open311Service } from './open311-services.ts';
import { PublicRequest, PublicUpdate } from './public-request.ts';

let desk: DoorDesk;
let key: string;
beforeAll(async () => {
  desk = await openDoorDesk();
  key = await desk.token('open311', true);
});
afterAll(() => desk.close());

const at = (path: string) => `${desk.address}/open311/v2/${path}`;
const get = async (path: string) => {
  const answer = await fetch(at(path));
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};
const post = async (
  fields: Record<string, string>,
  { format = 'json', headers = {} as Record<string, string> } = {},
) => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(at(`requests.${format}`), { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
};
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => /^(?:service|request|error)$/u.test(name) });
const readXml = (text: string) => {
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text);
};

const description = '步行街的垃圾桶三天没人清，臭得很。我叫张伟，电话13912345678';
const fields = () => ({
  api_key: key,
  service_code: 'C01.04',
  address_string: '重庆市渝中区解放碑街道民权路',
  description,
});
const filed = async (changes: Record<string, string> = {}, id?: string) => {
  const { status, text } = await post({ ...fields(), ...changes }, id ? { headers: { 'idempotency-key': id } } : {});
  expect([status, text]).toEqual([200, expect.any(String)]);
  return (JSON.parse(text) as { service_request_id: string; service_notice: string; account_id: null }[])[0]!;
};

describe('what can be reported', () => {
  it('is every second-level category that units handle, in the group of its first, the same in JSON and XML', async () => {
    const [json, xml] = [await get('services.json'), await get('services.xml')];
    const services = z.array(Open311Service).parse(JSON.parse(json.text));
    const { categories } = desk.desk.services.knowledge.catalogue.taxonomy;
    const handled = categories.filter(({ firstTier }) => firstTier !== 'none').map(({ code }) => code);
    expect(services.map(({ service_code }) => service_code)).toEqual(handled);
    expect(services).toContainEqual(
      expect.objectContaining({ service_code: 'C01.04', group: '市容环卫与城管执法', type: 'realtime' }),
    );
    expect([json.type, xml.type]).toEqual(['application/json; charset=utf-8', 'text/xml; charset=utf-8']);
    expect(xml.text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<services>')).toBe(true);
    const codes = readXml(xml.text).services.service.map((one: { service_code: string }) => one.service_code);
    expect(codes).toEqual(services.map(({ service_code }) => service_code));
  });

  it('says of a category what else may be asked', async () => {
    const json = JSON.parse((await get('services/C01.04.json')).text);
    expect(json).toMatchObject({ service_code: 'C01.04', attributes: [{ code: 'happened', order: 1 }, {}, {}] });
    const { service_definition: definition } = readXml((await get('services/C01.04.xml')).text);
    expect(definition.attributes.attribute.map(({ code }: { code: string }) => code)).toEqual(
      json.attributes.map(({ code }: { code: string }) => code),
    );
  });

  it('is found by discovery, in both formats', async () => {
    const json = JSON.parse((await get('discovery.json')).text);
    expect(json.endpoints[0]).toMatchObject({ url: `${desk.address}/open311/v2`, type: 'production' });
    const { discovery } = readXml((await get('discovery.xml')).text);
    expect(discovery.endpoints.endpoint.formats.format).toEqual(['application/json', 'text/xml']);
  });
});

describe('a request', () => {
  it('becomes a ticket of the category that was chosen, with the unit of the place, and shows nobody who sent it', async () => {
    const { service_request_id: number, service_notice } = await filed({
      first_name: '小明', last_name: '李', phone: '13887654321', email: 'ming@example.com', lat: '29.5598123', long: '106.5771456',
      media_url: 'http://pictures.example/1.jpg', 'attribute[happened]': '前天起', 'attribute[wish]': '请增加清运',
    }); // biome-ignore format: one request
    expect(service_notice).toMatch(/由.+承办.+查询码 [A-Z0-9]{8}/u);
    const found = await desk.desk.services.tickets.find(number, { district: null, unit: null });
    expect(found!.state.items.map((item) => item.text)).toEqual(['增加清运']);
    expect(found!.ticket).toMatchObject({
      category_code: 'C01.04',
      channel: 'open311',
      district: '渝中区',
      status: 'assigned',
    });
    for (const kept of ['李小明', '13887654321', '前天起', '请增加清运', 'http://pictures.example/1.jpg'])
      expect(found!.ticket.content).toContain(kept);
    const { text } = await get(`requests/${number}.json`);
    const [shown] = z.array(PublicRequest).parse(JSON.parse(text));
    expect(shown).toMatchObject({
      service_request_id: number, status: 'open', service_code: 'C01.04', address: '解放碑街道，渝中区', lat: 29.56, long: 106.577,
      agency_responsible: found!.ticket.owner_unit, expected_datetime: found!.ticket.due_at.toISOString(), media_url: null,
    }); // biome-ignore format: one request
    expect(shown!.description).toContain('步行街的垃圾桶三天没人清');
    for (const secret of [
      '29.5598123',
      '民权路',
      '13912345678',
      '13887654321',
      '李小明',
      'ming@example.com',
      'pictures.example',
    ])
      expect(text).not.toContain(secret);
  });

  it('is the same one when it is sent again under the client’s id, and refused with other words', async () => {
    const before = await desk.tickets();
    const numbers = await Promise.all([filed({}, 'same'), filed({}, 'same'), filed({}, 'same')]);
    expect(new Set(numbers.map(({ service_request_id }) => service_request_id)).size).toBe(1);
    expect(await desk.tickets()).toBe(before + 1);
    const other = await post({ ...fields(), description: '路灯坏了' }, { headers: { 'idempotency-key': 'same' } });
    expect([other.status, other.text]).toEqual([400, expect.stringContaining('idempotency_mismatch')]);
  });

  it('is the same one when the same form comes again at once without an id, and another with other words', async () => {
    const before = await desk.tickets();
    const again = { description: '小区门口的井盖不见了' };
    const numbers = await Promise.all([filed(again), filed(again), filed(again)]);
    // The clock may pass into the next ten minutes between them, which makes two of three at the most.
    const distinct = new Set(numbers.map(({ service_request_id }) => service_request_id)).size;
    expect(distinct).toBeLessThanOrEqual(2);
    await filed({ description: '小区门口的井盖又不见了' });
    expect(await desk.tickets()).toBe(before + distinct + 1);
  });

  it('by coordinates alone goes to the triage desk, which is said', async () => {
    const { service_request_id, service_notice } = await filed({ address_string: '', lat: '29.56', long: '106.57' });
    const found = await desk.desk.services.tickets.find(service_request_id, { district: null, unit: null });
    expect([found!.ticket.status, found!.ticket.district]).toEqual(['triage', null]);
    expect(service_notice).toContain('派单台会先核实地点');
  });

  it('is listed by what is asked for, and what came by other ways is not', async () => {
    const { service_request_id: number } = await filed();
    const chat = await desk.desk.services.tickets.file(
      desk.desk.services.assistant.classify('渝中区解放碑的路灯坏了', new Date()),
      { sourceId: 'chat', conversationId: null, channel: 'web', at: new Date() },
    );
    const numbersOf = async (query: string) =>
      z
        .array(PublicRequest)
        .parse(JSON.parse((await get(`requests.json?${query}`)).text))
        .map(({ service_request_id }) => service_request_id);
    expect(await numbersOf('')).toContain(number);
    expect(await numbersOf('')).not.toContain(chat.number);
    expect((await get(`requests/${chat.number}.json`)).status).toBe(404);
    expect(await numbersOf('service_code=C01.04&status=open')).toContain(number);
    expect(await numbersOf('service_code=C02.01,C02.02')).toEqual([]);
    expect(await numbersOf('status=closed')).toEqual([]);
    expect(await numbersOf(`status=closed&service_request_id=${number},unknown`)).toEqual([number]);
    expect(await numbersOf('end_date=2020-01-01T00:00:00Z')).toEqual([]);
    const all = await numbersOf('');
    expect([...(await numbersOf('page_size=1&page=1')), ...(await numbersOf('page_size=1&page=2'))]).toEqual(
      all.slice(0, 2),
    );
  });

  it('tells its updates, without what units say to each other', async () => {
    const { service_request_id: number } = await filed();
    const { tickets } = desk.desk.services;
    const owner = (await tickets.find(number, { district: null, unit: null }))!.ticket;
    const by = { number, actor: 'handler', mover: 'unit', at: new Date() } as const;
    await tickets.move({ ...by, version: owner.version, move: 'accept' });
    const updates = z.array(PublicUpdate).parse(JSON.parse((await get('servicerequestupdates.json')).text));
    const own = updates.filter(({ service_request_id }) => service_request_id === number);
    expect(own.map(({ status, description }) => [status, description])).toEqual([
      ['OPEN', '已登记'],
      ['OPEN', '承办单位已签收'],
    ]);
    const { service_request_updates: xml } = readXml((await get('servicerequestupdates.xml')).text);
    expect([xml.request_update].flat().length).toBe(updates.length);
  });
});

describe('mistakes', () => {
  const mistakes = () =>
    [
      ['no key', { ...fields(), api_key: '' }, 403, 'key_missing'],
      ['a wrong key', { ...fields(), api_key: 'a.b' }, 403, 'key_wrong'],
      ['no category', { ...fields(), service_code: '' }, 400, 'service_code'],
      ['an unknown category', { ...fields(), service_code: 'C99.99' }, 404, 'C99.99'],
      ['no place', { ...fields(), address_string: '' }, 400, 'address_string'],
      ['half a point', { ...fields(), lat: '29.5' }, 400, 'long'],
      ['a point elsewhere', { ...fields(), lat: '106.5', long: '29.5' }, 400, 'lat'],
      ['another city', { ...fields(), jurisdiction_id: 'sfgov.org' }, 404, 'sfgov.org'],
      ['a script for an address', { ...fields(), media_url: 'javascript:alert(1)' }, 400, 'media_url'],
      ['a fire', { ...fields(), description: '我家里起火了，有人被困，快来救人' }, 400, '119'],
    ] as const;

  it('are told in the shape and with the status of the specification, in the format that was asked for', async () => {
    const before = await desk.tickets();
    for (const [what, form, status, names] of mistakes()) {
      const json = await post(form);
      expect([what, json.status]).toEqual([what, status]);
      const [error] = Open311Errors.parse(JSON.parse(json.text));
      expect([what, error!.code, error!.description]).toEqual([what, status, expect.stringContaining(names)]);
      const xml = readXml((await post(form, { format: 'xml' })).text);
      expect(xml.errors.error[0].description).toBe(error!.description);
    }
    expect(await desk.tickets()).toBe(before);
  });

  it('of a key that may only look are told before anything is filed', async () => {
    const { status, text } = await post({ ...fields(), api_key: await desk.token('open311') });
    expect([status, text]).toEqual([403, expect.stringContaining('filing_not_allowed')]);
  });

  it('of a query name the argument', async () => {
    const cases = [
      ['requests.json?status=gone', 'status'],
      ['requests.json?start_date=2026-01-01', 'start_date'],
      ['requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-09-01T00:00:00Z', '90'],
      ['requests.json?page_size=5000', 'page_size'],
    ];
    for (const [query, names] of cases) {
      const { status, text } = await get(query!);
      expect([query, status, text]).toEqual([query, 400, expect.stringContaining(names!)]);
    }
    expect((await get('services/C99.99.xml')).text).toContain('<code>404</code>');
    expect((await get('tokens/1.json')).status).toBe(404);
    expect((await get('nothing.json')).status).toBe(404);
  });
});

it('carries hostile words as words, in XML and in JSON', async () => {
  const hostile = ']]><script>alert(1)</script>&amp;"\'<!-- \u0001 \ud800 垃圾桶满了，没人清运';
  const { service_request_id: number } = await filed({ description: hostile, address_string: '渝中区解放碑街道<b>&' });
  const { text } = await get(`requests/${number}.xml`);
  expect(text).not.toContain('<script>');
  const [request] = readXml(text).service_requests.request;
  expect(request.description).toContain('<script>alert(1)</script>&amp;"\'<!--');
  expect(JSON.parse((await get(`requests/${number}.json`)).text)[0].description).toContain('<script>');
});

it('is closed by its switch, for reading too', async () => {
  const { switches } = desk.desk.services;
  await switches.set('open311', false, { actor: 'admin', reason: '测试' });
  const [read, sent] = [await get('services.json'), await post(fields())];
  await switches.set('open311', true, { actor: 'admin', reason: '测试' });
  expect([read.status, sent.status]).toEqual([503, 503]);
  expect(read.text).toContain('12345');
});
