import {
  type Answer,
  type Assistant,
  type Cadre,
  type ConversationStore,
  cannedReplies,
  type DataQuery,
  type DialogueState,
  type MessageRow,
  type PlanChange,
  type Turn,
} from '../../assistant/index.ts';

export interface AnsweringNeeds {
  conversations: ConversationStore;
  assistant: Assistant;
  /** Whether a person has the conversation of a message; without it nobody ever has. */
  isWithPerson?: (messageId: string) => Promise<boolean>;
  now: () => Date;
  onError: (error: unknown, messageId: string) => void;
}

export interface AnswerOptions {
  cadre?: Cadre;
  /** A data question goes straight to its skill. */
  dataOnly?: boolean;
  /** What a page sends in place of words: a correction of the figures shown last, or a plan that was kept. */
  planChange?: PlanChange;
  dataPlan?: DataQuery;
  /** The moment of the turn, when it is not now. */
  at?: Date;
  onDelta?: (text: string) => void;
}

export type Answering = ReturnType<typeof createAnswering>;

const nobody = async () => false;

/** Takes messages into the record and answers them: the one way from any channel to the assistant. */
export function createAnswering({ conversations, assistant, isWithPerson = nobody, now, onError }: AnsweringNeeds) {
  const underWay = new Map<string, Promise<MessageRow | null>>();

  async function compose(
    messageId: string,
    { cadre, dataOnly, planChange, dataPlan, at, onDelta }: AnswerOptions,
  ): Promise<MessageRow | null> {
    // Asked side by side: a round trip more would cost a busy desk dearly.
    const [found, withPerson] = await Promise.all([
      conversations.find(messageId),
      dataOnly ? false : isWithPerson(messageId),
    ]);
    if (!found) return null;
    const { message, dialogue, channel, answer } = found;
    if (answer) return answer;
    const turn: Turn = {
      conversationId: message.conversation_id,
      messageId,
      text: message.text,
      channel: channelOf(channel),
      at: at ?? message.created_at,
      dialogue,
      ...(withPerson ? { withPerson } : {}),
      ...(cadre ? { cadre } : {}),
      ...(planChange ? { planChange } : {}),
      ...(dataPlan ? { dataPlan } : {}),
    };
    const reply = () => (dataOnly ? assistant.queryData(turn) : assistant.reply(turn, onDelta));
    const composed = await reply().catch((error: unknown) => {
      onError(error, messageId);
      return again(reply, messageId, dialogue);
    });
    return conversations.answer(message, composed, now());
  }

  /**
   * Once more, as the line to the record may have broken: a ticket that was filed before it broke is found then, and not
   * denied. The one catch of a conversation: whatever broke, the citizen is told, and what was said is in the record.
   */
  function again(reply: () => Promise<Answer>, messageId: string, dialogue: DialogueState): Promise<Answer> {
    return reply().catch((error: unknown) => {
      onError(error, messageId);
      const trace = { asked: '', skill: null, engine: 'built-in', elapsedMs: 0 };
      return { reply: cannedReplies.failed, dialogue, trace };
    });
  }

  return {
    take: (message: { conversationId: string; clientMessageId: string; text: string }) =>
      conversations.take({ ...message, at: now() }),

    /** The stored answer to a message; callers who ask while it is being composed share one composing. */
    answer(messageId: string, options: AnswerOptions = {}): Promise<MessageRow | null> {
      const known = underWay.get(messageId);
      if (known) return known;
      const composing = compose(messageId, options).finally(() => underWay.delete(messageId));
      underWay.set(messageId, composing);
      return composing;
    },

    /** Waits for what is being composed: the last step before the record closes. */
    async idle(): Promise<void> {
      await Promise.allSettled(underWay.values());
    },
  };
}

/** A console conversation belongs to an account, which its channel names: `console:cadre-demo`. */
export function consoleChannel(account: string): string {
  return `console:${account}`;
}

function channelOf(channel: string): Turn['channel'] {
  const [kind] = channel.split(':');
  return kind === 'console' || kind === 'hotline' || kind === 'cli' || kind === 'api' ? kind : 'web';
}
