import type { ComplaintExample, Lexicon, Taxonomy } from '../../knowledge/index.ts';
import { normalise } from '../language/normalise.ts';
import { type Memory, noMemory } from '../learnt/memory.ts';
import { type CueHit, createCueFinder, opening } from './category-cues.ts';
import { type LabelledText, toClassifier, trainTextClassifier } from './classify-text.ts';
import { purposeOf } from './purpose.ts';

export interface CategoryGuess {
  /** The level-2 code that is likeliest. */
  category: string;
  /** The likeliest codes with their probabilities, `category` first. */
  alternatives: { category: string; p: number }[];
  /** Not sure enough: a person decides, or the citizen is asked. */
  abstained: boolean;
  /** The words that speak for `category`, strongest first. */
  because: string[];
}

export interface ComplaintClassifier {
  classify(text: string): CategoryGuess;
}

export interface ComplaintClassifierNeeds {
  taxonomy: Taxonomy;
  examples: readonly Pick<ComplaintExample, 'text' | 'label'>[];
  /** Makes dialect and standard wording one; without it texts are taken as they are. */
  lexicon?: Lexicon;
}

const alternativesShown = 5;

/** How much a unit of cue weight adds to the log-probability of its category; best in four-fold cross-validation. */
const cueTrust = 2.5;

/** Softmax temperature of the learnt scores, from the same folds: probabilities are then nearly as often right as they say. */
const temperature = 1 / 6;

/**
 * With five or six passes a hundred machines of a few examples each have not settled: what else is learnt beside them then
 * flips three of a hundred messages. Twelve put half of a hundred more right (three partings into four folds); 25 no more.
 */
const epochs = 12;

/** Praise names what is praised (a driver, a window) and would be filed as a complaint of it; this outweighs two cue words. */
const praise = { category: 'C18.03', evidence: 8 };

/** Below this probability the guess was right less often than not. */
const sureEnough = 0.35;

/**
 * Tells the level-2 category of a complaint. Two kinds of evidence are added up: a linear classifier of character grams
 * learnt from the authored messages, and the cue words of the taxonomy, which also cover what no message said yet.
 */
export function createComplaintClassifier(
  { taxonomy, examples, lexicon }: ComplaintClassifierNeeds,
  memory: Memory = noMemory,
): ComplaintClassifier {
  const prepare = (text: string) => (lexicon ? normalise(text, lexicon).text : text);
  const messages = examples.map(({ text, label }) => ({ text: prepare(text), label }));
  const lessons = lessonsOf(taxonomy).map(({ text, label }) => ({ text: prepare(text), label }));
  const learnt = toClassifier(
    memory.recall('complaints', () =>
      trainTextClassifier([...messages, ...lessons], { cost: 0.5, epochs, temperature }).toJSON(),
    ),
  );
  const findCues = createCueFinder(taxonomy, messages, prepare);

  return {
    classify(text) {
      const prepared = prepare(text);
      const cues = findCues(prepared);
      const praised = purposeOf(text.slice(0, opening)) === '表扬';
      const evidence = learnt.predict(prepared.slice(0, opening)).map(({ label, p }) => ({
        category: label,
        evidence:
          Math.log(p) +
          cueTrust * total(cues.get(label)) +
          (praised && label === praise.category ? praise.evidence : 0),
      }));
      const ranked = toProbabilities(evidence);
      const [best] = ranked;
      return {
        category: best!.category,
        alternatives: ranked.slice(0, alternativesShown),
        abstained: best!.p < sureEnough || saysTooLittle(prepared, cues.size),
        because: reasons(cues.get(best!.category) ?? [], () => learnt.explain(prepared, best!.category)),
      };
    },
  };
}

/** Single letters and characters always point somewhere; without a cue word it takes a few of them to mean anything. */
function saysTooLittle(text: string, cuesSaid: number): boolean {
  return cuesSaid === 0 && (text.match(/\p{Script=Han}/gu)?.length ?? 0) < 4;
}

/** The taxonomy as lessons: each name, example and cue is a short message of its category. */
function lessonsOf({ categories }: Taxonomy): LabelledText[] {
  return categories.flatMap(({ code, name, examples, saidAs }) =>
    [name, ...examples, ...saidAs].map((text) => ({ text, label: code })),
  );
}

function toProbabilities(evidence: { category: string; evidence: number }[]): { category: string; p: number }[] {
  const highest = Math.max(...evidence.map((one) => one.evidence));
  const powers = evidence.map((one) => ({
    category: one.category,
    p: Math.exp(one.evidence - highest),
  }));
  const sum = powers.reduce((all, { p }) => all + p, 0);
  return powers.map(({ category, p }) => ({ category, p: p / sum })).sort((a, b) => b.p - a.p);
}

function total(hits: readonly CueHit[] = []): number {
  return hits.reduce((sum, { weight }) => sum + weight, 0);
}

/** Cue words, for they are whole words; where none was said, the stretches that the learnt grams point at. */
function reasons(cues: readonly CueHit[], explain: () => { word: string }[]): string[] {
  const words = cues.toSorted((a, b) => b.weight - a.weight).map(({ word }) => word);
  const pointedAt = () => explain().flatMap(({ word }) => (word.length > 1 ? [word] : []));
  return (words.length > 0 ? words : pointedAt()).slice(0, 5);
}
