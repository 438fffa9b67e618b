import { randomUUID } from 'node:crypto';
import {
  type ConversationStore,
  type DataAnswer,
  type DataQuery,
  DataQuery as DataQuerySchema,
  type MessageRow,
  maskPersonalData,
  type PlanChange,
  type Reply,
} from '../../assistant/index.ts';
import type { AccountRow, AccountStore } from '../accounts/account-store.ts';
import { type Answering, consoleChannel } from '../conversations/answering.ts';
import { DataQuestionError } from './data-question-error.ts';
import { keepsPlatform } from './saved-question-store.ts';

interface Needs {
  answering: Answering;
  conversations: ConversationStore;
  accounts: AccountStore;
  now: () => Date;
}

/** What is asked: words, or a plan that came about otherwise, which `text` then only says for people. */
export interface Ask {
  text: string;
  by: 'question' | 'change' | 'saved';
  planChange?: PlanChange;
  dataPlan?: DataQuery;
}

/** A question with its answer; `messageId` names the figures for whoever exports or keeps them. */
export interface AskedFigures {
  messageId: string;
  question: string;
  reply: Reply;
}

export type FiguresDesk = ReturnType<typeof createFiguresDesk>;

/** Cadres' data questions: each is put to the record, answered inside the account's jurisdiction, and audited. */
export function createFiguresDesk({ answering, conversations, accounts, now }: Needs) {
  async function isOwn({ name }: AccountRow, conversationId: string): Promise<boolean> {
    return (await conversations.channelOf(conversationId)) === consoleChannel(name);
  }

  return {
    isOwn,

    begin: async ({ name }: AccountRow): Promise<string> =>
      (await conversations.begin(consoleChannel(name), now())).conversationId,

    async ask(account: AccountRow, conversationId: string, { text, by, ...typed }: Ask): Promise<AskedFigures> {
      const { message } = await answering.take({ conversationId, clientMessageId: randomUUID(), text });
      const cadre = { account: account.name, district: account.district };
      const answer = await answering.answer(message.id, { cadre, dataOnly: true, ...typed });
      const reply = answer!.reply!;
      const data = figuresIn(reply);
      await accounts.audit(account.name, 'data-question', conversationId, {
        by,
        messageId: message.id,
        question: maskPersonalData(text),
        outcome: reply.outcome,
        plan: data?.plan ?? null,
        rows: data?.rows.length ?? null,
        district: account.district,
      });
      return { messageId: message.id, question: text, reply: withoutSqlFor(account, reply) };
    },

    /** What was asked and answered in a conversation, the first first. */
    async history(account: AccountRow, conversationId: string): Promise<AskedFigures[]> {
      const rows = await conversations.messagesAfter(conversationId, 0);
      const answers = new Map(rows.map((row) => [row.answers_message_id, row]));
      return rows.flatMap((row) => {
        const reply = row.role === 'citizen' ? answers.get(row.id)?.reply : null;
        return reply ? [{ messageId: row.id, question: row.text, reply: withoutSqlFor(account, reply) }] : [];
      });
    },

    /** The plan behind figures of one's own, as the record has it. @throws DataQuestionError `figures_unknown` */
    async planOf(
      account: AccountRow,
      messageId: string,
    ): Promise<{ message: MessageRow; plan: DataQuery; data: DataAnswer }> {
      const found = await conversations.find(messageId);
      const data = found?.answer?.reply ? figuresIn(found.answer.reply) : undefined;
      if (!found || !data || found.channel !== consoleChannel(account.name))
        throw new DataQuestionError('figures_unknown', '没有这个结果，请重新提问后再操作。');
      return { message: found.message, plan: DataQuerySchema.parse(data.plan), data };
    },
  };
}

function figuresIn(reply: Reply): DataAnswer | undefined {
  if (reply.outcome === 'several') return reply.replies.map(figuresIn).find((data) => data !== undefined);
  return reply.outcome === 'data' ? reply.data : undefined;
}

/** The statement is for those who keep the platform; a cadre reads the explanation. */
function withoutSqlFor({ role }: AccountRow, reply: Reply): Reply {
  if (keepsPlatform(role)) return reply;
  if (reply.outcome === 'several') return { ...reply, replies: reply.replies.map(withoutSql) };
  return withoutSql(reply);
}

function withoutSql<Kind extends Reply>(reply: Kind): Kind {
  return reply.outcome === 'data' ? { ...reply, data: { ...reply.data, sql: null, params: [] } } : reply;
}
