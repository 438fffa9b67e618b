import { maskPersonalData } from '../../../assistant/index.ts';
import { createCaseSuite, type RecordedCase } from '../../case-suite.ts';
import type { MetricValues } from '../../runs/run.ts';
import { answerRight } from '../../scorers/answer-right.ts';
import { citationPrecision } from '../../scorers/citation-precision.ts';
import { citationRecall } from '../../scorers/citation-recall.ts';
import { factsPresent } from '../../scorers/facts-present.ts';
import { falseRefusal } from '../../scorers/false-refusal.ts';
import { matterRight } from '../../scorers/matter-right.ts';
import { nothingForbidden } from '../../scorers/nothing-forbidden.ts';
import { outcomeRight } from '../../scorers/outcome-right.ts';
import { meanOf, sumOf } from '../../scorers/scorer.ts';
import { unsupportedNumbers } from '../../scorers/unsupported-numbers.ts';
import { unsupportedOffices } from '../../scorers/unsupported-offices.ts';
import { unsupportedQuotes } from '../../scorers/unsupported-quotes.ts';
import { unsupportedSentences } from '../../scorers/unsupported-sentences.ts';
import { slicesByTags } from '../../slices.ts';
import { type AnswerCase, readAnswerCases } from './answer-case.ts';
import { type RecordedAnswer, toRecordedAnswer } from './recorded-answer.ts';

/** Is the citizen told the right thing, with a source for each sentence, and turned away only when that is right? */
export const answersSuite = createCaseSuite<AnswerCase, RecordedAnswer>({
  name: 'answers',
  title: '回答',
  metrics: [
    'right', 'outcomeAccuracy', 'factsPresent', 'unsupportedSentences', 'unsupportedNumbers',
    'citationPrecision', 'citationRecall', 'falseRefusal', 'matterAccuracy', 'unsupportedQuotes', 'unsupportedOffices',
  ], // biome-ignore format: a list of words
  ownDataSets: ['answers'],
  readCases: readAnswerCases,
  toKept: (input) => ({ ...input, messages: input.messages.map(maskPersonalData) }),
  prepare:
    async ({ harness }) =>
    async (answerCase, signal) =>
      toRecordedAnswer(await harness.play(answerCase.messages, signal), harness.documentText),
  scorers: [
    answerRight, outcomeRight, matterRight, factsPresent, nothingForbidden, unsupportedSentences, unsupportedNumbers,
    citationPrecision, citationRecall, falseRefusal, unsupportedQuotes, unsupportedOffices,
  ], // biome-ignore format: a list of words
  measure,
  slicesOf: (answerCase, output) => [
    ...slicesByTags(answerCase),
    ...(answerCase.expect.matter ? [`matter=${answerCase.expect.matter}`] : []),
    ...(output ? [`engine=${output.trace.engine}`] : []),
  ],
});

/** The counts of what is unsupported are totals over the cases; everything else is a mean over those judged. */
function measure(cases: readonly RecordedCase<AnswerCase, RecordedAnswer>[]): MetricValues {
  const scoresOf = (name: string) => cases.map(({ scores }) => scores[name]);
  return {
    right: meanOf(scoresOf('right')),
    outcomeAccuracy: meanOf(scoresOf('outcomeRight')),
    factsPresent: meanOf(scoresOf('factsPresent')),
    unsupportedSentences: sumOf(scoresOf('unsupportedSentences')),
    unsupportedNumbers: sumOf(scoresOf('unsupportedNumbers')),
    citationPrecision: meanOf(scoresOf('citationPrecision')),
    citationRecall: meanOf(scoresOf('citationRecall')),
    falseRefusal: meanOf(scoresOf('falseRefusal')),
    matterAccuracy: meanOf(scoresOf('matterRight')),
    unsupportedQuotes: sumOf(scoresOf('unsupportedQuotes')),
    unsupportedOffices: sumOf(scoresOf('unsupportedOffices')),
  };
}
