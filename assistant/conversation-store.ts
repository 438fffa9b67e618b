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
  /**
   * Takes a citizen's message into the record, with `owe` in the same transaction; one that was taken before is given
   * back as it is, and nothing is owed again.
   */
  take(
    message: NewMessage,
    owe: (trx: Transaction<ConversationTables>, messageId: string) => Promise<void>,
  ): Promise<{ message: MessageRow; isNew: boolean }>;
  /** The message with its conversation's state and, when it was answered, the answer. */
  find(
    messageId: string,
  ): Promise<{ message: MessageRow; dialogue: DialogueState; channel: string; answer: MessageRow | null } | null>;
  /** Stores the answer once; a second answer to the same message is dropped and the first given back. */
  answer(
    message: MessageRow,
    answer: Answer,
    at: Date,
    finish?: (trx: Transaction<ConversationTables>) => Promise<void>,
  ): Promise<MessageRow>;
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
    rating: { messageId: string; good: boolean; reason?: string | undefined },
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

    take: ({ conversationId, clientMessageId, text, at }, owe) =>
      db.transaction().execute(async (trx) => {
        const sequence = await nextSequence(trx, conversationId);
        const id = randomBytes(12).toString('base64url');
        const taken = await trx
          .insertInto('message')
          .values({
            id,
            conversation_id: conversationId,
            sequence,
            role: 'citizen',
            client_message_id: clientMessageId,
            answers_message_id: null,
            text,
            reply: null,
            trace: null,
            created_at: at,
          })
          .onConflict((conflict) => conflict.columns(['conversation_id', 'client_message_id']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (!taken) return { message: await sentBefore(trx, conversationId, clientMessageId), isNew: false };
        await owe(trx, id);
        return { message: taken, isNew: true };
      }),

    async find(messageId) {
      const [found, answer] = await Promise.all([
        db
          .selectFrom('message')
          .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
          .selectAll('message')
          .select(['conversation.state', 'conversation.channel'])
          .where('message.id', '=', messageId)
          .executeTakeFirst(),
        db.selectFrom('message').selectAll().where('answers_message_id', '=', messageId).executeTakeFirst(),
      ]);
      if (!found) return null;
      const { state, channel, ...message } = found;
      return { message, dialogue: state, channel, answer: answer ?? null };
    },

    answer: (message, { reply, dialogue, trace }, at, finish) =>
      db.transaction().execute(async (trx) => {
        const sequence = await nextSequence(trx, message.conversation_id);
        const stored = await trx
          .insertInto('message')
          .values({
            id: `${message.id}.a`,
            conversation_id: message.conversation_id,
            sequence,
            role: 'desk',
            client_message_id: null,
            answers_message_id: message.id,
            text: reply.text,
            reply: JSON.stringify(reply),
            trace: JSON.stringify(trace),
            created_at: at,
          })
          .onConflict((conflict) => conflict.column('answers_message_id').doNothing())
          .returningAll()
          .executeTakeFirst();
        await finish?.(trx);
        if (!stored) return answeredBefore(trx, message.id);
        await trx
          .updateTable('conversation')
          .set({ state: JSON.stringify(dialogue) })
          .where('id', '=', message.conversation_id)
          .execute();
        return stored;
      }),

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
      const rated = db
        .selectFrom('message')
        .select(({ val }) => ['id', val(good).as('good'), val(reason).as('reason'), val(at).as('at')])
        .where('id', '=', messageId)
        .where('conversation_id', '=', conversationId)
        .where('role', '=', 'desk');
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

/** Raises the conversation's count, which locks it: its messages are numbered one after the other. */
async function nextSequence(trx: Transaction<ConversationTables>, conversationId: string): Promise<number> {
  const { last_sequence } = await trx
    .updateTable('conversation')
    .set({ last_sequence: sql`last_sequence + 1` })
    .where('id', '=', conversationId)
    .returning('last_sequence')
    .executeTakeFirstOrThrow();
  return last_sequence;
}

function sentBefore(trx: Transaction<ConversationTables>, conversationId: string, clientMessageId: string) {
  return trx
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('client_message_id', '=', clientMessageId)
    .executeTakeFirstOrThrow();
}

function answeredBefore(trx: Transaction<ConversationTables>, messageId: string) {
  return trx.selectFrom('message').selectAll().where('answers_message_id', '=', messageId).executeTakeFirstOrThrow();
}

function insertMessage(
  trx: Transaction<ConversationTables>,
  row: Parameters<ReturnType<typeof trx.insertInto<'message'>>['values']>[0],
): Promise<MessageRow> {
  return trx.insertInto('message').values(row).returningAll().executeTakeFirstOrThrow();
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
