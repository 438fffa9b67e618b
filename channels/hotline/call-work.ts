import { isDeepStrictEqual } from 'node:util';
import type { CallDetail, CallState } from '../http/hotline-types.ts';
import { addUtterances, type CallMemory, inSequence, type LiveCall } from './call-memory.ts';
import { closeCall } from './close-call.ts';
import { autoFile, filedTicket } from './file-call.ts';
import { differs, findSimilar, similarKey } from './find-similar.ts';
import type { HotlineNeeds } from './hotline-desk.ts';
import { HotlineError } from './hotline-error.ts';
import { readDecisions } from './pins.ts';
import type { ReadEvents } from './read-events.ts';
import { toDetail, withDecisions } from './show-call.ts';
import { newlyShown } from './shown-suggestions.ts';
import { understandCall } from './understand-call.ts';

/** Looking takes milliseconds each; beyond this many the next utterance asks again. */
const mostLookedForAtOnce = 4;

/** What a call goes through, whoever asks for it; each is called with the call held alone. */
export function createCallWork(needs: HotlineNeeds, memory: CallMemory) {
  const { calls, now } = needs;

  async function known(id: string): Promise<LiveCall> {
    const live = await memory.open(id);
    if (!live) throw new HotlineError('call_unknown', '没有这通电话，请先发送通话的第一个事件。');
    return live;
  }

  /** Follows what was taken; what another desk took in between is read from the record. */
  async function keepUp(id: string, row: LiveCall['row'], { utterances }: ReadEvents): Promise<LiveCall> {
    const live = memory.get(id);
    if (!live || row.version !== live.row.version + 1) return (await memory.renew(id))!;
    live.row = row;
    const late = row.amended;
    addUtterances(
      live,
      utterances.map((utterance) => ({ ...utterance, late })),
    );
    return live;
  }

  async function understand(live: LiveCall): Promise<LiveCall> {
    const { id, caller_number } = live.row;
    const state = await understandCall(
      {
        id,
        at: now(),
        utterances: inSequence(live),
        callerNumber: caller_number,
        decided: readDecisions(live.decisions),
        readings: live.readings,
        similar: live.similar,
      },
      needs,
    );
    await keep(live, state);
    return live;
  }

  async function keep(live: LiveCall, state: CallState): Promise<void> {
    const { id, version } = live.row;
    const shown = newlyShown(live, state);
    const isSame = isDeepStrictEqual(state, live.state);
    await calls.keepState(id, { version, state: isSame ? null : state, shown, at: now() });
    for (const one of shown) live.shown.add(one.id);
    live.state = state;
    live.row = { ...live.row, understood_version: version };
  }

  async function understandAnew(id: string): Promise<LiveCall> {
    const live = (await memory.renew(id))!;
    return understand(live);
  }

  async function close(live: LiveCall) {
    const { row, decisions, readings } = live;
    const ticket = row.ticket_number !== null && !row.joined ? await filedTicket(row.ticket_number, needs) : null;
    const ended = { row, decisions, readings, ticket, utterances: inSequence(live), state: live.state };
    return closeCall(ended, { assistant: needs.assistant, at: now() });
  }

  async function closeAgain(id: string): Promise<void> {
    const live = (await memory.renew(id))!;
    if (live.row.ended_at) await calls.keepClosing(id, await close(live), now());
    await memory.renew(id);
  }

  async function detailOf(id: string): Promise<CallDetail> {
    // Another desk may have heard more: the record is looked at, what was understood of it is kept.
    const live = (await memory.renew(id)) ?? (await known(id));
    // A desk may have been killed between hearing and understanding.
    if (live.row.understood_version < live.row.version) await understand(live);
    const closing = live.row.closing ?? { ...(await close(live)), summary: [] };
    return toDetail({
      row: { ...live.row, state: live.state },
      utterances: inSequence(live).map((utterance) => ({ late: false, ...utterance })),
      decisions: live.decisions,
      closing,
    });
  }

  const looking = new Set<Promise<void>>();

  /** Behind the answer: looking through months of tickets is not what a caller waits for. */
  function lookForSimilar(live: LiveCall): void {
    const { row } = live;
    const { id } = row;
    const { state } = live;
    const key = similarKey(state);
    if (key === null || live.lookedFor === key || looking.size >= mostLookedForAtOnce) return;
    live.lookedFor = key;
    const look = findSimilar(state, now(), needs.incidents)
      .then((found) => memory.alone(id, () => showSimilar(id, found)))
      .catch((error: unknown) => needs.onError(error, id))
      .finally(() => looking.delete(look));
    looking.add(look);
  }

  async function showSimilar(id: string, found: CallState['similar']): Promise<void> {
    const live = memory.get(id);
    if (!live || !differs(live, found)) return;
    live.similar = found;
    await keep(live, { ...live.state, similar: found });
  }

  return {
    keepUp,
    understand,
    understandAnew,
    detailOf,
    closeAgain,
    shownState: ({ state, decisions }: LiveCall) => withDecisions(state, decisions),
    async end(id: string, by: string): Promise<void> {
      await closeAgain(id);
      await needs.accounts.audit(by, 'call-ended', id);
      const detail = await detailOf(id);
      if (await autoFile(detail, needs)) await closeAgain(id);
    },
    lookForSimilar,
    idle: async () => void (await Promise.all(looking)),
  };
}
