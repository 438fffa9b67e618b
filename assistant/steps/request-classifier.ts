import type { Knowledge } from '../../knowledge/index.ts';
import { normalise } from '../language/normalise.ts';
import { type Memory, noMemory } from '../learnt/memory.ts';
import { type LabelledText, type TextClassifier, toClassifier, trainTextClassifier } from '../tickets/classify-text.ts';
import { combinationOf, learnEvidenceWeights, type Observation } from './combine-evidence.ts';
import { cuesOf } from './request-cues.ts';

// How people ask about a thing whose name they know. Only the frame is learnt from these, so a few do.
const frames = [
  (name: string) => `${name}要带什么材料`,
  (name: string) => `请问${name}怎么办理`,
  (name: string) => `我想${name}去哪里办要多久`,
  (name: string) => name,
];

/** The scores of words are weighed anew beside the cues, so no temperature need be found for them. */
const wordOptions = { cost: 1, temperature: 1 };
const folds = 4;

/** One in so many of these is weighed too: short questions are frequent at a desk, and would outnumber the stories. */
const weighedNames = 5;

/**
 * Learns what kind of request a normalised message is. Two kinds of evidence are weighed: its words, by a classifier of
 * character grams, and its cues, such as a way of asking or the name of a matter. How to weigh them is learnt from
 * messages that the words were not learnt from.
 */
export function trainRequestClassifier(knowledge: Knowledge, on: string, memory: Memory = noMemory): RequestClassifier {
  const learnt = memory.recall('requests', () => learnRequests(knowledge, on));
  const words = toClassifier(learnt.words);
  const combine = combinationOf(learnt.weights);
  const over = (cards: Knowledge, day: string): RequestClassifier => ({
    ...words,
    over,
    predict: (text) => {
      const probabilities = combine(featuresOf(text, words, cards, day));
      return words.labels.map((label, at) => ({ label, p: probabilities[at]! })).sort((a, b) => b.p - a.p);
    },
  });
  return over(knowledge, on);
}

/** The kinds of requests; `over` reads the names and wordings of other cards, with the weights that were learnt. */
export type RequestClassifier = TextClassifier & { over(knowledge: Knowledge, on: string): RequestClassifier };

function learnRequests(knowledge: Knowledge, on: string) {
  const namedAll = namedMatters(knowledge, on);
  const isWeighed = (at: number) => at % weighedNames === 0;
  const named = namedAll.filter((_, at) => !isWeighed(at));
  const messages = [...messagesOf(knowledge), ...namedAll.filter((_, at) => isWeighed(at))];
  const words = trainTextClassifier([...messages, ...named], wordOptions);
  const observations = Array.from({ length: folds }).flatMap((_, fold) => {
    const others = trainTextClassifier([...messages.filter((_, at) => at % folds !== fold), ...named], wordOptions);
    const held = messages.filter((_, at) => at % folds === fold);
    return held.map(
      ({ text, label }): Observation => ({
        features: featuresOf(text, others, knowledge, on, text),
        kind: words.labels.indexOf(label),
      }),
    );
  });
  // Matters and complaints are what a desk is for; of two readings that are as likely, one of these is the better guess.
  const expected = words.labels.map((kind) => (kind === 'matter' || kind === 'complaint' ? 2 : 1) / 7);
  return { words: words.toJSON(), weights: learnEvidenceWeights(observations, expected) };
}

/** The evidence of the words, then the cues; a known question named by `except` is no cue for itself. */
function featuresOf(text: string, words: TextClassifier, knowledge: Knowledge, on: string, except?: string): number[] {
  return [...wordScores(words, text), ...cuesOf(text, knowledge, on, except)];
}

/** Log-probabilities by words alone, in the order of the labels. */
function wordScores(words: TextClassifier, text: string): number[] {
  const byLabel = new Map(words.predict(text).map(({ label, p }) => [label, p]));
  return words.labels.map((label) => Math.log(Math.max(byLabel.get(label) ?? 0, 1e-4)));
}

function messagesOf({ catalogue: { routing, examples, lexicon } }: Knowledge): LabelledText[] {
  const asQuestions = examples.filter(({ purpose }) => purpose !== '咨询');
  return [
    ...routing.map(({ kind, text }) => ({ label: kind, text })),
    ...asQuestions.map(({ text }) => ({ label: 'complaint', text })),
  ].map(({ label, text }) => ({ label, text: normalise(text, lexicon).text }));
}

/** The matters by their names, in the frames of asking, and the questions that are known to be asked of them. */
function namedMatters(knowledge: Knowledge, on: string): LabelledText[] {
  const cards = knowledge.matters.inForce(on);
  const named = cards.flatMap(({ title, aliases }) =>
    [title.replace(/一件事$/u, ''), ...aliases].map((name, index) => frames[index % frames.length]!(name)),
  );
  const frequent = cards.flatMap(({ faqs }) => faqs.map(({ question }) => question));
  const { questions, lexicon } = knowledge.catalogue;
  const known = questions.map(({ text }) => normalise(text, lexicon).text);
  return [...named, ...frequent, ...known].map((text) => ({ label: 'matter', text }));
}
