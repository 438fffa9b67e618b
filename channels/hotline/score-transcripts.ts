import type { Assistant } from '../../assistant/index.ts';
import type { CallState } from '../http/hotline-types.ts';
import { addUtterances, inSequence, type LiveCall } from './call-memory.ts';
import { readDecisions } from './pins.ts';
import { readEvents } from './read-events.ts';
import type { Gold, Transcript } from './read-transcript.ts';
import { noReadings } from './read-utterance.ts';
import { understandCall } from './understand-call.ts';

/** One thing that was judged of one call. */
export interface Judged {
  transcript: string;
  what: 'wants' | 'matter' | 'category' | 'purpose' | 'district' | 'item' | 'callback' | 'emergency' | 'calm';
  expected: string;
  heard: string;
  right: boolean;
}

/** Follows a call event by event, as the desk does, without a record; gives what stands at its end. */
export async function followCall(
  { transcript, events }: Transcript,
  assistant: Assistant,
  at: Date,
): Promise<{ state: CallState; warnedAt: number | null }> {
  const live: Pick<LiveCall, 'utterances'> = { utterances: new Map() };
  const readings = noReadings();
  let callerNumber: string | null = null;
  let warnedAt: number | null = null;
  let state: CallState | undefined;
  for (const { afterMs, event } of events) {
    const { utterances, start } = readEvents([event(new Date(at.getTime() + afterMs))]);
    callerNumber = start?.callerNumber ?? callerNumber;
    addUtterances(live, utterances);
    const call = {
      id: transcript,
      at,
      utterances: inSequence(live),
      callerNumber,
      decided: readDecisions([]),
      readings,
      similar: [],
    };
    state = await understandCall(call, { assistant });
    if (state.wants.includes('emergency')) warnedAt ??= utterances[0]?.sequence ?? null;
  }
  if (!state) throw new Error(`The transcript ${transcript} has no events.`);
  return { state, warnedAt };
}

/** What of a call was heard rightly; only what its gold line speaks of is judged. */
export function judgeCall({ transcript, gold }: Transcript, state: CallState): Judged[] {
  if (!gold) return [];
  const judged = (
    what: Judged['what'],
    expected: string,
    heard: string | null | undefined,
    right = heard === expected,
  ) => ({
    transcript,
    what,
    expected,
    heard: heard ?? '—',
    right,
  });
  const { draft, wants, suggestions, fields } = state;
  const items = fields.find(({ name }) => name === 'items')?.value ?? [];
  const matters = suggestions.flatMap(({ matter }) => matter?.id ?? []);
  const emergency = wants.includes('emergency');
  return [
    judged(gold.emergency ? 'emergency' : 'calm', String(gold.emergency), String(emergency)),
    ...(gold.emergency ? [] : [judged('wants', inOrder(gold.wants), inOrder(wants))]),
    ...said(gold.matter, (id) => judged('matter', id, matters.join('、'), matters.includes(id))),
    ...said(gold.category, (code) => judged('category', code, draft?.category.code)),
    ...said(gold.purpose, (purpose) => judged('purpose', purpose, draft?.purpose)),
    ...said(gold.district, (district) => judged('district', district, draft?.place.district)),
    ...said(gold.callback, (number) =>
      judged('callback', number, String(fields.find(({ name }) => name === 'callback')?.value)),
    ),
    ...(gold.items ?? []).map((item) => {
      const all = Array.isArray(items) ? items.join('；') : items;
      return judged('item', item, all, all.includes(item));
    }),
  ];
}

const inOrder = (wants: Gold['wants']) =>
  wants
    .filter((want) => want !== 'emergency')
    .sort()
    .join('+');
const said = <T>(value: T | null | undefined, judge: (value: T) => Judged): Judged[] =>
  value === null || value === undefined ? [] : [judge(value)];
