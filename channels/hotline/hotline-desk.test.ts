import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallEventInput, DraftFieldName } from '../http/hotline-types.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { createCallStore } from './call-store.ts';
import { createHotlineDesk, type HotlineDesk } from './hotline-desk.ts';

let desk: TestDesk;
let hotline: HotlineDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  hotline = desk.desk.services.hotline;
});
afterAll(() => desk.close());

const at = '2026-11-23T02:00:00Z';
const say = (sequence: number, text: string, more: object = {}) =>
  ({ kind: 'utterance', sequence, speaker: 'citizen', at, text, ...more }) as CallEventInput;
const take = (id: string, ...events: CallEventInput[]) => hotline.take(id, events, 'key:test');
const complain = (id: string) =>
  take(
    id,
    { kind: 'start', at, callerNumber: '13800000000' },
    say(1, '我要投诉，楼下烧烤摊半夜吵得睡不着'),
    say(2, '在渝中区大坪正街'),
    say(3, '要求他们把音响关了'),
  );
async function fieldOf(id: string, name: DraftFieldName) {
  const { state } = await hotline.detail(id);
  return state.fields.find((field) => field.name === name)!;
}

/** Another process on the same record: it knows nothing that the record does not hold. */
function anotherDesk(): HotlineDesk {
  const { services } = desk.desk;
  const calls = createCallStore(desk.record.db as never);
  return createHotlineDesk({ ...services, calls, listen: null, onError: () => {} });
}

describe('a suggestion', () => {
  it('keeps its id as long as it says the same', async () => {
    const first = (await complain('same')).state;
    const second = (await take('same', say(4, '嗯，就是这样子嘛'))).state;
    const ids = (state: typeof first) => [...state.suggestions, ...state.fields].map(({ id }) => id);
    expect(ids(second)).toEqual(ids(first));
  });

  it('that sets a field pins it against whatever is heard later, until it is taken back', async () => {
    await complain('pin');
    const place = await fieldOf('pin', 'place');
    await hotline.decide(
      'pin',
      place.id,
      { decision: 'corrected', corrected: { text: '沙坪坝区石井坡街道' } },
      'hotline',
    );
    await take('pin', say(4, '就在渝中区大坪这边'));
    expect(await fieldOf('pin', 'place')).toMatchObject({ pinned: true, text: expect.stringContaining('石井坡街道') });
    await hotline.decide('pin', place.id, { decision: 'withdrawn' }, 'hotline');
    expect(await fieldOf('pin', 'place')).toMatchObject({ pinned: false, text: expect.stringContaining('渝中区') });
  });

  it('of a field that was rejected is not made again', async () => {
    await complain('reject');
    const category = await fieldOf('reject', 'category');
    await hotline.decide('reject', category.id, { decision: 'rejected', reason: '不是噪声' }, 'hotline');
    expect((await fieldOf('reject', 'category')).value).not.toBe(category.value);
  });

  it('that somebody else has decided on meanwhile is a conflict, and nothing is lost', async () => {
    const { version } = await complain('conflict');
    const { id } = await fieldOf('conflict', 'urgency');
    await hotline.decide('conflict', id, { decision: 'accepted', version }, 'first');
    const second = hotline.decide('conflict', id, { decision: 'rejected', version }, 'second');
    await expect(second).rejects.toMatchObject({ code: 'suggestion_decided', details: { by: 'first' } });
    expect(await fieldOf('conflict', 'urgency')).toMatchObject({ pinned: true, decision: { by: 'first' } });
  });

  it('needs what would have been right, and must be known', async () => {
    await complain('incomplete');
    const { id } = await fieldOf('incomplete', 'category');
    const without = hotline.decide('incomplete', id, { decision: 'corrected' }, 'hotline');
    await expect(without).rejects.toMatchObject({ code: 'correction_incomplete' });
    const unknown = hotline.decide('incomplete', 'answer-nothing', { decision: 'accepted' }, 'hotline');
    await expect(unknown).rejects.toMatchObject({ code: 'suggestion_unknown' });
  });

  it('that is corrected waits for review with its case, without who called', async () => {
    await complain('review');
    await take('review', say(4, '我电话幺三九一二三四五六七八'));
    const { id } = await fieldOf('review', 'category');
    await hotline.decide('review', id, { decision: 'corrected', corrected: { category: 'C01.01' } }, 'hotline');
    const { items } = await desk.desk.services.reviews.list({
      status: 'open',
      reason: 'operator_correction',
      page: 1,
      pageSize: 50,
    });
    const item = items.find(({ content }) => content.proposed?.label === 'C01.01')!;
    expect(item.content).toMatchObject({ proposed: { suite: 'classification', label: 'C01.01' } });
    expect(item.content.question).toContain('烧烤摊');
    expect(JSON.stringify(item.content)).not.toMatch(/13912345678|13800000000/);
  });
});

describe('danger', () => {
  it('is warned of while it is still being said', async () => {
    const { state } = await take('danger', say(1, '我们楼道里好大一股天然气味道', { status: 'partial' }));
    expect(state).toMatchObject({
      wants: ['emergency'],
      suggestions: [{ kind: 'warning', numbers: expect.arrayContaining(['119']) }],
    });
  });
});

