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
import type { Listening } from '../store/listen.ts';
import { addUtterances, createCallMemory, type LiveCall } from './call-memory.ts';
import { type CallStore, callsChannel } from './call-store.ts';
import { createCallWork } from './call-work.ts';
import { decideOn } from './decide-suggestion.ts';
import { fileCall, joinCall } from './file-call.ts';
import { HotlineError } from './hotline-error.ts';
import { type ReadEvents, readEvents } from './read-events.ts';
import { settleFinding } from './settle-finding.ts';
import { toSummary } from './show-call.ts';

export interface HotlineNeeds {
  calls: CallStore;
  assistant: Assistant;
  tickets: TicketStore;
  incidents: IncidentStore;
  accounts: AccountStore;
  reviews: ReviewStore;
  switches: Pick<Switches, 'isOn'>;
  now: () => Date;
  /** Hears of changes from the record; null for a process that shows none. */
  listen: ((channel: string, onNotify: (payload: string) => void) => Listening) | null;
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
  /** Calls back at every change of a call, whichever desk made it. */
  onChange(listener: (change: { id: string; version: number }) => void): void;
  close(): Promise<void>;
}

/** Everything that happens to a call. One call is worked on by one request at a time; the record keeps desks apart. */
export function createHotlineDesk(needs: HotlineNeeds): HotlineDesk {
  const { calls, now } = needs;
  const memory = createCallMemory(calls);
  const work = createCallWork(needs, memory);
  const listeners: ((change: { id: string; version: number }) => void)[] = [];
  const listening = needs.listen?.(callsChannel, (payload) => {
    const [id, version] = payload.split(' ');
    if (id && version) for (const listener of listeners) listener({ id, version: Number(version) });
  });

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
    onChange: (listener) => void listeners.push(listener),
    async close() {
      await work.idle();
      await listening?.close();
    },
  };

  async function takeEvents(id: string, read: ReadEvents, by: string): Promise<EventsTaken> {
    const live = await memory.open(id);
    const fresh = live ? newOf(live, read) : read;
    const repeated = read.repeated + read.utterances.length - fresh.utterances.length;
    const counted = { repeated, rejected: read.rejected };
    if (live && isNothing(fresh))
      return { id, version: live.row.version, taken: 0, ...counted, state: work.shownState(live) };
    const row = await calls.take({ id, ...fresh, now: now() });
    if (!live) await needs.accounts.audit(by, 'call-begun', id);
    const known = await work.keepUp(id, row, fresh);
    await work.understand(known);
    work.lookForSimilar(known);
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

const isNothing = ({ utterances, start, endedAt }: ReadEvents) =>
  utterances.length === 0 && start === null && endedAt === null;

function refuseAll({ rejected }: ReadEvents): never {
  const [first] = rejected;
  throw new HotlineError('event_invalid', first?.message ?? '没有可用的事件，请对照 docs/hotline.md 检查格式。', {
    rejected,
  });
}
