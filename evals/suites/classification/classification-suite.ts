import { maskPersonalData } from '../../../assistant/index.ts';
import { createCaseSuite, type RecordedCase } from '../../case-suite.ts';
import type { MetricValues } from '../../runs/run.ts';
import { calibrationError } from '../../scorers/calibration-error.ts';
import { classScores, macroF1, type Prediction } from '../../scorers/class-scores.ts';
import { confusionTable } from '../../scorers/confusion-table.ts';
import { meanOf, type Scorer } from '../../scorers/scorer.ts';
import { selectiveAccuracy } from '../../scorers/selective-accuracy.ts';
import type { Suite } from '../../suite.ts';
import { type ClassificationCase, type LabelledText, readTestTexts, readTrainingTexts } from './labelled-text.ts';

/** Learns classes from labelled texts; gives every class with its probability, most probable first. */
export type TrainClassifier = (examples: LabelledText[]) => { predict(text: string): { label: string; p: number }[] };

/** The classes proposed for one text, most probable first. */
export interface RecordedClasses {
  proposed: { label: string; p: number }[];
}

/** Enough to see what it was torn between; a hundred classes a case would only fill the record. */
const proposalsKept = 5;

const inFirst = (name: string, within: number): Scorer<ClassificationCase, RecordedClasses> => ({
  name,
  score: ({ input, output }) => (output.proposed.slice(0, within).some(({ label }) => label === input.label) ? 1 : 0),
});

/** Does the classifier learn the classes of a data set, and does it know when it does not know? */
export function createClassificationSuite(train: TrainClassifier): Suite {
  return createCaseSuite<ClassificationCase, RecordedClasses>({
    name: 'classification',
    title: '分类',
    metrics: ['macroF1', 'accuracy', 'top2', 'accuracyAt80', 'accuracyAt90', 'ece'],
    ownDataSets: ['classification'],
    readCases: readTestTexts,
    toKept: (input) => ({ ...input, text: maskPersonalData(input.text) }),
    async prepare({ folder }) {
      const classifier = train(await readTrainingTexts(folder));
      return async ({ text }) => ({ proposed: classifier.predict(text).slice(0, proposalsKept) });
    },
    scorers: [inFirst('right', 1), inFirst('inTop2', 2)],
    measure,
    slicesOf: () => [],
    tables: (cases) => ({ ...perClass(cases), ...confusionTable(toPredictions(cases)) }),
  });
}

type Recorded = readonly RecordedCase<ClassificationCase, RecordedClasses>[];

function measure(cases: Recorded): MetricValues {
  const predictions = toPredictions(cases);
  return {
    macroF1: macroF1(predictions),
    accuracy: meanOf(cases.map(({ scores }) => scores.right)),
    top2: meanOf(cases.map(({ scores }) => scores.inTop2)),
    accuracyAt80: selectiveAccuracy(predictions, 0.8),
    accuracyAt90: selectiveAccuracy(predictions, 0.9),
    ece: calibrationError(predictions),
  };
}

function perClass(cases: Recorded): Record<string, MetricValues> {
  const scores = classScores(toPredictions(cases));
  return Object.fromEntries(scores.map(({ label, support, ...score }) => [`class=${label}`, { n: support, ...score }]));
}

/** A classifier that proposes nothing has predicted the class with no name, with no confidence. */
function toPredictions(cases: Recorded): Prediction[] {
  return cases.map(({ input, output: { proposed } }) => ({
    gold: input.label,
    predicted: proposed[0]?.label ?? '',
    confidence: proposed[0]?.p ?? 0,
  }));
}
