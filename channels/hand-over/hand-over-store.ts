import { randomBytes } from 'node:crypto';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { EndedBy, HandOverRecord, HandOverTable } from './hand-over-tables.ts';

export type HandOverRow = Selectable<HandOverTable>;

/** One wish for a person with what an operator's list shows of its conversation. */
export interface ListedChat extends HandOverRow {
  operator: string | null;
  last_words: string | null;
  /** The role of the last message, but for the marks that a message was delivered. */
  last_role: 'citizen' | 'desk' | null;
}

/** A citizen who changes their mind keeps their place for so long; an operator may take an ending back. */
export const undoWithinMs = 2 * 60_000;

type Trx = Transaction<HandOverRecord>;

export type HandOverStore = ReturnType<typeof createHandOverStore>;

/** The rows of hand-overs. Each change names the state it expects, so that of two at once one is refused. */
export function createHandOverStore(db: Kysely<HandOverRecord>) {
  return {
    openOf: (conversationId: string): Promise<HandOverRow | undefined> =>
      db
        .selectFrom('hand_over')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),

    find: (id: string): Promise<HandOverRow | undefined> =>
      db.selectFrom('hand_over').selectAll().where('id', '=', id).executeTakeFirst(),

    /** Whether a person has the conversation that a message was said in. */
    async isWithPerson(messageId: string): Promise<boolean> {
      const row = await db
        .selectFrom('hand_over')
        .innerJoin('message', 'message.conversation_id', 'hand_over.conversation_id')
        .select('hand_over.id')
        .where('message.id', '=', messageId)
        .where('ended_at', 'is', null)
        .where('taken_by', 'is not', null)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Puts the conversation into the queue; in it already, or given up just now, it keeps its place. */
    async ask(conversationId: string, at: Date): Promise<void> {
      const { rowCount } = await sql`
        update hand_over set ended_at = null, ended_by = null, citizen_seen_at = ${at}
        where id = (select id from hand_over where conversation_id = ${conversationId}
            order by asked_at desc, ended_at desc nulls first limit 1)
          and taken_by is null and ended_by = 'citizen' and ended_at > ${new Date(at.getTime() - undoWithinMs)}`
        .execute(db)
        .then(({ numAffectedRows }) => ({ rowCount: numAffectedRows ?? 0n }))
        // Another tab has asked at the same moment.
        .catch((error: { code?: string }) => (error.code === '23505' ? { rowCount: 1n } : Promise.reject(error)));
      if (rowCount > 0n) return;
      await db
        .insertInto('hand_over')
        .values({
          id: randomBytes(9).toString('base64url'),
          conversation_id: conversationId,
          asked_at: at,
          citizen_seen_at: at,
        })
        .onConflict((conflict) => conflict.column('conversation_id').where('ended_at', 'is', null).doNothing())
        .execute();
    },

    async seeCitizen(id: string, at: Date): Promise<void> {
      await db.updateTable('hand_over').set({ citizen_seen_at: at }).where('id', '=', id).execute();
    },

    /** Leaves the queue; one that was taken meanwhile stays with its operator. */
    giveUp: (row: HandOverRow, at: Date): Promise<boolean> =>
      db.transaction().execute((trx) => endOpen(trx, row, 'citizen', at)),

    async aheadOf({ id, asked_at }: HandOverRow): Promise<number> {
      const { ahead } = await db
        .selectFrom('hand_over')
        .select(({ fn }) => fn.countAll<string>().as('ahead'))
        .where('ended_at', 'is', null)
        .where('taken_by', 'is', null)
        .where(({ eb, or, and }) =>
          or([eb('asked_at', '<', asked_at), and([eb('asked_at', '=', asked_at), eb('id', '<', id)])]),
        )
        .executeTakeFirstOrThrow();
      return Number(ahead);
    },

    /** Open ones whose time is over since `before`. */
    stale: (before: Date): Promise<StaleHandOver[]> => findStale(db, before),

    /** The queue and what is with operators, in the order in which they asked; or one of them, ended too. */
    async list(id?: string): Promise<ListedChat[]> {
      const wanted = id === undefined ? sql`chat.ended_at is null` : sql`chat.id = ${id}`;
      const { rows } = await sql<ListedChat>`
        select chat.*, account.display_name as operator, said.text as last_words, newest.role as last_role
        from hand_over as chat
        left join account on account.name = chat.taken_by
        left join lateral (select text from message where conversation_id = chat.conversation_id and role = 'citizen'
          order by sequence desc limit 1) as said on true
        left join lateral (select role from message where conversation_id = chat.conversation_id
          and coalesce(reply ->> 'outcome', '') <> 'with_person' order by sequence desc limit 1) as newest on true
        where ${wanted} order by chat.asked_at, chat.id`.execute(db);
      return rows;
    },

    async lastSequence(conversationId: string): Promise<number> {
      const row = await db
        .selectFrom('message')
        .select('sequence')
        .where('conversation_id', '=', conversationId)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.sequence ?? 0;
    },

    async nameOf(account: string): Promise<string> {
      const row = await db.selectFrom('account').select('display_name').where('name', '=', account).executeTakeFirst();
      return row?.display_name ?? account;
    },

    async seenAt(account: string): Promise<Date | null> {
      const row = await db
        .selectFrom('operator_presence')
        .select('seen_at')
        .where('account', '=', account)
        .executeTakeFirst();
      return row?.seen_at ?? null;
    },
  };
}

