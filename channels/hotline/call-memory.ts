import type { CallState, SimilarToCall } from '../http/hotline-types.ts';
import type { CallRow, CallStore, DecisionRow, HeardUtterance } from './call-store.ts';
import { isNewer } from './is-newer.ts';
import { noReadings, type Readings } from './read-utterance.ts';
import { storedState } from './show-call.ts';

/** A call as this process knows it: nothing that the record does not hold or that cannot be worked out again from it. */
export interface LiveCall {
  row: CallRow;
  utterances: Map<number, HeardUtterance>;
  decisions: DecisionRow[];
  /** What utterances were understood to say, by their words: the costly part, done once for each. */
  readings: Readings;
  /** Tickets that may be about the same case, as they were last looked for. */
  similar: SimilarToCall[];
  /** What was understood last, without decisions. */
  state: CallState;
  /** Ids of suggestions that are in the record. */
  shown: Set<string>;
  /** What they were looked for by. */
  lookedFor: string | null;
}

export interface CallMemory {
  /** Works on a call alone: whatever else asks for it waits. */
  alone<T>(id: string, work: () => Promise<T>): Promise<T>;
  /** From memory, else from the record; null when the record has none. */
  open(id: string): Promise<LiveCall | null>;
  /** From the record in any case; what was understood of its utterances is kept. */
  renew(id: string): Promise<LiveCall | null>;
  get(id: string): LiveCall | undefined;
}

/** More than any call centre has at once on one process. */
const mostCalls = 2000;

export function createCallMemory(store: CallStore): CallMemory {
  const calls = new Map<string, LiveCall>();
  const queues = new Map<string, Promise<unknown>>();

  async function renew(id: string): Promise<LiveCall | null> {
    const row = await store.find(id);
    if (!row) return null;
    const [utterances, decisions] = await Promise.all([store.utterances(id), store.decisions([id])]);
    const live: LiveCall = {
      row,
      utterances: new Map(utterances.map((utterance) => [utterance.sequence, utterance])),
      decisions,
      readings: calls.get(id)?.readings ?? noReadings(),
      similar: calls.get(id)?.similar ?? storedState(row).similar,
      state: storedState(row),
      shown: calls.get(id)?.shown ?? new Set(),
      lookedFor: calls.get(id)?.lookedFor ?? null,
    };
    calls.delete(id);
    calls.set(id, live);
    forgetOldest(calls);
    return live;
  }

  return {
    alone(id, work) {
      const next = (queues.get(id) ?? Promise.resolve()).then(work, work);
      const settled = next.catch(() => {}); // whoever asked hears of it
      queues.set(id, settled);
      void settled.then(() => queues.get(id) === settled && queues.delete(id));
      return next;
    },
    open: async (id) => calls.get(id) ?? (await renew(id)),
    renew,
    get: (id) => calls.get(id),
  };
}

/** The one that was opened longest ago goes; it comes back from the record when it is asked for. */
function forgetOldest(calls: Map<string, LiveCall>): void {
  for (const id of calls.keys()) {
    if (calls.size <= mostCalls) return;
    calls.delete(id);
  }
}

/** Puts what is new into a live call; says how many were. */
export function addUtterances(live: Pick<LiveCall, 'utterances'>, heard: readonly HeardUtterance[]): number {
  let added = 0;
  for (const utterance of heard) {
    if (!isNewer(utterance, live.utterances.get(utterance.sequence))) continue;
    live.utterances.set(utterance.sequence, utterance);
    added += 1;
  }
  return added;
}

/** In the order in which they were spoken. */
export const inSequence = ({ utterances }: Pick<LiveCall, 'utterances'>): HeardUtterance[] =>
  [...utterances.values()].sort((a, b) => a.sequence - b.sequence);
