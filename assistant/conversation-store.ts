import { createHash, randomBytes } from 'node:crypto';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { ConversationTables, MessageTable } from './conversation-tables.ts';
import { type DialogueState, emptyDialogue } from './dialogue-state.ts';
import type { Reply } from './reply.ts';
import type { Answer } from './reply-to.ts';

export type MessageRow = Selectable<MessageTable>;

export interface NewMessage {
  conversationId: string;
  clientMessageId: string;
  text: string;
  at: Date;
}

export interface ConversationStore {
  /** Begins a conversation; the secret is given only here. */
  begin(channel: string, at: Date): Promise<{ conversationId: string; secret: string }>;
  /** Whether the secret opens the conversation. */
  opens(conversationId: string, secret: string): Promise<boolean>;
  messagesAfter(conversationId: string, sequence: number): Promise<MessageRow[]>;
  /** Takes a citizen's message into the record, which owes its answer; one that was taken before is given back as it is. */
  take(message: NewMessage): Promise<{ message: MessageRow; isNew: boolean }>;
  /** The message with its conversation's state and, when it was answered, the answer. */
  find(
    messageId: string,
  ): Promise<{ message: MessageRow; dialogue: DialogueState; channel: string; answer: MessageRow | null } | null>;
  /** Stores the answer once, and nothing is owed any more; a second answer is dropped and the first given back. */
  answer(message: MessageRow, answer: Answer, at: Date): Promise<MessageRow>;
  /**
   * Puts a message of the desk's own into a conversation, unasked; null when it is there already. `id` is the caller's,
   * so that a repeat changes nothing.
   */
  post(
    conversationId: string,
    message: { id: string; reply: Reply },
    at: Date,
    finish?: (trx: Transaction<ConversationTables>) => Promise<void>,
  ): Promise<MessageRow | null>;
  /** Keeps a thumb on a reply of this conversation; a message of another one is passed over. */
  rate(
    conversationId: string,
    rating: { messageId: string; good: boolean | null; reason?: string | undefined },
    at: Date,
  ): Promise<void>;
  /** The channel it was begun on; null when there is no such conversation. */
  channelOf(conversationId: string): Promise<string | null>;
}

