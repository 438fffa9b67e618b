import { cannedReplies } from '../canned-replies.ts';
import type { SingleReply } from '../reply.ts';
import type { AskedTurn, Skill, SkillResult } from '../skill.ts';
import type { TicketCard, TicketDraft } from '../tickets/ticket.ts';

export interface FileComplaintNeeds {
  /** What a complaint says, as far as it says it. */
  understand: (
    content: string,
    turn: AskedTurn,
  ) => Promise<{ draft: TicketDraft; trace: NonNullable<SkillResult['trace']> }>;
  /** Files the draft and gives its card after the commit; a message that was filed before gives the card it got then. */
  file: (draft: TicketDraft, turn: AskedTurn) => Promise<TicketCard>;
}

// An invitation to speak, not yet a complaint.
const saysNothingYet =
  /^(?:我)?(?:要|想)?(?:投诉|反映|举报|反应)?(?:一个|个|一下|一哈)?(?:问题|事情|情况)?[。！!，,]?$/u;

/** Turns a complaint into a ticket; asks where it is when nobody could be sent without knowing. */
export function createFileComplaintSkill({ understand, file }: FileComplaintNeeds): Skill {
  return {
    name: 'file-complaint',
    async run(turn) {
      const { asked, ...dialogue } = turn.dialogue;
      const begun = asked?.kind === 'ticket_place' ? turn.dialogue.ticketDraft : undefined;
      if (!begun && saysNothingYet.test(turn.asked))
        return { reply: cannedReplies.complaintInvited, dialogue: { ...dialogue, asked: { kind: 'ticket_content' } } };

      const content = begun ? `${begun.content}（地点：${turn.text}）` : turn.text;
      const { draft, trace } = await understandPlaced(content, turn, understand);
      if (draft.dispatch.tier === 'none') return { reply: toldTheWay(draft), dialogue, trace };
      if (!begun && dependsOnPlace(draft))
        return {
          reply: askedWhere(draft),
          dialogue: { ...dialogue, asked: { kind: 'ticket_place' }, ticketDraft: draft },
          trace,
        };

      const ticket = await file(draft, turn);
      const { ticketDraft: _, ...settled } = dialogue;
      return { reply: { outcome: 'ticket', text: ticketText(ticket), ticket }, dialogue: settled, trace };
    },
  };
}

/** 「解放碑烧烤摊太吵，另外电梯也坏了」: what one request leaves open of the place, the message has said before. */
async function understandPlaced(content: string, turn: AskedTurn, understand: FileComplaintNeeds['understand']) {
  const understood = await understand(content, turn);
  if (turn.whole === undefined || understood.draft.place.district !== null) return understood;
  const { place } = (await understand(turn.whole, turn)).draft;
  return place.district === null ? understood : understand(`${content}（地点：${place.text}）`, turn);
}

function askedWhere({ place, dispatch }: TicketDraft): SingleReply {
  const where = dispatch.missing.includes('district')
    ? '区县，和街道、小区或附近的路名'
    : `${place.district}的哪个街道、小区或哪条路附近`;
  return {
    outcome: 'clarifying',
    text: `请问这件事发生在哪里？请说${where}，这样才能派给管这片的单位。`,
    options: [{ label: '说不清楚地点', send: '说不清楚地点' }],
  };
}

/** Asked once: a place that was asked for and not given goes to the triage desk, which calls back. */
function dependsOnPlace({ dispatch }: TicketDraft): boolean {
  return dispatch.missing.length > 0;
}

/** Matters of discipline and courts are not tickets; their own way is told. */
function toldTheWay({ dispatch }: TicketDraft): SingleReply {
  return dispatch.clause
    ? { ...cannedReplies.courts, text: `${cannedReplies.courts.text}（${dispatch.clause}）` }
    : cannedReplies.courts;
}

function ticketText({ number, category, place, owner, firstResponseDueAt, dueAt, progressSecret }: TicketCard): string {
  const where = [place.district, place.street, place.detail].filter(Boolean).join('');
  return [
    `已为您登记工单，编号 ${number}，查询码 ${progressSecret}。`,
    `类别：${category.name}${where ? `；地点：${where}` : ''}；承办：${owner}。`,
    `按时限，承办单位应在 ${inWords(firstResponseDueAt)} 前联系您，在 ${inWords(dueAt)} 前答复办理情况。`,
    ...(place.note ? [place.note] : []),
  ].join('\n');
}

// Made once: making one takes longer than all the rest of a ticket's text.
const dayAndTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

const inWords = (moment: string) => dayAndTime.format(new Date(moment));
