import { findPersonalData, type PersonalDataSpan } from '../../../assistant/index.ts';
import { createCaseSuite, type RecordedCase } from '../../case-suite.ts';
import type { MetricValues } from '../../runs/run.ts';
import { meanOf, type Scorer } from '../../scorers/scorer.ts';
import { slicesByTags } from '../../slices.ts';
import { countSpans, toShares } from './match-spans.ts';
import { type PiiCase, readPiiCases, type Span } from './pii-case.ts';

/** What was found in one text; offsets as in the data set. */
export interface FoundSpans {
  found: Span[];
}

type Recorded = readonly RecordedCase<PiiCase, FoundSpans>[];

/** 1 when exactly what should be masked is. */
const rightSpans: Scorer<PiiCase, FoundSpans> = {
  name: 'right',
  score({ input: { spans }, output: { found } }) {
    const { wanted, exact } = countSpans(spans, found);
    return wanted === exact && found.length === exact ? 1 : 0;
  },
};

/** Of texts without personal data: 1 when something was masked all the same. */
const lookAlikeMasked: Scorer<PiiCase, FoundSpans> = {
  name: 'lookAlikeMasked',
  score: ({ input: { spans }, output: { found } }) => (spans.length > 0 ? null : found.length > 0 ? 1 : 0),
};

/** Is all personal data found, and nothing else? Judges what masks logs, queues, models' prompts and records. */
export const piiSuite = createCaseSuite<PiiCase, FoundSpans>({
  name: 'pii',
  title: '个人信息',
  metrics: ['precision', 'recall', 'f1', 'overlapRecall', 'lookAlikeMasked'],
  ownDataSets: ['pii'],
  readCases: readPiiCases,
  toKept: (input) => ({ ...input, text: withoutData(input) }),
  prepare:
    async () =>
    async ({ text }) => ({ found: inCharacters(text, findPersonalData(text)) }),
  scorers: [rightSpans, lookAlikeMasked],
  measure,
  slicesOf: ({ tags }) => slicesByTags({ tags }),
  tables: byType,
});

function measure(cases: Recorded): MetricValues {
  return {
    ...toShares(cases.map(({ input, output }) => countSpans(input.spans, output.found))),
    lookAlikeMasked: meanOf(cases.map(({ scores }) => scores.lookAlikeMasked)),
  };
}

/** `type=phone` → the metrics over the pieces of that type; n counts the pieces wanted. */
function byType(cases: Recorded): Record<string, MetricValues> {
  const types = new Set(
    cases.flatMap(({ input, output }) => [...input.spans, ...output.found].map(({ type }) => type)),
  );
  return Object.fromEntries(
    [...types].sort().map((type) => {
      const ofType = (spans: readonly Span[]) => spans.filter((span) => span.type === type);
      const counts = cases.map(({ input, output }) => countSpans(ofType(input.spans), ofType(output.found)));
      return [`type=${type}`, { n: counts.reduce((sum, { wanted }) => sum + wanted, 0), ...toShares(counts) }];
    }),
  );
}

/** The detector counts UTF-16 units; data sets count characters. */
function inCharacters(text: string, spans: readonly PersonalDataSpan[]): Span[] {
  const characters = (end: number) => [...text.slice(0, end)].length;
  return spans.map(({ type, start, end }) => ({ type, start: characters(start), end: characters(end) }));
}

/** The text as it may be kept: a star for each character that is personal data, by the set or by the detector. */
function withoutData({ text, spans }: PiiCase): string {
  const hidden = [...spans, ...inCharacters(text, findPersonalData(text))];
  const isHidden = (at: number) => hidden.some(({ start, end }) => start <= at && at < end);
  return [...text].map((character, at) => (isHidden(at) ? '*' : character)).join('');
}