export function createConversationStore(db: Kysely<ConversationTables>): ConversationStore {
  return {
    async begin(channel, at) {
      const conversationId = randomBytes(12).toString('base64url');
      const secret = randomBytes(24).toString('base64url');
      const state = JSON.stringify(emptyDialogue);
      await db
        .insertInto('conversation')
        .values({ id: conversationId, secret_hash: hashOf(secret), channel, state, created_at: at })
        .execute();
      return { conversationId, secret };
    },

    async opens(conversationId, secret) {
      const row = await db
        .selectFrom('conversation')
        .select('id')
        .where('id', '=', conversationId)
        .where('secret_hash', '=', hashOf(secret))
        .executeTakeFirst();
      return row !== undefined;
    },

    messagesAfter: (conversationId, sequence) =>
      db
        .selectFrom('message')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .execute(),

    async take({ conversationId, clientMessageId, text, at }) {
      const id = randomBytes(12).toString('base64url');
      const { rows } = await sql<MessageRow>`
        with counted as (${counting(conversationId)})
        insert into message (id, conversation_id, sequence, role, client_message_id, text, created_at)
        select ${id}, ${conversationId}, last_sequence, 'citizen', ${clientMessageId}, ${text}, ${at}::timestamptz
        from counted
        on conflict (conversation_id, client_message_id) do nothing
        returning *`.execute(db);
      const [taken] = rows;
      if (taken) return { message: taken, isNew: true };
      return { message: await sentBefore(db, conversationId, clientMessageId), isNew: false };
    },

    async find(messageId) {
      const found = await db
        .selectFrom('message')
        .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
        .leftJoin('message as answer', 'answer.answers_message_id', 'message.id')
        .selectAll('message')
        .select(['conversation.state', 'conversation.channel', 'answer.id as answer_id'])
        .where('message.id', '=', messageId)
        .executeTakeFirst();
      if (!found) return null;
      const { state, channel, answer_id, ...message } = found;
      const answer = answer_id === null ? null : await answeredBefore(db, messageId);
      return { message, dialogue: state, channel, answer };
    },

    async answer({ id, conversation_id }, { reply, dialogue, trace }, at) {
      const state = JSON.stringify(dialogue);
      const storing = sql<MessageRow>`
        with counted as (${counting(conversation_id, { state })})
        insert into message (id, conversation_id, sequence, role, answers_message_id, text, reply, trace, created_at)
        select ${`${id}.a`}, ${conversation_id}, last_sequence, 'desk', ${id}, ${reply.text},
          ${JSON.stringify(reply)}::jsonb, ${JSON.stringify(trace)}::jsonb, ${at}::timestamptz
        from counted
        returning *`.execute(db);
      // An answer that is there already breaks the whole statement, so that it leaves the conversation's state alone too.
      const stored = await storing.then(
        ({ rows }) => rows[0],
        (error: unknown) => (isThereAlready(error) ? undefined : Promise.reject(error)),
      );
      return stored ?? answeredBefore(db, id);
    },

    post: (conversationId, { id, reply }, at, finish) =>
      db.transaction().execute(async (trx) => {
        const sequence = await nextSequence(trx, conversationId);
        const before = await trx.selectFrom('message').select('id').where('id', '=', id).executeTakeFirst();
        await finish?.(trx);
        if (before) return null;
        return insertMessage(trx, {
          id,
          conversation_id: conversationId,
          sequence,
          role: 'desk',
          client_message_id: null,
          answers_message_id: null,
          text: reply.text,
          reply: JSON.stringify(reply),
          trace: null,
          created_at: at,
        });
      }),

    async rate(conversationId, { messageId, good, reason = null }, at) {
      const own = db
        .selectFrom('message')
        .where('id', '=', messageId)
        .where('conversation_id', '=', conversationId)
        .where('role', '=', 'desk');
      if (good === null) {
        await db.deleteFrom('rating').where('message_id', 'in', own.select('id')).execute();
        return;
      }
      const rated = own.select(({ val }) => ['id', val(good).as('good'), val(reason).as('reason'), val(at).as('at')]);
      await db
        .insertInto('rating')
        .columns(['message_id', 'good', 'reason', 'at'])
        .expression(rated)
        .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ good, reason, at }))
        .execute();
    },

    async channelOf(conversationId) {
      const row = await db
        .selectFrom('conversation')
        .select('channel')
        .where('id', '=', conversationId)
        .executeTakeFirst();
      return row?.channel ?? null;
    },
  };
}

/**
 * Raises the conversation's count, which locks it: its messages are numbered one after the other. Each store is one
 * statement, as round trips are what a busy desk spends most of its time on.
 */
function counting(conversationId: string, { state }: { state?: string } = {}) {
  const remembered = state === undefined ? sql`` : sql`, state = ${state}::jsonb`;
  return sql`update conversation set last_sequence = last_sequence + 1${remembered}
    where id = ${conversationId} returning last_sequence`;
}

async function nextSequence(trx: Transaction<ConversationTables>, conversationId: string): Promise<number> {
  const { rows } = await sql<{ last_sequence: number }>`${counting(conversationId)}`.execute(trx);
  if (!rows[0]) throw new Error(`There is no conversation ${conversationId}.`);
  return rows[0].last_sequence;
}

function sentBefore(db: Kysely<ConversationTables>, conversationId: string, clientMessageId: string) {
  return db
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('client_message_id', '=', clientMessageId)
    .executeTakeFirstOrThrow();
}

function answeredBefore(db: Kysely<ConversationTables>, messageId: string) {
  return db.selectFrom('message').selectAll().where('answers_message_id', '=', messageId).executeTakeFirstOrThrow();
}

/** PostgreSQL's `unique_violation`. */
const isThereAlready = (error: unknown) => (error as { code?: unknown }).code === '23505';

function insertMessage(
  trx: Transaction<ConversationTables>,
  row: Parameters<ReturnType<typeof trx.insertInto<'message'>>['values']>[0],
): Promise<MessageRow> {
  return trx.insertInto('message').values(row).returningAll().executeTakeFirstOrThrow();
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
