import type { Option, SingleReply } from '../../reply.ts';
import type { TicketState } from '../fold-ticket.ts';
import { pauseReasons } from '../move-codes.ts';
import { readTicketEvent } from '../ticket-event.ts';
import { judgementText } from './read-judgement.ts';

/** So many items get buttons of their own; of more the citizen is sent to the progress page. */
const mostWithButtons = 3;

interface Addressee {
  /** The reporter's own ticket. */
  number: string;
  /** The ticket that it happened to: another one when the reporter's was merged. */
  lead: string;
}

/** What a reporter is told of an event in the chat; null where it is none of the reporter's business. */
export function wordOfEvent(
  row: { kind: string; at: Date; actor: string; payload: unknown },
  state: TicketState,
  { number, lead }: Addressee,
): SingleReply | null {
  const event = readTicketEvent(row);
  const own = number === lead;
  const name = own ? `工单 ${number}` : `您的工单 ${number}（已并入 ${lead} 一起办理）`;
  switch (event.kind) {
    case 'accepted': return news(`${name} 已由${state.ownerUnit ?? '承办单位'}签收，正在办理。`);
    case 'paused': return news(`${name} 暂停计时：${pauseReasons[event.payload.code as keyof typeof pauseReasons] ?? '等待必要条件'}。条件具备后接着办，已用的时间不会清零。`);
    case 'extended': return news(`${name} 延期 ${event.payload.workingDays} 个工作日，原因：${event.payload.reason}`);
    case 'merged': return own ? news(`工单 ${number} 与工单 ${event.payload.into} 反映的是同一个问题，已合并办理；进展会照样告诉您。`) : null;
    case 'unmerged': return own ? news(`工单 ${number} 已恢复单独办理。`) : null;
    case 'closed': return news(`${name} 已办结：${event.payload.reason}。问题又出现的话，请直接说，我来登记。`);
    case 'replied': return own ? question(number, event.payload.text, state) : news(`${name} 有答复：${event.payload.text}`);
    default: return null;
  }
} // biome-ignore format: a table of sentences

const news = (text: string): SingleReply => ({ outcome: 'clarifying', text, options: [] });

function question(number: string, text: string, { items, ownerUnit }: TicketState): SingleReply {
  const asked = items.filter(({ state }) => state !== 'solved');
  const listed = asked.map(({ id, text }) => `${id}. ${text}`).join('\n');
  return {
    outcome: 'clarifying',
    text: [
      `工单 ${number} 已答复（${ownerUnit ?? '承办单位'}）：${text}`,
      '',
      `请您评价：下面${asked.length > 1 ? '各项' : '这一项'}解决了吗？没解决的会接着办。`,
      listed,
    ].join('\n'),
    options: optionsFor(number, asked),
  };
}

function optionsFor(number: string, asked: readonly { id: number }[]): Option[] {
  const whole: Option = {
    label: asked.length > 1 ? '都解决了' : '解决了',
    send: judgementText(number, null, 'solved'),
  };
  const single = asked.slice(0, mostWithButtons).flatMap(({ id }): Option[] => {
    const named = asked.length > 1 ? `第 ${id} 项` : '';
    return [
      { label: `${named}部分解决`, send: judgementText(number, id, 'part') },
      { label: `${named}没解决`, send: judgementText(number, id, 'not') },
    ];
  });
  return [whole, ...single];
}
