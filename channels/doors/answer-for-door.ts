import {
  type Assistant,
  emptyDialogue,
  type Reply,
  type SingleReply,
  type TicketCard,
  type TicketDraft,
  type Turn,
} from '../../assistant/index.ts';
import type { AssistantFor } from './assistant-for.ts';

/** Why a complaint stayed a draft. */
export type UnfiledBecause = 'filing_not_allowed' | 'idempotency_key_missing';

export interface DoorQuestion {
  /** What the citizen said, in order: the last is answered, what stands before is understood again. */
  messages: readonly string[];
  at: Date;
  signal: AbortSignal;
  /** How a complaint is filed, under which source; or why it is not. */
  filing: { sourceId: string; file: (draft: TicketDraft, sourceId: string) => Promise<TicketCard> } | UnfiledBecause;
}

export interface DoorAnswer {
  /** What the desk says, in the order of the requests. A complaint that was not filed is told as that. */
  replies: SingleReply[];
  outcome: Reply['outcome'];
  /** The complaints that would have been filed. */
  unfiled: { because: UnfiledBecause; drafts: TicketDraft[] } | null;
}

/**
 * Answers a conversation that the desk keeps nothing of: what the citizen said before is run through the understanding
 * again, without filing and without a model, and the last message is answered on the dialogue that comes of it.
 */
export async function answerForDoor(question: DoorQuestion, assistantFor: AssistantFor): Promise<DoorAnswer> {
  const { filing, signal } = question;
  const drafts: TicketDraft[] = [];
  const keepDraft = async (draft: TicketDraft, { at }: Turn) => {
    drafts.push(draft);
    return cardOfDraft(draft, at);
  };
  const dialogue = await replay(question, assistantFor({ fileTicket: keepDraft, withModel: false }));
  drafts.length = 0; // those of before were filed, or not, when they were said
  const file: Parameters<AssistantFor>[0]['fileTicket'] =
    typeof filing === 'string'
      ? keepDraft
      : (draft, { messageId }) => {
          signal.throwIfAborted(); // nobody is there any more to be given the number
          return filing.file(draft, messageId);
        };
  const assistant = assistantFor({ fileTicket: file, withModel: true });
  const messageId = typeof filing === 'string' ? 'unfiled' : filing.sourceId;
  const { reply } = await assistant.reply({ ...turnOf(question, question.messages.at(-1)!, dialogue), messageId });
  signal.throwIfAborted();
  const because = typeof filing === 'string' ? filing : null;
  return {
    replies: (reply.outcome === 'several' ? reply.replies : [reply]).map((single) => toldUnfiled(single, because)),
    outcome: reply.outcome === 'ticket' && because ? 'handed_over' : reply.outcome,
    unfiled: because && drafts.length > 0 ? { because, drafts } : null,
  };
}

async function replay(question: DoorQuestion, assistant: Assistant): Promise<Turn['dialogue']> {
  let dialogue = emptyDialogue;
  for (const text of question.messages.slice(0, -1)) {
    question.signal.throwIfAborted();
    ({ dialogue } = await assistant.reply(turnOf(question, text, dialogue)));
  }
  return dialogue;
}

function turnOf({ at, signal }: DoorQuestion, text: string, dialogue: Turn['dialogue']): Turn {
  return { conversationId: 'door', messageId: 'door', text, channel: 'api', at, dialogue, signal };
}

const reasons: Record<UnfiledBecause, string> = {
  filing_not_allowed: '这个入口只能咨询，没有登记工单',
  idempotency_key_missing: '请求没有带 Idempotency-Key 标头，为免重复，没有登记工单',
};

function toldUnfiled(reply: SingleReply, because: UnfiledBecause | null): SingleReply {
  if (reply.outcome !== 'ticket' || !because) return reply;
  const { category, place, owner } = reply.ticket;
  const where = [place.district, place.street, place.detail].filter(Boolean).join('');
  return {
    outcome: 'handed_over',
    text: [
      `您反映的是“${category.name}”${where ? `，地点在${where}` : ''}，应由${owner}承办。`,
      `${reasons[because]}。请拨打 12345，或在渝问的网页上把这些话再说一遍，就能登记并拿到编号。`,
    ].join('\n'),
  };
}

/** Never shown: it only stands where the skill expects the card of what was filed. */
function cardOfDraft({ category, purpose, urgency, place, dispatch }: TicketDraft, at: Date): TicketCard {
  const moment = at.toISOString();
  const owner = dispatch.lead ?? dispatch.triageDesk ?? '热线派单台';
  return {
    ...{ number: '', progressSecret: '', category, purpose, urgency, place, owner },
    ...{ filedAt: moment, firstResponseDueAt: moment, dueAt: moment },
  };
}
