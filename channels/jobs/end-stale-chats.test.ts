import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ConversationStore, createConversationStore, type MessageRow } from '../../assistant/index.ts';
import { end, endStale } from '../hand-over/end-chat.ts';
import { createHandOverStore, type HandOverStore, takeWaiting } from '../hand-over/hand-over-store.ts';
import { createPresence } from '../hand-over/presence.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { tablesOf } from '../store/tables-of.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { createEndStaleChatsJob, endStaleChats, oweEnding } from './end-stale-chats.ts';
import { claimDue } from './outbox.ts';
import { runJob } from './run-job.ts';

const askedAt = new Date('2026-11-23T10:00:00+08:00');
const minutes = (count: number) => new Date(askedAt.getTime() + count * 60_000);

let time: Date;
let record: DeskRecord;
let store: HandOverStore;
let conversations: ConversationStore;
let told: (MessageRow | null)[];
const needs = () => ({ store, conversations, tell: (row: MessageRow | null) => void told.push(row), now: () => time });

beforeEach(async () => {
  time = askedAt;
  told = [];
  record = await openTestRecord();
  store = createHandOverStore(tablesOf(record));
  conversations = createConversationStore(tablesOf(record));
});
afterEach(() => record.close());

/** One that waits, or is with an operator whose console was last heard of at that moment. */
async function chat({ seenAt }: { seenAt?: Date } = {}) {
  const { conversationId } = await conversations.begin('web', askedAt);
  await store.ask(conversationId, askedAt);
  const row = (await store.openOf(conversationId))!;
  if (!seenAt) return row;
  const account = `operator-of-${row.id}`;
  await record.db.transaction().execute((trx) => takeWaiting(trx as never, row.id, account, askedAt));
  await createPresence(tablesOf(record), () => seenAt).see(account);
  return (await store.find(row.id))!;
}

/** One run of the job; the run it owes itself for later is brought forward for the next call. */
async function runJobAt(moment: Date) {
  time = moment;
  const { db } = record;
  await oweEnding(db);
  await db
    .updateTable('outbox_job')
    .set({ run_at: new Date(0) })
    .where('done_at', 'is', null)
    .execute();
  const [job] = await claimDue(db, [endStaleChats], 1);
  const handlers = { [endStaleChats]: createEndStaleChatsJob({ db, endStale: () => endStale(needs()) }) };
  await runJob(db, handlers, job!, { delayMs: () => 0 });
}

const endings = async () =>
  Object.fromEntries(
    (await record.db.selectFrom('hand_over').select(['id', 'ended_by']).execute()).map((row) => [row.id, row.ended_by]),
  );
const audited = () => record.db.selectFrom('audit').select(['actor', 'action', 'subject', 'detail']).execute();
const wordsOf = async ({ conversation_id }: { conversation_id: string }) =>
  (await conversations.messagesAfter(conversation_id, 0)).map(({ text }) => text);

/** Makes the record refuse rows of a table, as a broken disk or a full one would. */
async function refuseRowsOf(table: 'audit' | 'message') {
  const owner = new pg.Client(record.connectionOf('yuwen_owner'));
  await owner.connect();
  await owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`);
  await owner.query(`create trigger refused before insert on ${table} for each row execute function refuse()`);
  await owner.end();
}

it('ends what nobody came for and what an operator has left standing, and nothing else', async () => {
  const waiting = await chat();
  const left = await chat({ seenAt: askedAt });
  const kept = await chat({ seenAt: minutes(9) });
  await runJobAt(new Date(minutes(10).getTime() - 1));
  expect(await endings()).toEqual({ [waiting.id]: null, [left.id]: null, [kept.id]: null });
  await runJobAt(minutes(10));
  expect(await endings()).toEqual({ [waiting.id]: 'nobody_came', [left.id]: 'operator_gone', [kept.id]: null });
  expect((await wordsOf(waiting)).at(-1)).toContain('没有坐席接入');
  expect((await wordsOf(left)).at(-1)).toContain('十分钟没有响应');
  expect(await wordsOf(kept)).toEqual([]);
  const lines = [waiting, left].map(({ id }) => expect.objectContaining({ actor: 'system', subject: id }));
  expect(await audited()).toEqual(expect.arrayContaining(lines));
});

it('ends it once, however often it runs and whoever looks at the same moment', async () => {
  const waiting = await chat();
  time = minutes(11);
  await Promise.all([runJobAt(minutes(11)), endStale(needs()), endStale(needs())]);
  await runJobAt(minutes(12));
  expect(await wordsOf(waiting)).toHaveLength(1);
  expect(told).toHaveLength(1);
  expect(await audited()).toEqual([
    { actor: 'system', action: 'chat-end', subject: waiting.id, detail: { endedBy: 'nobody_came' } },
  ]);
});

it('leaves a chat to an operator who came back after it was found', async () => {
  const row = await chat({ seenAt: askedAt });
  time = minutes(11);
  const found = await store.stale(minutes(1));
  await createPresence(tablesOf(record), () => time).see(row.taken_by!);
  await endStale({ ...needs(), store: { ...store, stale: async () => found } });
  expect(await endings()).toEqual({ [row.id]: null });
  expect(await wordsOf(row)).toEqual([]);
});

it.each(['audit', 'message'] as const)('changes nothing where no row of %s can be kept', async (table) => {
  const row = await chat({ seenAt: askedAt });
  await refuseRowsOf(table);
  await expect(end(row, 'operator', needs())).rejects.toThrow('refused');
  await runJobAt(minutes(11));
  expect(await endings()).toEqual({ [row.id]: null });
  expect(await wordsOf(row)).toEqual([]);
  expect(await audited()).toEqual([]);
  expect(told).toEqual([]);
  const [owed] = await record.db.selectFrom('outbox_job').select('last_error').where('done_at', 'is', null).execute();
  expect(owed?.last_error).toContain('refused');
});
