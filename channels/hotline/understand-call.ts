import type { Assistant } from '../../assistant/index.ts';
import type { CallState, SimilarToCall, Suggestion } from '../http/hotline-types.ts';
import type { HeardUtterance } from './call-store.ts';
import { draftFieldsOf } from './draft-fields.ts';
import { type DraftedTicket, draftTicket } from './draft-ticket.ts';
import { type Gathered, gatherCall, type HeardAnswer } from './gather-call.ts';
import { missingOf, nextQuestions } from './next-questions.ts';
import type { Decided } from './pins.ts';
import type { Readings } from './read-utterance.ts';
import { suggestionId } from './suggestion-id.ts';

export interface HeardCall {
  id: string;
  at: Date;
  /** In the order in which they were spoken, partial ones too. */
  utterances: readonly HeardUtterance[];
  callerNumber: string | null;
  decided: Decided;
  /** Filled as utterances are read, so that each is read once. */
  readings: Readings;
  similar: SimilarToCall[];
}

/** So many answers stay beside each other: a caller asks for one thing after the other. */
const mostAnswers = 2;

/** What the operator is offered at this moment. Nothing is filed and nothing is said for the operator. */
export async function understandCall(call: HeardCall, { assistant }: { assistant: Assistant }): Promise<CallState> {
  const { id, at, utterances, readings, decided, callerNumber, similar } = call;
  const gathered = await gatherCall(utterances, { assistant, readings, callId: id, at });
  const drafted = draftTicket(gathered, decided, { assistant, at, callerNumber });
  const made = [
    ...gathered.dangers.map(toWarning),
    ...gathered.answers.slice(-mostAnswers).toReversed().flatMap(toAnswer),
    ...nextQuestions(gathered, drafted).map(({ text, heardIn }) => suggestion('ask', { text, heardIn })),
    ...notesOf(gathered, drafted),
  ];
  const suggestions = made.filter((one) => !decided.rejected.has(one.id));
  return {
    wants: wantsOf(gathered, suggestions),
    suggestions,
    draft: drafted?.draft ?? null,
    fields: drafted ? draftFieldsOf(drafted, decided, surenessIn(utterances)) : [],
    missing: drafted ? missingOf(drafted) : [],
    similar: drafted ? similar : [],
  };
}

function wantsOf({ answers, complaint, dangers }: Gathered, suggestions: readonly Suggestion[]): CallState['wants'] {
  const warns = dangers.length > 0 && suggestions.some(({ kind }) => kind === 'warning');
  return [
    ...(warns ? (['emergency'] as const) : []),
    ...(answers.length > 0 ? (['matter'] as const) : []),
    ...(complaint.length > 0 ? (['complaint'] as const) : []),
  ];
}

function suggestion(
  kind: Suggestion['kind'],
  { text, heardIn, ...more }: Pick<Suggestion, 'text' | 'heardIn'> & Partial<Suggestion>,
): Suggestion {
  const made = { kind, text, heardIn, sources: [], matter: null, numbers: [], decision: null, ...more };
  return { id: suggestionId(kind, text), ...made };
}

const toWarning = ({ danger, heardIn }: Gathered['dangers'][number]) =>
  suggestion('warning', { text: danger.text, heardIn, numbers: danger.numbers });

function toAnswer({ reply, question }: HeardAnswer): Suggestion[] {
  if (reply.outcome !== 'answered' && reply.outcome !== 'partial') return [];
  const sources = reply.citations.map(({ docId, title, quote, start, end }) => ({ docId, title, quote, start, end }));
  const matter = reply.matter ? { id: reply.matter.id, title: reply.matter.title } : null;
  return [suggestion('answer', { text: reply.text, heardIn: question.heardIn, sources, matter })];
}

/** For the operator alone: where no ticket is to be filed. */
function notesOf({ outOfScope, answers, complaint }: Gathered, drafted: DraftedTicket | null): Suggestion[] {
  if (drafted?.draft.dispatch.tier === 'none')
    return [
      suggestion('note', {
        text: `这类事项不立工单，请告知办理途径${drafted.draft.dispatch.clause ? `：${drafted.draft.dispatch.clause}` : '。'}`,
        heardIn: drafted.heardIn.complaint,
      }),
    ];
  if (outOfScope === null || answers.length > 0 || complaint.length > 0) return [];
  return [
    suggestion('note', {
      text: '听起来不是本市热线受理的事：外地的事请拨当地区号加 12345；其他的请告知应找的单位。',
      heardIn: outOfScope.heardIn,
    }),
  ];
}

/** How surely the recogniser heard the least sure of some utterances. */
function surenessIn(utterances: readonly HeardUtterance[]) {
  return (sequences: readonly number[]): number | null => {
    const heard = utterances.flatMap(({ sequence, confidence }) =>
      sequences.includes(sequence) && confidence !== null ? [confidence] : [],
    );
    return heard.length > 0 ? Math.round(Math.min(...heard) * 100) / 100 : null;
  };
}
