import type { Reply } from '../../../assistant/index.ts';
import type { Recording } from '../../harness.ts';
import { repliesIn } from '../answers/recorded-answer.ts';
import type { RouteKind } from './routing-case.ts';

/** Where a message went. */
export interface RecordedRoute {
  kind: string;
  /** The labels proposed, best first, each once. */
  labels: string[];
  outcome: Reply['outcome'];
  /** The citizen was told at once whom to call. */
  warned: boolean;
  confidence: number | null;
  asked: string;
  /** `built-in`, or the model that routed; runs recorded before this was kept have none. */
  engine?: string;
  text: string;
}

export function toRecordedRoute({ reply, trace }: Recording): RecordedRoute {
  const route = trace.route;
  const proposed = [route?.label, ...(route?.alternatives ?? []).map(({ label }) => label)];
  const labels = proposed.filter((label) => typeof label === 'string');
  return {
    kind: route?.kind ?? kindOfOutcome(reply),
    labels: [...new Set(labels)],
    outcome: reply.outcome,
    warned: repliesIn(reply).some(({ outcome }) => outcome === 'emergency'),
    confidence: route?.confidence ?? null,
    asked: trace.asked,
    engine: trace.engine,
    text: reply.text,
  };
}

const kinds: Partial<Record<Reply['outcome'], RouteKind>> = {
  answered: 'matter', partial: 'matter', ticket: 'complaint', data: 'data', emergency: 'emergency',
  not_in_scope: 'out_of_scope', refused: 'injection', greeted: 'chitchat', several: 'multi',
}; // biome-ignore format: a small table

/** What the citizen was treated as, for turns that ended before anything was routed. */
function kindOfOutcome({ outcome }: Reply): RouteKind | 'none' {
  return kinds[outcome] ?? 'none';
}
