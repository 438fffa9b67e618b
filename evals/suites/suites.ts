import { trainTextClassifier } from '../../assistant/index.ts';
import { EvalsError } from '../evals-error.ts';
import type { Suite } from '../suite.ts';
import { answersSuite } from './answers/answers-suite.ts';
import { createClassificationSuite } from './classification/classification-suite.ts';
import { clustersSuite } from './clusters/clusters-suite.ts';
import { dataSuite } from './data/data-suite.ts';
import { piiSuite } from './pii/pii-suite.ts';
import { retrievalSuite } from './retrieval/retrieval-suite.ts';
import { routingSuite } from './routing/routing-suite.ts';
import { safetySuite } from './safety/safety-suite.ts';

/** Every suite, in the order people read them. */
export const suites: readonly Suite[] = [
  answersSuite,
  routingSuite,
  createClassificationSuite(trainTextClassifier),
  retrievalSuite,
  dataSuite,
  clustersSuite,
  piiSuite,
  safetySuite,
];

/** @throws EvalsError `unknown_suite`, naming those that there are */
export function suiteNamed(name: string): Suite {
  const suite = suites.find((one) => one.name === name);
  if (suite) return suite;
  const names = suites.map((one) => one.name).join('、');
  throw new EvalsError('unknown_suite', `没有评测“${name}”，现有：${names}`);
}
