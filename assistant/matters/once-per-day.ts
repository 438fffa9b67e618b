import type { Knowledge } from '../../knowledge/index.ts';

/** Days that are kept: today, and the day that an eval or a question about the past is set in. */
const daysKept = 3;

/**
 * Builds what depends on the cards in force once for a knowledge and a day: both are immutable, and every turn asks.
 * Two days may be asked for in turn, at midnight or in an eval, so the last few are kept.
 */
export function oncePerDay<Built>(
  build: (knowledge: Knowledge, on: string) => Built,
): (knowledge: Knowledge, on: string) => Built {
  const kept = new WeakMap<Knowledge, Map<string, Built>>();
  return (knowledge, on) => {
    const days = kept.get(knowledge) ?? new Map<string, Built>();
    kept.set(knowledge, days);
    const known = days.get(on);
    if (known !== undefined) return known;
    const built = build(knowledge, on);
    days.set(on, built);
    const [oldest] = days.keys();
    if (days.size > daysKept && oldest !== undefined) days.delete(oldest);
    return built;
  };
}
