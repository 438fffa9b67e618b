import { type CategoryLesson, createComplaintClassifier } from '../../../assistant/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import { macroF1 } from '../../scorers/class-scores.ts';
import { meanOf } from '../../scorers/scorer.ts';
import { mcnemarTest } from '../../statistics/mcnemar-test.ts';

export interface LessonsComparison {
  /** Messages that were judged: each by a classifier that had not learnt from it. */
  judged: number;
  before: { accuracy: number; macroF1: number };
  after: { accuracy: number; macroF1: number };
  /** Messages that only one of the two put right. */
  better: number;
  worse: number;
  /** Two-sided, by the exact test of McNemar. */
  p: number;
  /** More was put right than before, on all messages and no less on the built-in ones beyond chance. */
  isBetter: boolean;
}

export interface CompareLessonsNeeds {
  catalogue: Knowledge['catalogue'];
  lessons: readonly CategoryLesson[];
  onProgress?: (done: number, of: number) => void;
}

const folds = 4;
/** Built-in messages may not get worse at this level: the lessons of a busy month must not unteach the rare categories. */
const tolerated = 0.05;

/**
 * Would the classifier of complaints be better for learning these lessons too? Built-in examples and lessons are dealt
 * out to folds; each is judged by a classifier of the other folds' built-in examples, and by one of their lessons as well.
 * Both judge the same messages, so the comparison is paired.
 */
export function compareLessons({ catalogue, lessons, onProgress }: CompareLessonsNeeds): LessonsComparison {
  const builtIn = catalogue.examples.map((example) => ({ ...example, isBuiltIn: true }));
  // Of lessons only the label is looked at; what the message is for plays no part here.
  const taught = lessons.map((lesson) => ({ ...lesson, purpose: '投诉' as const, isBuiltIn: false }));
  const judged = Array.from({ length: folds }).flatMap((_, fold) => {
    const seen = (_: unknown, at: number) => at % folds !== fold;
    const before = createComplaintClassifier({ ...catalogue, examples: builtIn.filter(seen) });
    const examples = [...builtIn.filter(seen), ...taught.filter(seen)];
    const after = createComplaintClassifier({ ...catalogue, examples });
    onProgress?.(fold + 1, folds);
    return [builtIn, taught]
      .flatMap((messages) => messages.filter((_, at) => at % folds === fold))
      .map(({ text, label, isBuiltIn }) => ({
        gold: label,
        isBuiltIn,
        before: before.classify(text).category,
        after: after.classify(text).category,
      }));
  });
  return verdictOn(judged);
}

interface Judged {
  gold: string;
  isBuiltIn: boolean;
  before: string;
  after: string;
}

export function verdictOn(judged: readonly Judged[]): LessonsComparison {
  const all = changesIn(judged);
  const builtIn = changesIn(judged.filter(({ isBuiltIn }) => isBuiltIn));
  const unlearnt = builtIn.worse > builtIn.better && mcnemarTest(builtIn.better, builtIn.worse) < tolerated;
  const scores = (of: 'before' | 'after') => ({
    // Of no messages there is no share right; then nothing speaks for a change either.
    accuracy: meanOf(judged.map((one) => Number(one[of] === one.gold))) ?? 0,
    macroF1: macroF1(judged.map((one) => ({ gold: one.gold, predicted: one[of], confidence: 1 }))) ?? 0,
  });
  return {
    judged: judged.length,
    before: scores('before'),
    after: scores('after'),
    ...all,
    p: mcnemarTest(all.better, all.worse),
    isBetter: all.better > all.worse && !unlearnt,
  };
}

function changesIn(judged: readonly Judged[]): { better: number; worse: number } {
  return {
    better: judged.filter(({ gold, before, after }) => after === gold && before !== gold).length,
    worse: judged.filter(({ gold, before, after }) => after !== gold && before === gold).length,
  };
}
