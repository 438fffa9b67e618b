import { nextEscalation } from './clock/escalations.ts';
import { deadlinesByClock } from './clock/ticket-clock.ts';
import { clockStoppedAt, type TicketState } from './fold-ticket.ts';
import type { IsWorkday } from './work-calendar.ts';

/** The columns of a ticket's row that its events decide: all that changes after filing. */
export function rowOf(state: TicketState, isWorkday: IsWorkday) {
  const { clock, category } = state;
  const { firstResponseDueAt, dueAt } = deadlinesByClock(clock, isWorkday);
  return {
    status: state.status,
    urgency: clock.urgency,
    category_code: category.code,
    category_name: category.name,
    category_group: category.group,
    owner_unit: state.ownerUnit,
    co_units: JSON.stringify(state.coUnits),
    items: JSON.stringify(state.items),
    return_count: state.returns.length,
    first_response_due_at: firstResponseDueAt,
    due_at: dueAt,
    clock_stopped_at: clockStoppedAt(state),
    next_escalation_at: escalatesAt(state, isWorkday),
    first_contact_at: state.firstContactAt,
    replied_at: state.reply?.at ?? null,
    answer_due_at: state.status === 'replied' ? (state.asked?.answerDueAt ?? null) : null,
    verdict: state.verdict,
    satisfaction: state.satisfaction,
    merged_into: state.mergedInto,
    awaits_desk: awaitsDesk(state),
    closed_at: state.closedAt,
    version: state.version,
  };
}

/** Nothing is brought up of a ticket whose clock stands still, nor of one that another speaks for. */
function escalatesAt(state: TicketState, isWorkday: IsWorkday): Date | null {
  const isQuiet = clockStoppedAt(state) !== null || state.status === 'merged';
  return isQuiet ? null : (nextEscalation(state, isWorkday)?.at ?? null);
}

/** What the desk has to decide of a ticket that a unit works on. */
function awaitsDesk({ status, extension, sentBack }: TicketState): 'extension' | 'reply' | null {
  if (status !== 'accepted' && status !== 'reopened') return null;
  if (extension === 'requested') return 'extension';
  return sentBack ? 'reply' : null;
}
