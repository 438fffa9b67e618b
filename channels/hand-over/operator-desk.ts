import type { Transaction } from 'kysely';
import type { Assistant, MessageRow, Reply } from '../../assistant/index.ts';
import { addAuditLine } from '../access/audit-line.ts';
import type { AccountRow } from '../accounts/account-store.ts';
import type { ChatDetail, ChatList, ChatMessage, ChatSuggestion, ChatSummary } from '../http/hand-over-types.ts';
import { end, endStale } from './end-chat.ts';
import type { HandOverNeeds } from './hand-over-desk.ts';
import { HandOverError } from './hand-over-error.ts';
import { type HandOverRow, isHeldBy, type ListedChat, reopenEnded, takeWaiting } from './hand-over-store.ts';
import type { HandOverRecord } from './hand-over-tables.ts';
import { personSaid } from './person-said.ts';
import { presentForMs } from './presence.ts';
import { onlyIf, passRaced, raced } from './raced.ts';

export interface OperatorNeeds extends HandOverNeeds {
  assistant: Pick<Assistant, 'hear'>;
}

type Operator = Pick<AccountRow, 'name' | 'display_name'>;
type Trx = Transaction<HandOverRecord>;

/** A word in the conversation, the change of its row that it depends on, and what the audit says of it. */
interface Step {
  id: string;
  reply: Reply;
  by: Operator;
  action: string;
  detail?: Readonly<Record<string, unknown>>;
  change: (trx: Trx) => Promise<boolean>;
}

export type OperatorDesk = ReturnType<typeof createOperatorDesk>;

/**
 * The operator's side: on duty or not, the queue, one chat taken, answered and ended. Each step is audited in its own
 * transaction.
 */
