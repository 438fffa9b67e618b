import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConversationStore, type Reply } from '../../assistant/index.ts';
import { createGatherReviewJob } from '../jobs/gather-review.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { doOwed } from '../testing/do-owed.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { storeTicket } from '../testing/stored-ticket.ts';
import { createDataSetStore } from './data-set-store.ts';
import { nothingShown } from './gather-review.ts';
import { createLiveQuality } from './live-quality.ts';
import { isDrawn, reasonsOfTurn } from './reasons-of-turn.ts';
import type { ReviewReason } from './review-content.ts';
import { createReviewStore, type ReviewStore } from './review-store.ts';

let record: DeskRecord;
let reviews: ReviewStore;
let now = new Date('2026-11-23T02:00:00Z');
beforeAll(async () => {
  record = await openTestRecord();
  reviews = createReviewStore(record.db, () => now);
});
afterAll(() => record.close());

const conversations = () => createConversationStore(record.db as never);
const jobs = (sampleShare = 0) => ({
  'gather-review': createGatherReviewJob({ db: record.db, reviews, rules: { sampleShare, confidenceBelow: 0.5 } }),
});
let next = 0;

/** A turn on the web, stored as any other; gives the reply's id and the conversation's. */
async function turn(text: string, reply: Reply, { confidence = 0.9, channel = 'web' } = {}) {
  const { conversationId } = await conversations().begin(channel, now);
  const clientMessageId = `c${next++}`;
  const { message } = await conversations().take({ conversationId, clientMessageId, text, at: now });
  const trace = {
    asked: text,
    skill: null,
    engine: 'built-in',
    elapsedMs: 5,
    route: { kind: 'matter', confidence, alternatives: [] },
  };
  const answer = await conversations().answer(message, { reply, dialogue: {} as never, trace }, now);
  return { id: answer.id, conversationId };
}
const ticketCard = {
  number: '20261123-000009', progressSecret: 'LZQ5SNUB', category: { code: 'C03.01', name: '垃圾', group: '市容环境' },
  purpose: '投诉', urgency: 'U3', place: { text: null, district: null, street: null, detail: null, note: null }, owner: '街道',
  filedAt: '2026-11-23T02:00:00Z', firstResponseDueAt: '2026-11-23T02:00:00Z', dueAt: '2026-11-23T02:00:00Z',
} as unknown as Extract<Reply, { outcome: 'ticket' }>['ticket']; // biome-ignore format: one card, one glance
const nothingFound: Reply = { outcome: 'nothing_found', text: '没有查到。' };
const greeted: Reply = { outcome: 'greeted', text: '您好。' };
const openItems = async () => (await reviews.list({ status: 'open', page: 1, pageSize: 100 })).items;
const itemAbout = async (text: string) => (await openItems()).find(({ content }) => content.question.includes(text));

