import { deadlinesByClock } from './clock/ticket-clock.ts';
import type { Purpose, Urgency } from './ticket.ts';
import type { IsWorkday } from './work-calendar.ts';

export interface Deadlines {
  firstResponseDueAt: Date;
  dueAt: Date;
}

/** When a ticket filed at `filedAt` must first be answered and be done, while nothing stops its clock. */
export function deadlinesOf(
  { urgency, purpose }: { urgency: Exclude<Urgency, 'U0'>; purpose: Purpose },
  filedAt: Date,
  isWorkday: IsWorkday,
): Deadlines {
  return deadlinesByClock({ filedAt, urgency, purpose, extensionDays: null, stops: [] }, isWorkday);
}