describe('the end of a call', () => {
  it('is summed up from what was said, and asks why nothing was filed', async () => {
    await complain('end');
    await take('end', { kind: 'end', at });
    const call = await hotline.detail('end');
    expect(call.summary.map(({ text }) => text).join('')).toMatch(/烧烤摊.*渝中区.*音响/su);
    expect(call.findings).toContainEqual(
      expect.objectContaining({ kind: 'not_filed', severity: 'high', settled: null }),
    );
    const { id } = call.findings.find(({ kind }) => kind === 'not_filed')!;
    await hotline.settle('end', id, { how: 'confirmed', reason: '市民说不用登记了' }, 'hotline');
    const [settled] = (await hotline.detail('end')).findings.filter((one) => one.id === id);
    expect(settled?.settled).toMatchObject({ how: 'confirmed', by: 'hotline' });
  });

  it('lets no complaint become an enquiry and no item be lost without a word', async () => {
    await complain('silent');
    const purpose = await fieldOf('silent', 'purpose');
    await hotline.decide('silent', purpose.id, { decision: 'corrected', corrected: { purpose: '咨询' } }, 'hotline');
    const items = await fieldOf('silent', 'items');
    await hotline.decide('silent', items.id, { decision: 'corrected', corrected: { items: ['路灯修好'] } }, 'hotline');
    const filed = hotline.file('silent', { confirm: false, actor: 'hotline' });
    await expect(filed).rejects.toMatchObject({ code: 'findings_open' });
    const kinds = (await hotline.detail('silent')).findings.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['complaint_became_enquiry', 'item_lost']));
    expect(await hotline.file('silent', { confirm: true, actor: 'hotline' })).toMatchObject({ purpose: '咨询' });
  });

  it('files what the operator saw: items, place and callback number', async () => {
    await complain('file');
    const { number } = await hotline.file('file', { confirm: false, actor: 'hotline' });
    const found = await desk.desk.services.tickets.find(number, { district: null, unit: null });
    expect(found?.state.items.map(({ text }) => text)).toEqual([expect.stringContaining('音响关了')]);
    expect(found?.ticket.content).toContain('回电：13800000000');
  });

  it('files by itself only where that is switched on, and only a complete draft', async () => {
    const { switches } = desk.desk.services;
    await complain('by-hand');
    await take('by-hand', { kind: 'end', at });
    expect((await hotline.detail('by-hand')).ticketNumber).toBeNull();
    await switches.set('hotline_auto_file', true, { actor: 'admin', reason: 'test' });
    await complain('by-itself');
    await take('by-itself', { kind: 'end', at });
    await take('incomplete-end', say(1, '我要投诉，路灯坏了'), { kind: 'end', at });
    await switches.set('hotline_auto_file', false, { actor: 'admin', reason: 'test' });
    expect((await hotline.detail('by-itself')).ticketNumber).not.toBeNull();
    expect((await hotline.detail('incomplete-end')).ticketNumber).toBeNull();
    const audit = await desk.record.db.selectFrom('audit').selectAll().where('action', '=', 'ticket-file').execute();
    expect(audit.some(({ actor, detail }) => actor === 'desk' && JSON.stringify(detail).includes('by-itself'))).toBe(
      true,
    );
  });

  it('joins a ticket that is there instead of filing another', async () => {
    await complain('first-caller');
    const { number } = await hotline.file('first-caller', { confirm: false, actor: 'hotline' });
    await complain('second-caller');
    const joined = await hotline.join('second-caller', { number }, 'hotline');
    expect(joined).toMatchObject({ ticketNumber: number, joined: true });
    const again = hotline.file('second-caller', { confirm: true, actor: 'hotline' });
    await expect(again).rejects.toMatchObject({ code: 'call_filed' });
  });
});

describe('two desks on one record', () => {
  it('hear one call together, each utterance once and in its place', async () => {
    const other = anotherDesk();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? hotline : other).take(
          'shared',
          [say(20 - index, `第${20 - index}句，路灯坏了`)],
          'key:test',
        ),
      ),
    );
    const [here, there] = [await hotline.detail('shared'), await other.detail('shared')];
    expect(here.utterances.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(there.utterances).toEqual(here.utterances);
    expect(there.state).toEqual(here.state);
  });

  it('understand after a crash what had been heard before it', async () => {
    const calls = createCallStore(desk.record.db as never);
    const utterance = {
      sequence: 1,
      speaker: 'citizen',
      at: new Date(at),
      final: true,
      revision: null,
      confidence: null,
    } as const;
    await calls.take({
      id: 'crashed',
      utterances: [{ ...utterance, text: '渝中区大坪正街路灯坏了' }],
      start: null,
      endedAt: null,
      now: new Date(at),
    });
    expect((await anotherDesk().detail('crashed')).state.draft).toMatchObject({ category: { code: 'C02.03' } });
  });
});

it('costs no more for an utterance at the end of a long call than at its beginning', async () => {
  const { assistant } = desk.desk.services;
  let asked = 0;
  const counting = {
    ...assistant,
    hear(turn: Parameters<typeof assistant.hear>[0]) {
      asked += 1;
      return assistant.hear(turn);
    },
  };
  const calls = createCallStore(desk.record.db as never);
  const counted = createHotlineDesk({
    ...desk.desk.services,
    assistant: counting,
    calls,
    listen: null,
    onError: () => {},
  });
  for (let sequence = 1; sequence <= 40; sequence++)
    await counted.take('long', [say(sequence, `第${sequence}次说，路灯坏了没人修`)], 'key:test');
  expect(asked).toBe(40);
});
