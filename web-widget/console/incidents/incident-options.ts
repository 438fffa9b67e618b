import type { IncidentSummary } from '../../../channels/http/incident-types.ts';

type Trend = IncidentSummary['trend'];

const dayMs = 86_400_000;

/** Longer than this, the days without a ticket are left out: a line of zeros would hide the few that count. */
const mostDays = 180;

/** Every day from the first to the last, those without a ticket as zero. */
export function fillDays(trend: Trend): Trend {
  const first = trend[0];
  const last = trend.at(-1);
  if (!first || !last) return [];
  const count = Math.round((Date.parse(last.day) - Date.parse(first.day)) / dayMs) + 1;
  if (count > mostDays) return [...trend];
  const known = new Map(trend.map(({ day, tickets }) => [day, tickets]));
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(first.day) + index * dayMs).toISOString().slice(0, 10);
    return { day, tickets: known.get(day) ?? 0 };
  });
}

/** New tickets day by day. */
export function toTrendOption(trend: Trend, name: string): Record<string, unknown> {
  const days = fillDays(trend);
  return {
    xAxis: { type: 'category', data: days.map(({ day }) => day.slice(5)), axisLabel: { hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1 },
    series: [{ type: 'bar', name, data: days.map(({ tickets }) => tickets), barMaxWidth: 36 }],
  };
}

/** Places as lying bars, the one with the most tickets on top: their names need the width. */
export function toPlacesOption(places: IncidentSummary['districts'], name: string): Record<string, unknown> {
  const upwards = places.toSorted((a, b) => a.tickets - b.tickets);
  return {
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', data: upwards.map(({ name: place }) => place) },
    series: [{ type: 'bar', name, data: upwards.map(({ tickets }) => tickets), barMaxWidth: 28 }],
  };
}