describe('what enters the review queue', () => {
  it('is owed in the transaction that stores a reply, and a rolled back reply owes nothing', async () => {
    const owed = () =>
      record.db.selectFrom('outbox_job').select('payload').where('kind', '=', 'gather-review').execute();
    const before = (await owed()).length;
    const { id } = await turn('哪里可以办火星签证', nothingFound);
    expect((await owed()).slice(before)).toEqual([{ payload: { kind: 'turn', id } }]);
    await expect(
      record.db.transaction().execute(async (trx) => {
        await sql`update rating set good = false`.execute(trx);
        await sql`insert into rating (message_id, good) values (${id}, false)`.execute(trx);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect((await owed()).length).toBe(before + 1);
  });

  it('is a refusal, a low confidence, a hand-over and a failure, but not a turn that went well', async () => {
    await turn('今天天气怎么样呢', { outcome: 'not_in_scope', text: '不归我们管。' });
    await turn('那个事情嘛', greeted, { confidence: 0.2 });
    await turn('我要转人工', { outcome: 'handed_over', text: '已转人工。' });
    await turn('一切都好', greeted);
    await doOwed(record, jobs());
    expect((await itemAbout('天气'))?.reasons).toEqual(['refusal']);
    expect((await itemAbout('那个事情'))?.reasons).toEqual(['low_confidence']);
    expect((await itemAbout('转人工'))?.reasons).toEqual(['handed_over']);
    expect(await itemAbout('一切都好')).toBeUndefined();
  });

  it('holds no personal data, neither in the words nor in the thumb’s reason', async () => {
    const { id, conversationId } = await turn('我叫王小明，电话13812345678，咋个办低保', greeted);
    await conversations().rate(conversationId, { messageId: id, good: false, reason: '打我电话13812345678' }, now);
    await doOwed(record, jobs());
    const item = await itemAbout('低保');
    expect(item?.reasons).toEqual(['thumb_down']);
    expect(item?.content.said).toContain('打我电话');
    expect(JSON.stringify(item)).not.toContain('13812345678');
  });

  it('holds no code that opens a ticket, whoever said it', async () => {
    const reply: Reply = {
      outcome: 'ticket',
      text: '已登记，编号 20261123-000009，查询码 LZQ5SNUB，请保存。',
      ticket: ticketCard,
    };
    const { id } = await turn('垃圾堆在楼道里没人管', reply, { confidence: 0.1 });
    await turn('我的查询码是LZQ5SNUB，帮我看看', nothingFound);
    await doOwed(record, jobs());
    expect((await reviews.find((await itemAbout('垃圾堆'))!.id))?.content.reply?.text).toContain('查询码 〔查询码〕');
    expect((await itemAbout('帮我看看'))?.content.question).toBe('我的查询码是〔查询码〕，帮我看看');
    expect(JSON.stringify(await openItems())).not.toContain('LZQ5SNUB');
    const { items } = await createLiveQuality(record.db as never, () => now).turns({
      window: '24h',
      page: 1,
      pageSize: 50,
    });
    expect(items.map(({ messageId }) => messageId)).toContain(id);
    expect(JSON.stringify(items)).not.toContain('LZQ5SNUB');
  });

  it('counts the same words with the same ending once while they are open, and gathers their reasons', async () => {
    const first = await turn('咋个给猫儿上户口？', nothingFound);
    await turn('咋个给猫儿上户口', nothingFound);
    await doOwed(record, jobs());
    await conversations().rate(first.conversationId, { messageId: first.id, good: false }, now);
    await doOwed(record, jobs());
    const items = (await openItems()).filter(({ content }) => content.question.includes('猫儿'));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ seen: 2, reasons: expect.arrayContaining(['refusal', 'thumb_down']) });
  });

  it('is a share of all other turns, drawn by the message’s id, and nothing from the command line', async () => {
    await turn('抽到的一句', greeted);
    await turn('命令行的一句', nothingFound, { channel: 'cli' });
    await doOwed(record, jobs(1));
    expect((await itemAbout('抽到的'))?.reasons).toEqual(['random_sample']);
    expect(await itemAbout('命令行')).toBeUndefined();
    const drawn = Array.from({ length: 2000 }, (_, index) => isDrawn(`m${index}`, 0.1)).filter(Boolean).length;
    // 200 expected, standard deviation 13.4: five of them each way.
    expect(drawn).toBeGreaterThan(133);
    expect(drawn).toBeLessThan(267);
  });

  it('is a ticket that a unit sent back, with what it said, once for each return', async () => {
    await storeTicket(record, { number: '20261123-000001' });
    const returned = (sequence: number, reason: string) => ({
      ...{ ticket_number: '20261123-000001', kind: 'returned', at: now, actor: 'handler', sequence },
      payload: JSON.stringify({ reason, from: '解放碑街道' }),
    });
    await record.db.insertInto('ticket_event').values(returned(2, '不归我们管，问13812345678')).execute();
    await doOwed(record, jobs());
    const item = (await openItems()).find(({ content }) => content.ticket?.number === '20261123-000001');
    expect(item).toMatchObject({
      reasons: ['returned_ticket'],
      content: { ticket: { unit: '解放碑街道', category: 'C05.02' } },
    });
    expect(item?.content.said).toContain('不归我们管');
    expect(JSON.stringify(item)).not.toContain('13812345678');
    await record.db.insertInto('ticket_event').values(returned(3, '还是不归我们管')).execute();
    await doOwed(record, jobs());
    expect((await reviews.find(item!.id))?.seen).toBe(2);
  });

  it('gives a turn with a reason no second one by chance', () => {
    const rules = { sampleShare: 1, confidenceBelow: 0.5 };
    const reasons = reasonsOfTurn(
      { messageId: 'm', outcomes: ['answered', 'refused'], trace: null, thumbDown: false },
      rules,
    );
    expect(reasons).toEqual(['refusal']);
  });
});

describe('a review', () => {
  const add = (question: string, reasons: ReviewReason[] = ['refusal']) =>
    reviews.add({
      subject: `test:${next++}`,
      reasons,
      channel: 'web',
      at: now,
      content: { ...nothingShown, question },
    });
  const judgement = {
    verdict: 'wrong',
    faults: ['facts'],
    note: '',
    culprit: 'matter/id-card',
    correction: null,
  } as const;
  const judged = { ...judgement, faults: [...judgement.faults] };

  it('is held by one reviewer at a time, until the lock runs out', async () => {
    const id = await add('甲');
    await reviews.lock(id, 'li');
    await expect(reviews.lock(id, 'wang')).rejects.toMatchObject({ code: 'review_locked' });
    now = new Date(now.getTime() + 11 * 60_000);
    await reviews.lock(id, 'wang');
    await expect(reviews.judge(id, 'li', judged)).rejects.toMatchObject({ code: 'review_locked' });
    await reviews.judge(id, 'wang', judged);
    await expect(reviews.judge(id, 'wang', judged)).rejects.toMatchObject({ code: 'review_judged' });
    await expect(reviews.lock('none', 'wang')).rejects.toMatchObject({ code: 'review_not_found' });
  });

  it('is never handed to two reviewers who ask at the same moment', async () => {
    for (let index = 0; index < 12; index += 1) await add(`同时${index}`);
    const taken = await Promise.all(Array.from({ length: 12 }, (_, index) => reviews.lockNext(`reviewer-${index}`)));
    expect(taken.every(Boolean)).toBe(true);
    expect(new Set(taken.map((item) => item?.id)).size).toBe(12);
    await Promise.all(taken.map((item, index) => reviews.release(item!.id, `reviewer-${index}`)));
  });

  it('comes in the order of what presses most', async () => {
    const thumb = await add('有人点了踩', ['thumb_down']);
    const item = await reviews.lockNext('chen');
    expect(item?.priority).toBeGreaterThanOrEqual(8);
    expect((await openItems()).findIndex(({ id }) => id === thumb)).toBeLessThan(3);
  });

  it('is audited, and everything that belongs to the verdict is written with it or not at all', async () => {
    const id = await add('全写或全不写');
    await reviews.lock(id, 'li');
    const fails = reviews.judge(id, 'li', judged, async () => {
      throw new Error('no case');
    });
    await expect(fails).rejects.toThrow('no case');
    expect((await reviews.find(id))?.status).toBe('open');
    await reviews.judge(id, 'li', judged);
    const lines = await record.db.selectFrom('audit').selectAll().where('subject', '=', id).execute();
    expect(lines).toMatchObject([
      { actor: 'li', action: 'review-verdict', detail: { verdict: 'wrong', culprit: 'matter/id-card' } },
    ]);
  });
});

describe('a data set made in the product', () => {
  const line = (caseId: string, text: string) => ({ caseId, split: 'test' as const, body: { id: caseId, text } });
  const add = (lines: ReturnType<typeof line>[], dataSet = 'mine') =>
    sets().add({ suite: 'routing', dataSet, lines, note: '', actor: 'li', at: now });
  const sets = () => createDataSetStore(record.db as never);

  it('keeps every version as it was', async () => {
    expect(await add([line('a', '一'), line('b', '二')])).toBe(1);
    expect(await add([line('b', '二改'), line('c', '三')])).toBe(2);
    const texts = async (version?: number) =>
      (await sets().cases('routing', 'mine', version)).map(({ body }) => body.text);
    expect(await texts(1)).toEqual(['一', '二']);
    expect(await texts()).toEqual(['一', '二改', '三']);
    expect((await sets().versions('routing')).map(({ version, cases }) => [version, cases])).toEqual([
      [2, 3],
      [1, 2],
    ]);
  });

  it('numbers versions one after the other, also when they are added at once', async () => {
    const versions = await Promise.all(['x', 'y', 'z'].map((id) => add([line(id, id)], 'at-once')));
    expect(versions.sort()).toEqual([1, 2, 3]);
  });

  it('takes no reviewed case into a part other than the regressions, and loses none', async () => {
    const itemId = await reviews.add({
      subject: 's',
      reasons: ['refusal'],
      channel: 'web',
      at: now,
      content: { ...nothingShown, question: '留' },
    });
    const reviewed = { ...line('r', '留'), reviewItemId: itemId };
    await expect(add([reviewed])).rejects.toThrow('reviewed_cases_are_regressions');
    await expect(sql`delete from data_set_case`.execute(record.db)).rejects.toThrow('permission denied');
  });
});
