import type { Tier } from '../ticket.ts';
import type { IsWorkday } from '../work-calendar.ts';
import { type ClockFacts, momentAtShare } from './ticket-clock.ts';

/** Shares of the time budget at which a ticket is brought up, in percent: before, after and long after its end. */
export const escalationPercents = [80, 120, 200] as const;
export type EscalationPercent = (typeof escalationPercents)[number];

/** The next share that nobody was told of, and when the running clock reaches it; null when all were told. */
export function nextEscalation(
  { clock, escalatedAt }: { clock: ClockFacts; escalatedAt: readonly number[] },
  isWorkday: IsWorkday,
): { percentUsed: EscalationPercent; at: Date } | null {
  const percentUsed = escalationPercents.find((percent) => !escalatedAt.includes(percent));
  return percentUsed === undefined ? null : { percentUsed, at: momentAtShare(clock, percentUsed / 100, isWorkday) };
}

/** Shown where the responsibility table names no owner, or two: a person of the desk decides. */
export const triageDesk = '热线派单台';

export const cityCentre = '重庆市数字化城市运行和治理中心';

/**
 * Who is told: first whoever has the ticket, then the centre above it, then the city's. The three tiers of centres and
 * their order are those of the municipal regulation (市政府令第 373 号).
 */
export function reportingLine(
  { ownerUnit, district, tier }: { ownerUnit: string | null; district: string | null; tier: Tier | null },
  percentUsed: EscalationPercent,
): string {
  if (percentUsed === 80) return ownerUnit ?? triageDesk;
  const isLocal = district !== null && tier !== 'city' && tier !== 'company';
  return percentUsed === 120 && isLocal ? `${district}数字化城市运行和治理中心` : cityCentre;
}
