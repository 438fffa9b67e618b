import type { Purpose, Urgency } from '../ticket.ts';
import { dayMs, type IsWorkday, startOfChongqingDay } from '../work-calendar.ts';
import { type Span, timeLimitOf } from './time-limits.ts';
import { businessHours, dayAndNight, type WorkTime, workingDayMs } from './work-time.ts';

/** Time that is not counted. `to` is null while the clock stands still. */
export interface Stop {
  from: Date;
  to: Date | null;
}

/** All that a ticket's clock depends on; the fold over its events gives it. */
export interface ClockFacts {
  filedAt: Date;
  urgency: Urgency;
  purpose: Purpose;
  /** Working days granted beyond the limit, once; they count only while the grade may be extended. */
  extensionDays: number | null;
  /** In order and without overlap. */
  stops: readonly Stop[];
}

/** How a span is counted: from where, in which hours, how much of it. */
interface Counting {
  startsAt: Date;
  time: WorkTime;
  budgetMs: number;
}

/**
 * The clock starts at filing and never starts anew: under another grade the same time is counted again by that grade's
 * limit, and every pause stays. Limits in working days begin with the day after filing (Civil Code article 201).
 */
export function countingOf(facts: ClockFacts, which: 'firstResponse' | 'resolution', isWorkday: IsWorkday): Counting {
  const limit = timeLimitOf(facts);
  const extension = which === 'resolution' && limit.mayBeExtended ? (facts.extensionDays ?? 0) : 0;
  return countingOfSpan(limit[which], extension, facts.filedAt, isWorkday);
}

function countingOfSpan(span: Span, extensionDays: number, filedAt: Date, isWorkday: IsWorkday): Counting {
  if ('hours' in span) return { startsAt: filedAt, time: dayAndNight, budgetMs: span.hours * 3_600_000 };
  return {
    startsAt: new Date(startOfChongqingDay(filedAt).getTime() + dayMs),
    time: businessHours(isWorkday),
    budgetMs: (span.workingDays + extensionDays) * workingDayMs,
  };
}

/** Counted time that has passed by `at`, in milliseconds: it only ever rises with `at`. */
export function usedMs(facts: ClockFacts, at: Date, isWorkday: IsWorkday): number {
  const { startsAt, time } = countingOf(facts, 'resolution', isWorkday);
  return runningSpans(startsAt, facts.stops, at).reduce((total, [from, to]) => total + time.between(from, to), 0);
}

/** The moment at which so much of the budget is used (1 is the deadline), as if a clock that stands went on at once. */
export function momentAtShare(facts: ClockFacts, share: number, isWorkday: IsWorkday): Date {
  return momentOf(countingOf(facts, 'resolution', isWorkday), share, facts.stops);
}

export function deadlinesByClock(facts: ClockFacts, isWorkday: IsWorkday): { firstResponseDueAt: Date; dueAt: Date } {
  return {
    firstResponseDueAt: momentOf(countingOf(facts, 'firstResponse', isWorkday), 1, facts.stops),
    dueAt: momentAtShare(facts, 1, isWorkday),
  };
}

function momentOf({ startsAt, time, budgetMs }: Counting, share: number, stops: readonly Stop[]): Date {
  let left = budgetMs * share;
  let from = startsAt;
  for (const stop of stops) {
    if (stop.to !== null && stop.to <= from) continue;
    const counted = time.between(from, stop.from);
    if (counted >= left) break;
    left -= counted;
    if (stop.to === null) {
      from = later(from, stop.from);
      break;
    }
    from = later(from, stop.to);
  }
  return time.after(from, left);
}

/** The stretches between `startsAt` and `until` in which the clock runs. */
function runningSpans(startsAt: Date, stops: readonly Stop[], until: Date): [from: Date, to: Date][] {
  const spans: [Date, Date][] = [];
  let from = startsAt;
  for (const stop of stops) {
    if (stop.from >= until) break;
    if (stop.from > from) spans.push([from, stop.from]);
    if (stop.to === null) return spans;
    from = later(from, stop.to);
  }
  if (until > from) spans.push([from, until]);
  return spans;
}

const later = (left: Date, right: Date) => (left > right ? left : right);