export interface StaleHandOver {
  row: HandOverRow;
  endedBy: EndedBy;
}

/** Open ones whose time is over: nobody came, or the operator's console has been silent since `before`; `id` asks for one. */
export async function findStale(db: Kysely<HandOverRecord>, before: Date, id?: string): Promise<StaleHandOver[]> {
  const rows = await db
    .selectFrom('hand_over')
    .leftJoin('operator_presence', 'operator_presence.account', 'taken_by')
    .selectAll('hand_over')
    .where('ended_at', 'is', null)
    .where(({ eb, or, and }) =>
      or([
        and([eb('taken_by', 'is', null), eb('asked_at', '<=', before)]),
        and([eb('taken_at', '<=', before), or([eb('seen_at', 'is', null), eb('seen_at', '<=', before)])]),
      ]),
    )
    .$if(id !== undefined, (query) => query.where('hand_over.id', '=', id!))
    .execute();
  return rows.map((row) => ({ row, endedBy: row.taken_by === null ? 'nobody_came' : 'operator_gone' }));
}

/** Gives a waiting one to an operator; false when it is gone or somebody else's. */
export async function takeWaiting(trx: Trx, id: string, account: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('hand_over')
    .set({ taken_by: account, taken_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('taken_by', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends an open one as it was read: taken by the same account, or by nobody. False when that has changed. */
export async function endOpen(trx: Trx, row: HandOverRow, endedBy: EndedBy, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('hand_over')
    .set({ ended_at: at, ended_by: endedBy })
    .where('id', '=', row.id)
    .where('ended_at', 'is', null)
    .where('taken_by', row.taken_by === null ? 'is' : '=', row.taken_by)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes an operator's ending back; false when it is too old, or the citizen is in the queue again. */
export async function reopenEnded(trx: Trx, id: string, account: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('hand_over')
    .set({ ended_at: null, ended_by: null })
    .where('id', '=', id)
    .where('taken_by', '=', account)
    .where('ended_by', '=', 'operator')
    .where('ended_at', '>', new Date(at.getTime() - undoWithinMs))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('hand_over as other')
            .select('other.id')
            .whereRef('other.conversation_id', '=', 'hand_over.conversation_id')
            .where('other.ended_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether an operator still has it; locks it until the words that depend on it are stored. */
export async function isHeldBy(trx: Trx, id: string, account: string): Promise<boolean> {
  const row = await trx
    .selectFrom('hand_over')
    .select('id')
    .where('id', '=', id)
    .where('taken_by', '=', account)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}
