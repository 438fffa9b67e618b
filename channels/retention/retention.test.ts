import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDeleteExpiredJob, deleteExpired, oweDeleting } from '../jobs/delete-expired.ts';
import type { DeskRecord } from '../store/open-record.ts';
import type { Database } from '../store/schema.ts';
import { doOwed } from '../testing/do-owed.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { storeTicket } from '../testing/stored-ticket.ts';
import { createRetention, type Retention } from './retention.ts';

const now = () => new Date('2026-11-23T08:00:00Z');
const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);
let record: DeskRecord;
let db: Kysely<Database>;
let retention: Retention;

beforeEach(async () => {
  record = await openTestRecord();
  db = record.db;
  retention = createRetention(db, now);
});
afterEach(() => record.close());

let count = 0;

/** A conversation that was begun and went on so many days ago. */
async function conversation(spoken: { began?: number; last?: number; channel?: string } = {}): Promise<string> {
  const { began = 400, last = began, channel = 'web' } = spoken;
  const id = `c${++count}`;
  await sql`insert into conversation (id, secret_hash, channel, state, created_at)
    values (${id}, '', ${channel}, '{}', ${daysAgo(began)})`.execute(db);
  for (const [sequence, days] of [began, last].entries())
    await sql`insert into message (id, conversation_id, sequence, role, text, created_at)
      values (${`${id}.${sequence}`}, ${id}, ${sequence}, 'citizen', '噪声太大', ${daysAgo(days)})`.execute(db);
  return id;
}

async function ticket(number: string, closed: number | null, conversationId: string | null = null): Promise<string> {
  const closed_at = closed === null ? null : daysAgo(closed);
  return storeTicket(record, { number, closed_at, conversation_id: conversationId, filed_at: daysAgo(500) });
}

async function call(
  ended: number | null,
  ticketNumber: string | null = null,
  lastHeard = ended ?? 400,
): Promise<string> {
  const id = `call${++count}`;
  await sql`insert into call (id, started_at, ended_at, state, ticket_number)
    values (${id}, ${daysAgo(400)}, ${ended === null ? null : daysAgo(ended)}, '{}', ${ticketNumber})`.execute(db);
  await sql`insert into utterance (call_id, sequence, speaker, text, at)
    values (${id}, 1, 'citizen', '喂', ${daysAgo(lastHeard)})`.execute(db);
  return id;
}

async function photograph(uploaded: number, ticketNumber: string | null = null): Promise<string> {
  const id = `p${++count}`;
  await sql`insert into photograph (id, client_photo_id, image, preview, width, height, created_at)
    values (${id}, ${id}, '', '', 1, 1, ${daysAgo(uploaded)})`.execute(db);
  if (ticketNumber)
    await sql`insert into photograph_of_ticket (ticket_number, photograph_id, message_id)
      values (${ticketNumber}, ${id}, 'm')`.execute(db);
  return id;
}

const idsOf = async (table: 'conversation' | 'call' | 'photograph') =>
  (await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(db)).rows.map(({ id }) => id);

