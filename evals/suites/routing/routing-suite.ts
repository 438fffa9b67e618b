import { maskPersonalData } from '../../../assistant/index.ts';
import { createCaseSuite, type RecordedCase } from '../../case-suite.ts';
import type { MetricValues } from '../../runs/run.ts';
import { confusionTable } from '../../scorers/confusion-table.ts';
import { emergencyWarned } from '../../scorers/emergency-warned.ts';
import { kindRight } from '../../scorers/kind-right.ts';
import { labelTop1, labelTop3 } from '../../scorers/label-right.ts';
import { routeRight } from '../../scorers/route-right.ts';
import { meanOf } from '../../scorers/scorer.ts';
import { slicesByTags } from '../../slices.ts';
import { type RecordedRoute, toRecordedRoute } from './recorded-route.ts';
import { type RoutingCase, readRoutingCases } from './routing-case.ts';

/** Does each message reach the right skill, matter and category, and does danger come first? */
export const routingSuite = createCaseSuite<RoutingCase, RecordedRoute>({
  name: 'routing',
  title: '分流',
  metrics: ['kindAccuracy', 'labelTop1', 'labelTop3', 'emergencyRecall'],
  ownDataSets: ['routing'],
  readCases: readRoutingCases,
  toKept: (input) => ({ ...input, messages: input.messages.map(maskPersonalData) }),
  prepare:
    async ({ harness }) =>
    async (routingCase, signal) =>
      toRecordedRoute(await harness.play(routingCase.messages, signal)),
  scorers: [routeRight, kindRight, labelTop1, labelTop3, emergencyWarned],
  measure,
  slicesOf: (routingCase, output) => [
    `kind=${routingCase.kinds[0]}`,
    ...slicesByTags({ ...routingCase, topic: routingCase.topic ?? topicOf(routingCase) }),
    ...(output?.engine ? [`engine=${output.engine}`] : []),
  ],
  // A case with two right kinds is no confusion when it got one of them.
  tables: (cases) =>
    confusionTable(
      cases.map(({ input: { kinds }, output }) => ({
        gold: kinds.includes(output.kind) ? output.kind : kinds[0]!,
        predicted: output.kind,
      })),
    ),
});

/** The matter, or the group of a complaint's category: `C05` for `C05.02`. */
function topicOf({ labels: [label] }: RoutingCase): string | undefined {
  return label?.replace(/^(C\d+)\..*$/, '$1');
}

function measure(cases: readonly RecordedCase<RoutingCase, RecordedRoute>[]): MetricValues {
  const meanScore = (name: string) => meanOf(cases.map(({ scores }) => scores[name]));
  return {
    kindAccuracy: meanScore('kindRight'),
    labelTop1: meanScore('labelTop1'),
    labelTop3: meanScore('labelTop3'),
    emergencyRecall: meanScore('emergencyWarned'),
  };
}
