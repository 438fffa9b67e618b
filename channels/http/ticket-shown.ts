import {
  type ClockLine,
  type Mover,
  maskPersonalData,
  movesFrom,
  type TicketEventRow,
  type TicketRow,
  type TicketState,
} from '../../assistant/index.ts';
import type { TicketDetail, TicketProgress, TicketSummary } from './ticket-types.ts';

const moment = (at: Date) => at.toISOString();
const momentOrNull = (at: Date | null) => at?.toISOString() ?? null;

export function toSummary(row: TicketRow): TicketSummary {
  return {
    number: row.number,
    status: row.status,
    purpose: row.purpose,
    category: { code: row.category_code, name: row.category_name, group: row.category_group },
    urgency: row.urgency,
    title: row.title,
    district: row.district,
    street: row.street,
    ownerUnit: row.owner_unit,
    tier: row.tier,
    filedAt: moment(row.filed_at),
    firstResponseDueAt: moment(row.first_response_due_at),
    dueAt: moment(row.due_at),
    clockStoppedAt: momentOrNull(row.clock_stopped_at),
    closedAt: momentOrNull(row.closed_at),
    returnCount: row.return_count,
    awaitsDesk: row.awaits_desk,
    mergedInto: row.merged_into,
    version: row.version,
  };
}

export interface TicketParts {
  ticket: TicketRow;
  events: TicketEventRow[];
  state: TicketState;
  clock: ClockLine[];
  conversation: { role: 'citizen' | 'desk'; text: string; created_at: Date }[];
}

export function toDetail({ ticket, events, state, clock, conversation }: TicketParts, mover: Mover): TicketDetail {
  const { sentBack, reply } = state;
  return {
    ...toSummary(ticket),
    content: ticket.content,
    placeDetail: ticket.place_detail,
    coUnits: ticket.co_units,
    draft: ticket.draft,
    events: events.map(({ sequence, kind, at, actor, payload }) => ({
      sequence,
      kind,
      at: moment(at),
      actor,
      payload,
    })),
    moves: movesFrom(ticket.status, mover).filter(({ name }) => isWorthOffering(name, state)),
    items: state.items,
    clock: clock.map((line) => ({ ...line, at: moment(line.at), dueAt: moment(line.dueAt) })),
    returns: state.returns.map((returned) => ({ ...returned, at: moment(returned.at) })),
    boundUnit: state.boundUnit,
    extension: { state: state.extension, workingDays: state.requestedDays },
    sentBackReply: sentBack && { text: sentBack.text, findings: sentBack.findings },
    reply: reply && { text: reply.text, at: moment(reply.at) },
    firstContactAt: momentOrNull(state.firstContactAt),
    answerDueAt: momentOrNull(state.asked?.answerDueAt ?? null),
    verdict: state.verdict,
    satisfaction: state.satisfaction,
    closedBecause: state.closedBecause,
    members: state.members,
    conversation: conversation.map(({ role, text, created_at }) => ({
      role,
      text: maskPersonalData(withoutCode(text)),
      at: moment(created_at),
    })),
  };
}

/** The code opens the reporter's own page, where items are judged: who handles a ticket must not judge it. */
const withoutCode = (text: string) => text.replace(/(查询码\s*[：:]?\s*)[A-Z0-9-]{6,}/gu, '$1······');

/** Legal by the table, but nothing is there to decide on: a button would only lead to a refusal. */
function isWorthOffering(move: string, { extension, sentBack, boundUnit, ownerUnit }: TicketState): boolean {
  if (move === 'extend' || move === 'refuse_extension') return extension === 'requested';
  if (move === 'request_extension') return extension === 'none' || extension === 'refused';
  if (move === 'approve_reply') return sentBack !== null;
  if (move === 'return') return boundUnit === null || boundUnit !== ownerUnit;
  return true;
}

const forReporters: ReadonlySet<string> = new Set([
  'filed', 'accepted', 'contacted', 'paused', 'resumed', 'extended', 'returned', 'reassigned', 'adjudicated', 'replied',
  'judged', 'reopened', 'closed', 'merged', 'unmerged',
]); // biome-ignore format: a list

/** What its reporter may know: no names of people, no reasons between units. */
export function toProgress({ ticket, events, state, clock }: Omit<TicketParts, 'conversation'>): TicketProgress {
  return {
    number: ticket.number,
    status: ticket.status,
    category: ticket.category_name,
    owner: ticket.owner_unit ?? '热线派单台',
    filedAt: moment(ticket.filed_at),
    dueAt: moment(ticket.due_at),
    events: events.filter(({ kind }) => forReporters.has(kind)).map(({ kind, at }) => ({ kind, at: moment(at) })),
    items: state.items.map(({ id, text, state, answer }) => ({ id, text, state, answer })),
    clockText: clockInWords(state, clock),
    reply: state.reply && { text: state.reply.text, at: moment(state.reply.at) },
    mayJudge: state.status === 'replied' || (state.status === 'closed' && state.closedBecause === 'unanswered'),
    answerDueAt: momentOrNull(state.asked?.answerDueAt ?? null),
    mergedInto: ticket.merged_into,
  };
}

function clockInWords({ status, mergedInto }: TicketState, clock: readonly ClockLine[]): string {
  const now = clock.at(-1)!;
  if (status === 'closed') return '这张工单已经办结。';
  if (status === 'merged') return `与工单 ${mergedInto} 反映的是同一个问题，合并办理。`;
  if (status === 'replied') return '已经答复，请您评价；没解决的会接着办。';
  if (status === 'paused') return `计时暂停：${clock.at(-2)?.text ?? ''}条件具备后接着办，已用的时间不会清零。`;
  if (now.usedMinutes > now.budgetMinutes) return '已经超过时限，系统已提级督办。';
  return `应在 ${inWords(now.dueAt)} 前答复办理情况，时限已用 ${Math.floor((now.usedMinutes / now.budgetMinutes) * 100)}%。`;
}

function inWords(at: Date): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
