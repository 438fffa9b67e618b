import type { RecordedRoute } from '../suites/routing/recorded-route.ts';
import type { RoutingCase } from '../suites/routing/routing-case.ts';
import { emergencyWarned } from './emergency-warned.ts';
import { kindRight } from './kind-right.ts';
import { labelTop1 } from './label-right.ts';
import type { Scorer } from './scorer.ts';

/** The verdict on a case: 1 when kind, label and warning, as far as the case asks for them, are all right. */
export const routeRight: Scorer<RoutingCase, RecordedRoute> = {
  name: 'right',
  score: (recorded) => ([kindRight, labelTop1, emergencyWarned].some(({ score }) => score(recorded) === 0) ? 0 : 1),
};
