import type { Purpose, Urgency } from './ticket.ts';
import { endOfWorkingDay, type IsWorkday } from './work-calendar.ts';

/** A span of time: hours run day and night, working days by the official calendar. */
type Span = { hours: number } | { workingDays: number };

interface TimeLimit {
  firstResponse: Span;
  resolution: Span;
}

// A product default, not an official rule: Chongqing's limits were not found in an official text. The spans follow
// what other cities publish (three working days for a question, seven for a request, fifteen for a complaint).
const byUrgency: Record<Exclude<Urgency, 'U0' | 'U3'>, TimeLimit> = {
  U1: { firstResponse: { hours: 0.5 }, resolution: { hours: 2 } },
  U2: { firstResponse: { hours: 2 }, resolution: { hours: 24 } },
  U4: { firstResponse: { workingDays: 1 }, resolution: { workingDays: 15 } },
};
const general: Record<Purpose, Span> = {
  咨询: { workingDays: 3 },
  求助: { workingDays: 7 },
  建议: { workingDays: 7 },
  表扬: { workingDays: 7 },
  投诉: { workingDays: 15 },
  举报: { workingDays: 15 },
};

export interface Deadlines {
  firstResponseDueAt: Date;
  dueAt: Date;
}

/** When a ticket filed at `filedAt` must first be answered and be done. U0 is never filed and has no deadline. */
export function deadlinesOf(
  { urgency, purpose }: { urgency: Exclude<Urgency, 'U0'>; purpose: Purpose },
  filedAt: Date,
  isWorkday: IsWorkday,
): Deadlines {
  const limit =
    urgency === 'U3' ? { firstResponse: { workingDays: 1 }, resolution: general[purpose] } : byUrgency[urgency];
  return {
    firstResponseDueAt: after(limit.firstResponse, filedAt, isWorkday),
    dueAt: after(limit.resolution, filedAt, isWorkday),
  };
}

function after(span: Span, from: Date, isWorkday: IsWorkday): Date {
  return 'hours' in span
    ? new Date(from.getTime() + span.hours * 3_600_000)
    : endOfWorkingDay(from, span.workingDays, isWorkday);
}
