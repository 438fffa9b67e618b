import type { RecordedRoute } from '../suites/routing/recorded-route.ts';
import type { RoutingCase } from '../suites/routing/routing-case.ts';
import type { Scorer } from './scorer.ts';

/** 1 when the message was taken for what it is. */
export const kindRight: Scorer<RoutingCase, RecordedRoute> = {
  name: 'kindRight',
  score: ({ input, output }) => (input.kinds.includes(output.kind) ? 1 : 0),
};
