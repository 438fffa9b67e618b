import type { Missing } from '../http/hotline-types.ts';
import type { DraftedTicket } from './draft-ticket.ts';
import type { Gathered, Said } from './gather-call.ts';

export interface NextQuestion extends Said {
  field: Missing['field'] | null;
}

/** Alternatives this close in likelihood are worth a question, where they go to different units. */
const closeCall = 2.5;

/** What a ticket cannot do without, in the order in which it should be asked for. */
export function missingOf({ draft }: DraftedTicket): Missing[] {
  const { dispatch, abstained, callback } = draft;
  return [
    ...(dispatch.missing.includes('district')
      ? [{ field: 'place' as const, text: '事发地点（区县、街道或小区）' }]
      : []),
    ...(dispatch.missing.length > 0 && !dispatch.missing.includes('district')
      ? [{ field: 'place' as const, text: '街道、小区或附近的路名' }]
      : []),
    ...(abstained ? [{ field: 'category' as const, text: '具体是哪一类问题' }] : []),
    ...(callback ? [] : [{ field: 'callback' as const, text: '方便回访的电话' }]),
  ];
}

/** What to ask next: only what the ticket or the answer depends on. */
export function nextQuestions(call: Gathered, drafted: DraftedTicket | null): NextQuestion[] {
  return [...askOfMatter(call), ...(drafted ? askOfTicket(drafted) : [])].slice(0, 3);
}

/** Which matter, or which situation, where the answer is another for each. */
function askOfMatter({ answers }: Gathered): NextQuestion[] {
  const last = answers.at(-1);
  if (!last) return [];
  const { reply, question } = last;
  if (reply.outcome === 'clarifying') return [{ text: reply.text, heardIn: question.heardIn, field: null }];
  if (reply.outcome !== 'answered' && reply.outcome !== 'partial') return [];
  // A tap that sends its own label answers a question of the card; the others only lead on.
  const branches = (reply.options ?? []).filter(({ label, send }) => label === send).map(({ label }) => label);
  if (branches.length < 2) return [];
  return [{ text: `请问您属于哪种情况：${branches.slice(0, 5).join('、')}？`, heardIn: question.heardIn, field: null }];
}

function askOfTicket(drafted: DraftedTicket): NextQuestion[] {
  const { draft, heardIn } = drafted;
  return missingOf(drafted).map(({ field, text }) => {
    if (field === 'place') return { field, text: askWhere(drafted), heardIn: heardIn.place };
    if (field === 'category')
      return { field, text: askWhich(draft.alternatives) ?? `请问${text}？`, heardIn: heardIn.complaint };
    return { field, text: '请留一个方便回访的电话号码。', heardIn: [] };
  });
}

function askWhere({ draft: { place, dispatch } }: DraftedTicket): string {
  return dispatch.missing.includes('district')
    ? '请问这件事发生在哪个区县？是哪个街道、小区或者哪条路附近？'
    : `请问是${place.district ?? ''}的哪个街道、小区或者哪条路附近？`;
}

function askWhich([first, second]: DraftedTicket['draft']['alternatives']): string | null {
  if (!first || !second || first.p > second.p * closeCall) return null;
  return `请问主要是“${first.category.name}”的问题，还是“${second.category.name}”的问题？`;
}
