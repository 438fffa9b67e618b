import type { Assistant, IncidentStore, TicketCard, TicketStore } from '../../assistant/index.ts';
import type { Switches } from '../access/switches.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { ReviewStore } from '../evaluation/review-store.ts';
import type {
  CallDetail,
  CallState,
  CallSummary,
  DecisionBody,
  EventsTaken,
  JoinCallBody,
  SettleBody,
} from '../http/hotline-types.ts';
import { addUtterances, type CallMemory, createCallMemory, inSequence, type LiveCall } from './call-memory.ts';
import type { CallStore } from './call-store.ts';
import { closeCall } from './close-call.ts';
import { decideOn } from './decide-suggestion.ts';
import { autoFile, fileCall, joinCall } from './file-call.ts';
import { HotlineError } from './hotline-error.ts';
import { readDecisions } from './pins.ts';
import { type ReadEvents, readEvents } from './read-events.ts';
import { settleFinding } from './settle-finding.ts';
import { storedState, toDetail, toSummary, withDecisions } from './show-call.ts';
import { understandCall } from './understand-call.ts';

export interface HotlineNeeds {
  calls: CallStore;
  assistant: Assistant;
  tickets: TicketStore;
  incidents: IncidentStore;
  accounts: AccountStore;
  reviews: ReviewStore;
  switches: Pick<Switches, 'isOn'>;
  now: () => Date;
  /** Told of what failed behind an answer that was given already. */
  onError: (error: unknown, callId: string) => void;
}

export interface HotlineDesk {
  /** Takes events of a call, in any order and as often as they come; answers after they are in the record. */
  take(id: string, events: readonly unknown[], by: string): Promise<EventsTaken>;
  list(): Promise<CallSummary[]>;
  /** @throws HotlineError `call_unknown` */
  detail(id: string): Promise<CallDetail>;
  decide(id: string, suggestionId: string, body: DecisionBody, actor: string): Promise<CallState>;
  settle(id: string, findingId: string, body: SettleBody, actor: string): Promise<CallDetail>;
  file(id: string, options: { confirm: boolean; actor: string }): Promise<TicketCard>;
  join(id: string, body: JoinCallBody, actor: string): Promise<CallDetail>;
  /** When what goes on behind the answers is done. */
  idle(): Promise<void>;
}

/** Everything that happens to a call. One call is worked on by one request at a time; the record keeps desks apart. */
export function createHotlineDesk(needs: HotlineNeeds): HotlineDesk {
  const { calls, now } = needs;
  const memory = createCallMemory(calls);
  const work = createCallWork(needs, memory);

  return {
    take: (id, events, by) => {
      const read = readEvents(events);
      if (read.rejected.length === events.length) refuseAll(read);
      return memory.alone(id, () => takeEvents(id, read, by));
    },
    async list() {
      const rows = await calls.recent();
      const decisions = await calls.decisions(rows.map(({ id }) => id));
      return rows.map((row) =>
        toSummary(
          row,
          decisions.filter(({ call_id }) => call_id === row.id),
        ),
      );
    },
    detail: (id) => memory.alone(id, () => work.detailOf(id)),
    decide: (id, suggestionId, body, actor) =>
      memory.alone(id, async () => {
        await decideOn({ id, suggestionId, body, actor }, needs);
        return work.shownState(await work.understandAnew(id));
      }),
    settle: (id, findingId, body, actor) =>
      memory.alone(id, async () => {
        const { findings } = await work.detailOf(id);
        await settleFinding({ id, findingId, findings, body, actor }, needs);
        return work.detailOf(id);
      }),
    file: (id, { confirm, actor }) =>
      memory.alone(id, async () => {
        const card = await fileCall(await work.detailOf(id), { confirm, actor }, needs);
        await work.closeAgain(id);
        return card;
      }),
    join: (id, body, actor) =>
      memory.alone(id, async () => {
        await joinCall(await work.detailOf(id), { ...body, actor }, needs);
        await work.closeAgain(id);
        return work.detailOf(id);
      }),
    idle: () => work.idle(),
  };

  async function takeEvents(id: string, read: ReadEvents, by: string): Promise<EventsTaken> {
    const live = await memory.open(id);
    const fresh = live ? newOf(live, read) : read;
    const repeated = read.repeated + read.utterances.length - fresh.utterances.length;
    const counted = { repeated, rejected: read.rejected };
    if (live && isNothing(fresh, live))
      return { id, version: live.row.version, taken: 0, ...counted, state: work.shownState(live) };
    const row = await calls.take({ id, ...fresh, now: now() });
    if (!live) await needs.accounts.audit(by, 'call-begun', id);
    const known = await work.keepUp(id, row, fresh);
    await work.understand(known);
    if (row.ended_at && (fresh.endedAt || row.amended)) await work.end(id, by);
    return {
      id,
      version: known.row.version,
      taken: fresh.utterances.length + (fresh.start ? 1 : 0) + (fresh.endedAt ? 1 : 0),
      ...counted,
      state: work.shownState(known),
    };
  }
}

