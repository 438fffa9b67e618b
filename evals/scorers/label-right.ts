import type { RecordedRoute } from '../suites/routing/recorded-route.ts';
import type { RoutingCase } from '../suites/routing/routing-case.ts';
import type { Scorer } from './scorer.ts';

/** 1 when a right label (matter or category) is among the first `within` proposed. Null where no label is asked for. */
function labelRight(name: string, within: number): Scorer<RoutingCase, RecordedRoute> {
  return {
    name,
    score({ input, output }) {
      if (input.labels.length === 0) return null;
      return output.labels.slice(0, within).some((label) => input.labels.some((gold) => covers(gold, label))) ? 1 : 0;
    },
  };
}

/** A wanted group is met by each of its categories (`C05` by `C05.02`), but not the other way round. */
const covers = (gold: string, label: string) => label === gold || label.startsWith(`${gold}.`);

export const labelTop1 = labelRight('labelTop1', 1);
export const labelTop3 = labelRight('labelTop3', 3);
