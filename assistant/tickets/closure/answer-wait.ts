import { endOfWorkingDay, type IsWorkday } from '../work-calendar.ts';

/**
 * So long a citizen who was asked is waited for before a replied ticket is closed without a word. A product default: the
 * rules we could read name no number.
 */
export const answerWaitWorkingDays = 5;

export const answerDueAt = (askedAt: Date, isWorkday: IsWorkday) =>
  endOfWorkingDay(askedAt, answerWaitWorkingDays, isWorkday);