describe('what is kept for its time', () => {
  it('is a conversation until so long after its last message, with its messages', async () => {
    const gone = await conversation({ began: 400, last: 181 });
    const stays = await conversation({ began: 400, last: 179 });
    expect(await retention.preview('conversations', 180)).toEqual({ rows: 1, oldest: daysAgo(400) });
    expect(await retention.sweep()).toEqual({ conversations: 1 });
    expect(await idsOf('conversation')).toEqual([stays]);
    const left = await sql`select from message where conversation_id = ${gone}`.execute(db);
    expect(left.rows).toEqual([]);
  });

  it('is a conversation while its ticket is open or was closed lately; the ticket itself stays always', async () => {
    const [open, recent, old] = [await conversation(), await conversation(), await conversation()];
    await ticket('T-open', null, open);
    await ticket('T-recent', 100, recent);
    await ticket('T-old', 200, old);
    await retention.sweep();
    expect(await idsOf('conversation')).toEqual([open, recent].sort());
    const tickets = await db.selectFrom('ticket').select(['number', 'conversation_id']).orderBy('number').execute();
    expect(tickets).toEqual([
      { number: 'T-old', conversation_id: null },
      { number: 'T-open', conversation_id: open },
      { number: 'T-recent', conversation_id: recent },
    ]);
  });

  it('has a term of its own for questions of cadres', async () => {
    const asked = await conversation({ began: 300, channel: 'console:cadre-demo' });
    await conversation({ began: 366, channel: 'console:cadre-demo' });
    expect(await retention.sweep()).toEqual({ data_conversations: 1 });
    expect(await idsOf('conversation')).toEqual([asked]);
  });

  it('is a call until so long after its end, its last word and the closing of its ticket', async () => {
    await ticket('T-open', null);
    await ticket('T-old', 181);
    const stays = [await call(179), await call(400, 'T-open'), await call(null, null, 10)];
    await call(181);
    await call(null);
    await call(300, 'T-old');
    expect(await retention.sweep()).toEqual({ calls: 3 });
    expect(await idsOf('call')).toEqual(stays.sort());
  });

  it('is a photograph as long as its ticket and a year more', async () => {
    await ticket('T-open', null);
    await ticket('T-recent', 300);
    await ticket('T-old', 366);
    const stays = [await photograph(400, 'T-open'), await photograph(400, 'T-recent'), await photograph(364)];
    await photograph(400, 'T-old');
    await photograph(366);
    expect(await retention.sweep()).toEqual({ photographs: 2 });
    expect(await idsOf('photograph')).toEqual(stays.sort());
  });

  it('is what another system filed, with its ticket and a year more', async () => {
    const filing = async (id: string, days: number, closed?: number | null) => {
      await sql`insert into door_filing (source_id, digest, at) values (${id}, '', ${daysAgo(days)})`.execute(db);
      if (closed === undefined) return;
      const closed_at = closed === null ? null : daysAgo(closed);
      await storeTicket(record, { number: `T-${id}`, closed_at, source_message_id: id, filed_at: daysAgo(500) });
    };
    await Promise.all([filing('open', 400, null), filing('recent', 400, 300), filing('young', 364)]);
    await Promise.all([filing('old', 400, 366), filing('never', 366)]);
    expect(await retention.preview('door_filings', 365)).toEqual({ rows: 2, oldest: daysAgo(400) });
    expect(await retention.sweep()).toEqual({ door_filings: 2 });
    const { rows } = await sql<{ source_id: string }>`select source_id from door_filing order by 1`.execute(db);
    expect(rows.map(({ source_id }) => source_id)).toEqual(['open', 'recent', 'young']);
  });

  it('is a reviewed turn, unless a case was made of it', async () => {
    for (const id of ['judged', 'made', 'recent'])
      await sql`insert into review_item (id, digest, status, reasons, priority, channel, outcome, content, created_at, last_seen_at, judged_at)
        values (${id}, ${id}, 'judged', '[]', 1, 'web', 'answered', '{}', ${daysAgo(500)}, ${daysAgo(500)},
          ${daysAgo(id === 'recent' ? 300 : 400)})`.execute(db);
    await sql`insert into data_set_version (suite, data_set, version, cases, digest, note, actor, at)
      values ('answers', 'regression', 1, 1, '', '', 'operator', ${daysAgo(400)})`.execute(db);
    await sql`insert into data_set_case (suite, data_set, version, case_id, split, body, review_item_id)
      values ('answers', 'regression', 1, 'one', 'regression', '{}', 'made')`.execute(db);
    expect(await retention.sweep()).toEqual({ reviews: 1 });
    const left = await db.selectFrom('review_item').select('id').orderBy('id').execute();
    expect(left).toEqual([{ id: 'made' }, { id: 'recent' }]);
  });

  it('goes by what an administrator has set, which is shown with who and why', async () => {
    const id = await conversation({ began: 200 });
    await retention.set('conversations', 365, { actor: 'admin', reason: '信访要求' });
    expect(await retention.sweep()).toEqual({});
    expect(await idsOf('conversation')).toEqual([id]);
    const [setting] = await retention.settings();
    const changed = { at: now(), by: 'admin', reason: '信访要求' };
    expect(setting).toEqual({ kind: 'conversations', days: 365, defaultDays: 180, changed });
  });

  it('goes in batches until nothing is left', async () => {
    await sql`insert into conversation (id, secret_hash, channel, state, created_at)
      select 'many' || n, '', 'web', '{}', ${daysAgo(300)} from generate_series(1, 1203) n`.execute(db);
    expect(await retention.sweep()).toEqual({ conversations: 1203 });
    const [line] = await db
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'retention-deleted')
      .orderBy('id', 'desc')
      .execute();
    expect(line).toMatchObject({ actor: 'desk', subject: 'conversations', detail: { rows: 1203, days: 180 } });
  });
});

it('is looked at every day by a job that owes itself again', async () => {
  await conversation({ began: 200 });
  await oweDeleting(db, daysAgo(1));
  const handlers = { [deleteExpired]: createDeleteExpiredJob({ db, retention, now }) };
  expect(await doOwed(record, handlers)).toContain(deleteExpired);
  expect(await idsOf('conversation')).toEqual([]);
  const owed = await db
    .selectFrom('outbox_job')
    .select('run_at')
    .where('kind', '=', deleteExpired)
    .where('done_at', 'is', null)
    .execute();
  expect(owed).toEqual([{ run_at: new Date(now().getTime() + 86_400_000) }]);
});
