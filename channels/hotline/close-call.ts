import { type Assistant, toldItems } from '../../assistant/index.ts';
import { chongqingDay } from '../../knowledge/index.ts';
import type { CallState, SummaryLine } from '../http/hotline-types.ts';
import type { CallRow, DecisionRow, HeardUtterance } from './call-store.ts';
import type { Closing } from './call-tables.ts';
import { type CheckedTicket, checkTicket, finding } from './check-ticket.ts';
import { type Gathered, gatherCall } from './gather-call.ts';
import { readDecisions } from './pins.ts';
import type { Readings } from './read-utterance.ts';

export interface EndedCall {
  row: CallRow;
  utterances: readonly (HeardUtterance & { late?: boolean })[];
  decisions: readonly DecisionRow[];
  readings: Readings;
  state: CallState;
  /** The ticket as it was filed; null while there is only a draft. */
  ticket: CheckedTicket | null;
}

/** What is made of a call: a summary of what was said, and the ticket, or its draft, held against it. */
export async function closeCall(
  call: EndedCall,
  { assistant, at }: { assistant: Assistant; at: Date },
): Promise<Closing> {
  const { row, utterances, readings, state } = call;
  const gathered = await gatherCall(utterances, { assistant, readings, callId: row.id, at });
  const ticket = call.ticket ?? draftOf(state);
  return {
    summary: summaryOf(gathered, call),
    findings: [
      ...(ticket ? checkTicket(gathered, ticket, { assistant, at }) : []),
      ...(row.ended_at ? leftOpen(gathered, call) : []),
    ],
  };
}

/** What an operator left undone when the call was over. */
function leftOpen({ complaint, dangers }: Gathered, { row, state, decisions }: EndedCall): Closing['findings'] {
  const { bySubject } = readDecisions(decisions);
  const unanswered = state.suggestions.some(({ kind, id }) => kind === 'warning' && !bySubject.has(id));
  const heardIn = complaint.flatMap((said) => said.heardIn);
  const turnedAway = state.draft?.dispatch.tier === 'none';
  return [
    ...(unanswered
      ? [
          finding(
            'emergency_unanswered',
            'high',
            '通话里提到险情，没有记录是否已转告或处置。',
            dangers.flatMap((one) => one.heardIn),
          ),
        ]
      : []),
    ...(complaint.length > 0 && row.ticket_number === null && !turnedAway
      ? [finding('not_filed', 'high', '市民提了诉求，还没有登记工单。', heardIn)]
      : []),
  ];
}

/** Plain sentences, each resting on utterances. */
function summaryOf(call: Gathered, { row, utterances, state }: EndedCall): SummaryLine[] {
  const line = (text: string, heardIn: readonly number[]): SummaryLine => ({ text, heardIn: [...new Set(heardIn)] });
  const { draft } = state;
  const late = utterances.filter(({ late, speaker, final }) => late && speaker === 'citizen' && final);
  const items = draft?.items ?? call.complaint.flatMap(({ text }) => toldItems(text));
  const said = call.complaint.map(({ text }) => text).join('。');
  const complained = call.complaint.flatMap(({ heardIn }) => heardIn);
  const place = draft && [draft.place.district, draft.place.street, draft.place.detail].filter(Boolean).join('');
  return [
    line(`${chongqingDay(row.started_at)} 来电，共 ${utterances.filter(({ final }) => final).length} 句。`, []),
    ...call.dangers.map(({ danger, heardIn }) =>
      line(`通话中说到险情，应拨打 ${danger.numbers.join('、')}。`, heardIn),
    ),
    ...call.answers.map(({ reply, question }) => {
      const title = 'matter' in reply ? reply.matter?.title : undefined;
      return line(`市民询问${title ? `“${title}”` : ''}：${shortened(question.text)}。`, question.heardIn);
    }),
    ...(said === '' ? [] : [line(`市民反映：${shortened(said)}。`, complained)]),
    ...(place ? [line(`地点：${place}。`, call.where.heardIn)] : []),
    ...(items.length > 0 ? [line(`市民要求：${items.join('；')}。`, complained)] : []),
    ...(draft?.callback ? [line(`回电：${draft.callback}。`, call.callback?.heardIn ?? [])] : []),
    ...late.map(({ text, sequence }) => line(`通话结束后补充：${shortened(text)}。`, [sequence])),
    line(becameOf(row), []),
  ];
}

function becameOf({ ticket_number, joined }: CallRow): string {
  if (ticket_number === null) return '没有登记工单。';
  return joined ? `已并入工单 ${ticket_number}。` : `已登记工单 ${ticket_number}。`;
}

const longestQuote = 120;
const shortened = (text: string) =>
  (text.length <= longestQuote ? text : `${text.slice(0, longestQuote)}…`).replace(/[，。；]+$/u, '');

function draftOf({ draft }: CallState): CheckedTicket | null {
  if (!draft) return null;
  const { purpose, category, place, content, callback = null, items = [] } = draft;
  return { purpose, category, district: place.district, street: place.street, callback, items, content };
}
