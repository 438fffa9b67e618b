/** The time between now and a limit, cut to whole minutes. */
export interface Remaining {
  over: boolean;
  days: number;
  hours: number;
  minutes: number;
}

export function toRemaining(due: Date, now: Date): Remaining {
  const ms = due.getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  return {
    over: ms < 0,
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
  };
}

/** A ticket whose clock stands was overdue when it stopped, or it is not; one whose clock runs, when its time is up. */
export function isOverdue(ticket: { dueAt: string; clockStoppedAt: string | null }, now: Date): boolean {
  return new Date(ticket.clockStoppedAt ?? now) > new Date(ticket.dueAt);
}