export function createOperatorDesk(needs: OperatorNeeds) {
  const { store, presence, conversations, assistant, tell, now } = needs;

  /** One that this operator has, open or just ended. @throws HandOverError */
  async function ownOf(id: string, { name }: Operator): Promise<HandOverRow> {
    const row = await store.find(id);
    if (!row) throw new HandOverError('chat_unknown');
    if (row.taken_by !== name)
      throw new HandOverError('chat_not_yours', row.taken_by && (await store.nameOf(row.taken_by)));
    return row;
  }

  async function open(id: string, operator: Operator): Promise<ChatDetail> {
    await presence.see(operator.name);
    await endStale(needs);
    const { conversation_id } = await ownOf(id, operator);
    const [[listed], messages] = await Promise.all([store.list(id), conversations.messagesAfter(conversation_id, 0)]);
    if (!listed) throw new HandOverError('chat_unknown');
    return { ...toSummary(listed, operator.name, now()), messages: messages.map(toMessage) };
  }

  /** Puts a word into the conversation together with a change of its row and the line of audit; all or, when raced, nothing. */
  async function post(row: HandOverRow, { by, action, detail = {}, change, ...word }: Step): Promise<boolean> {
    const at = now();
    const finish = async (trx: Trx) => {
      if (!(await change(trx))) return false;
      // What is sent again was audited when it was stored.
      const before = await trx.selectFrom('message').select('id').where('id', '=', word.id).executeTakeFirst();
      if (!before) await addAuditLine(trx, { at, actor: by.name, action, subject: row.id, detail });
      return true;
    };
    const done = (trx: unknown) => onlyIf(finish(trx as Trx));
    const stored = await conversations.post(row.conversation_id, word, at, done).catch(passRaced);
    if (stored === raced) return false;
    tell(stored);
    return true;
  }

  return {
    open,

    /** The queue as this operator sees it. Asking is being there; `receives` turns their switch. */
    async list({ name }: Operator, receives?: boolean): Promise<ChatList> {
      if (receives !== undefined) await presence.turn(name, receives);
      const isOn = await presence.see(name);
      await endStale(needs);
      const [rows, operatorsPresent] = await Promise.all([store.list(), presence.count()]);
      const chats = rows.map((row) => toSummary(row, name, now()));
      const taken = chats.filter(({ takenBy }) => takenBy !== null);
      return { receives: isOn, operatorsPresent, waiting: chats.filter(({ takenBy }) => takenBy === null), taken };
    },

    /** Of two who take the same the second is told who has it. Taking one's own again changes nothing. */
    async take(id: string, operator: Operator): Promise<ChatDetail> {
      const row = await store.find(id);
      if (!row || row.ended_at) throw new HandOverError('chat_unknown');
      const taken = await post(row, {
        id: `${id}.joined`,
        reply: personSaid.joined(operator.display_name),
        by: operator,
        action: 'chat-take',
        detail: { conversation: row.conversation_id },
        change: (trx) => takeWaiting(trx, id, operator.name, now()),
      });
      if (taken) return open(id, operator);
      const held = await store.find(id);
      if (held?.taken_by === operator.name && !held.ended_at) return open(id, operator);
      if (!held?.taken_by) throw new HandOverError('chat_unknown');
      throw new HandOverError('chat_taken', await store.nameOf(held.taken_by));
    },

    /** Says something in the operator's name, once for an id however often it is sent. */
    async say(id: string, operator: Operator, said: { clientMessageId: string; text: string }): Promise<ChatDetail> {
      const row = await ownOf(id, operator);
      const messageId = `${id}.said.${said.clientMessageId}`;
      const isSaid = await post(row, {
        id: messageId,
        reply: personSaid.said(operator.display_name, said.text),
        by: operator,
        action: 'chat-reply',
        detail: { message: messageId },
        change: (trx) => isHeldBy(trx, id, operator.name),
      });
      if (!isSaid) throw new HandOverError('chat_ended');
      return open(id, operator);
    },

    async end(id: string, operator: Operator): Promise<ChatDetail> {
      const row = await ownOf(id, operator);
      await end(row, 'operator', needs);
      return open(id, operator);
    },

    /** Takes an ending back, for two minutes and unless the citizen has asked again. */
    async reopen(id: string, operator: Operator): Promise<ChatDetail> {
      const row = await ownOf(id, operator);
      if (!row.ended_at) return open(id, operator);
      const isBack = await post(row, {
        id: `${id}.back.${row.ended_at.getTime()}`,
        reply: personSaid.back(operator.display_name),
        by: operator,
        action: 'chat-reopen',
        change: (trx) => reopenEnded(trx, id, operator.name, now()),
      });
      if (!isBack) throw new HandOverError('reopen_too_late');
      return open(id, operator);
    },

    /** What the assistant would have answered to the citizen's last words, had it been its turn. Nothing is filed or said. */
    async suggest(id: string, operator: Operator): Promise<ChatSuggestion> {
      const { conversation_id } = await ownOf(id, operator);
      const messages = await conversations.messagesAfter(conversation_id, 0);
      const last = messages.findLast(({ role }) => role === 'citizen');
      const found = last && (await conversations.find(last.id));
      if (!last || !found) return nothingToOffer;
      const turn = { conversationId: conversation_id, messageId: last.id, text: last.text, at: now() };
      const { answer } = await assistant.hear({ ...turn, channel: 'console', dialogue: found.dialogue });
      const reply = answer?.reply;
      if (reply?.outcome !== 'answered' && reply?.outcome !== 'partial') return nothingToOffer;
      return { text: reply.text, sources: reply.citations };
    },
  };
}

const nothingToOffer: ChatSuggestion = { text: null, sources: [] };

function toSummary(row: ListedChat, account: string, now: Date): ChatSummary {
  const { id, asked_at, citizen_seen_at, taken_by, taken_at, ended_at, operator, last_words, last_role } = row;
  const until = taken_at ?? ended_at ?? now;
  return {
    id,
    askedAt: asked_at.toISOString(),
    waitedSeconds: Math.max(0, Math.round((until.getTime() - asked_at.getTime()) / 1000)),
    takenBy: taken_by === null ? null : (operator ?? taken_by),
    isMine: taken_by === account,
    lastWords: last_words,
    isUnanswered: last_role === 'citizen',
    citizenPresent: citizen_seen_at.getTime() > now.getTime() - presentForMs,
    endedAt: ended_at?.toISOString() ?? null,
  };
}

function toMessage({ id, sequence, role, text, reply, created_at }: MessageRow): ChatMessage {
  return { id, sequence, role, text, reply, at: created_at.toISOString() };
}
