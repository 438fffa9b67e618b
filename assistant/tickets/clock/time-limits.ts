import type { Purpose, Urgency } from '../ticket.ts';

/** A span of time: hours run day and night, working days by the official calendar. */
export type Span = { hours: number } | { workingDays: number };

export interface TimeLimit {
  firstResponse: Span;
  resolution: Span;
  /** Whether the desk may extend it, once: what is urgent may not be put off. */
  mayBeExtended: boolean;
}

// A product default, not an official rule: Chongqing's limits were not found in an official text. The spans follow
// what other cities publish (three working days for a question, seven for a request, fifteen for a complaint).
const byUrgency: Record<Exclude<Urgency, 'U0' | 'U3'>, TimeLimit> = {
  U1: { firstResponse: { hours: 0.5 }, resolution: { hours: 2 }, mayBeExtended: false },
  U2: { firstResponse: { hours: 2 }, resolution: { hours: 24 }, mayBeExtended: false },
  U4: { firstResponse: { workingDays: 1 }, resolution: { workingDays: 15 }, mayBeExtended: true },
};
const general: Record<Purpose, Span> = {
  咨询: { workingDays: 3 },
  求助: { workingDays: 7 },
  建议: { workingDays: 7 },
  表扬: { workingDays: 7 },
  投诉: { workingDays: 15 },
  举报: { workingDays: 15 },
};

/** The limit of a grade. U0 is never filed and has none; a record that says so all the same is treated as U1. */
export function timeLimitOf({ urgency, purpose }: { urgency: Urgency; purpose: Purpose }): TimeLimit {
  if (urgency === 'U3') return { firstResponse: { workingDays: 1 }, resolution: general[purpose], mayBeExtended: true };
  return byUrgency[urgency === 'U0' ? 'U1' : urgency];
}

export function spanInWords(span: Span): string {
  if ('workingDays' in span) return `${span.workingDays} 个工作日`;
  return span.hours < 1 ? `${span.hours * 60} 分钟` : `${span.hours} 小时`;
}
