import type { SingleReply } from '../reply.ts';
import type { Skill } from '../skill.ts';
import { type Judgement, readJudgement } from '../tickets/closure/read-judgement.ts';
import type { TicketItem, TicketStatus } from '../tickets/ticket.ts';
import { TicketError } from '../tickets/ticket-error.ts';
import type { Turn } from '../turn.ts';

/** Writes down what a reporter says of a ticket; null when it is no ticket of this conversation. @throws TicketError */
export type JudgeTicket = (
  judgement: Judgement,
  turn: Turn,
) => Promise<{ status: TicketStatus; items: TicketItem[] } | null>;

/** A citizen says in the chat what of a ticket is solved: what is not is opened again, that alone. */
export function createJudgeTicketSkill(judge: JudgeTicket): Skill {
  return {
    name: 'judge-ticket',
    async run(turn) {
      const judgement = readJudgement(turn.text);
      const reply = judgement
        ? await judge(judgement, turn).then((left) => toReply(judgement, left), toRefusal)
        : unread;
      return { reply, dialogue: turn.dialogue };
    },
  };
}

const say = (text: string): SingleReply => ({ outcome: 'clarifying', text, options: [] });

const unread = say('没有看懂您的评价，请点评价按钮，或说“工单（编号）：已解决”。');

function toReply({ number }: Judgement, left: Awaited<ReturnType<JudgeTicket>>): SingleReply {
  if (!left) return say(`这个对话里没有工单 ${number}。请在登记它的对话里评价，或凭工单号和查询码到进度页评价。`);
  const open = left.items.filter(({ state }) => state === 'open');
  if (left.status === 'closed') return say(`谢谢您的评价，工单 ${number} 已办结。`);
  if (open.length > 0)
    return say(
      `已记下。工单 ${number} 的这些事项会接着办：\n${open.map(({ id, text }) => `${id}. ${text}`).join('\n')}`,
    );
  return say(`已记下您对工单 ${number} 的评价。`);
}

/** What a citizen cannot do is said in a sentence; anything else broke and is the conversation's one catch's. */
function toRefusal(error: unknown): SingleReply {
  if (error instanceof TicketError) return say(error.message);
  throw error;
}