/** What a call goes through, whoever asks for it; each is called with the call held alone. */
function createCallWork(needs: HotlineNeeds, memory: CallMemory) {
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
    live.row = { ...row, state: live.row.state };
    const late = row.amended;
    addUtterances(
      live,
      utterances.map((utterance) => ({ ...utterance, late })),
    );
    return live;
  }

  async function understand(live: LiveCall): Promise<LiveCall> {
    const { id, version, caller_number } = live.row;
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
    await calls.keepState(id, version, state, now());
    live.row = { ...live.row, state: state as never };
    return live;
  }

  async function understandAnew(id: string): Promise<LiveCall> {
    const live = (await memory.renew(id))!;
    return understand(live);
  }

  async function close(live: LiveCall) {
    return closeCall({ utterances: inSequence(live), row: live.row, state: storedState(live.row) }, needs);
  }

  async function closeAgain(id: string): Promise<void> {
    const live = (await memory.renew(id))!;
    if (live.row.ended_at) await calls.keepClosing(id, await close(live), now());
    await memory.renew(id);
  }

  async function detailOf(id: string): Promise<CallDetail> {
    // Another desk may have heard more: the record is looked at, what was understood of it is kept.
    const live = (await memory.renew(id)) ?? (await known(id));
    if (live.row.understood_version < live.row.version && isBehind(live)) await understand(live);
    const closing = live.row.closing ?? { ...(await close(live)), summary: [] };
    return toDetail({
      row: live.row,
      utterances: inSequence(live).map((utterance) => ({ late: false, ...utterance })),
      decisions: live.decisions,
      closing,
    });
  }

  return {
    keepUp,
    understand,
    understandAnew,
    detailOf,
    closeAgain,
    shownState: ({ row, decisions }: LiveCall) => withDecisions(storedState(row), decisions),
    async end(id: string, by: string): Promise<void> {
      await closeAgain(id);
      await needs.accounts.audit(by, 'call-ended', id);
      const detail = await detailOf(id);
      if (await autoFile(detail, needs)) await closeAgain(id);
    },
    idle: async () => {},
  };
}

/** A desk was killed between hearing and understanding. */
const isBehind = ({ row, utterances }: LiveCall) => utterances.size > 0 && storedState(row).fields.length === 0;

/** What of a request is not known yet. */
function newOf({ utterances, row }: LiveCall, read: ReadEvents): ReadEvents {
  const known = { utterances: new Map(utterances) };
  const fresh = read.utterances.filter((utterance) => addUtterances(known, [utterance]) > 0);
  const knowsStart =
    read.start !== null &&
    row.started_at.getTime() === read.start.at.getTime() &&
    (read.start.callerNumber === null || row.caller_number !== null);
  return {
    ...read,
    utterances: fresh,
    start: knowsStart ? null : read.start,
    endedAt: row.ended_at ? null : read.endedAt,
  };
}

const isNothing = ({ utterances, start, endedAt }: ReadEvents, _: LiveCall) =>
  utterances.length === 0 && start === null && endedAt === null;

function refuseAll({ rejected }: ReadEvents): never {
  const [first] = rejected;
  throw new HotlineError('event_invalid', first?.message ?? '没有可用的事件，请对照 docs/hotline.md 检查格式。', {
    rejected,
  });
}
