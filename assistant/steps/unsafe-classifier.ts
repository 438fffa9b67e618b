import type { Knowledge } from '../../knowledge/index.ts';
import { cannedReplies } from '../canned-replies.ts';
import { type Memory, noMemory } from '../learnt/memory.ts';
import type { SingleReply } from '../reply.ts';
import { type LabelledText, type TextClassifier, toClassifier, trainTextClassifier } from '../tickets/classify-text.ts';
import { combinationOf, learnEvidenceWeights, type Observation } from './combine-evidence.ts';
import { inOwnWords } from './quoted-words.ts';
import { speaksOfHarm, unsafeCuesOf } from './unsafe-cues.ts';

/** What a message asks for, as far as safety goes. */
export type AskKind = 'injection' | 'harmful' | 'spared' | 'none';

const wordOptions = { cost: 1, epochs: 5, temperature: 1 };
const folds = 2;

/**
 * Learns which messages ask for harm or speak to the machine. Two kinds of evidence are weighed, as for the kinds of
 * requests: the words, by a classifier of character grams, and cues of what is asked for and by whom. How to weigh them
 * is learnt from messages that the words were not learnt from.
 */
export function trainUnsafeClassifier(knowledge: Knowledge, on: string, memory: Memory = noMemory): TextClassifier {
  const learnt = memory.recall('unsafe', () => learnUnsafe(knowledge, on));
  const words = toClassifier(learnt.words);
  const combine = combinationOf(learnt.weights);
  return {
    ...words,
    predict: (text) => {
      const probabilities = combine(featuresOf(text, words));
      return words.labels.map((label, at) => ({ label, p: probabilities[at]! })).sort((a, b) => b.p - a.p);
    },
  };
}

function learnUnsafe({ catalogue, matters }: Knowledge, on: string) {
  const { asks, examples, routing, dangers, questions } = catalogue;
  const messages: LabelledText[] = [
    // What only sounds unsafe is a kind of its own: few as they are, these must be told apart as surely as the rest.
    ...asks.map(({ ask, text }) => ({ label: ask === 'none' ? 'spared' : ask, text })),
    ...[...examples, ...routing, ...dangers, ...questions].map(({ text }) => ({ label: 'none', text })),
    ...questionsOn(matters.inForce(on)).map((text) => ({ label: 'none', text })),
  ];
  const words = trainTextClassifier(messages, wordOptions);
  const observations = Array.from({ length: folds }).flatMap((_, fold) => {
    const others = trainTextClassifier(
      messages.filter((_, at) => at % folds !== fold),
      wordOptions,
    );
    const held = messages.filter((_, at) => at % folds === fold);
    return held.map(
      ({ text, label }): Observation => ({ features: featuresOf(text, others), kind: words.labels.indexOf(label) }),
    );
  });
  const expected = words.labels.map((label) => shares[label] ?? 0);
  return { words: words.toJSON(), weights: learnEvidenceWeights(observations, expected) };
}

// How people ask about a thing whose name they know, much as they would ask how to do a wrong.
const frames = [
  (name: string) => `${name}要多少钱`,
  (name: string) => `怎么办${name}`,
  (name: string) => `${name}在哪里弄`,
];

function questionsOn(cards: ReturnType<Knowledge['matters']['inForce']>): string[] {
  const named = cards.flatMap(({ title, aliases }) => [title.replace(/一件事$/u, ''), ...aliases.slice(0, 2)]);
  return [
    ...cards.flatMap(({ faqs }) => faqs.map(({ question }) => question)),
    ...named.map((name, index) => frames[index % frames.length]!(name)),
  ];
}

/** Few of the messages that a desk gets are unsafe; the shares are what the probabilities are calibrated to. */
const shares: Record<string, number> = { none: 0.45, spared: 0.25, injection: 0.15, harmful: 0.15 };

function featuresOf(text: string, words: TextClassifier): number[] {
  const byLabel = new Map(words.predict(text).map(({ label, p }) => [label, p]));
  const scores = words.labels.map((label) => Math.log(Math.max(byLabel.get(label) ?? 0, 1e-4)));
  return [...scores, ...unsafeCuesOf(text)];
}

/** From here on a message is turned away at once, before anything else is thought of it. */
const certain = 0.8;
/**
 * From here on it is turned away whatever it is taken for: on held-out messages (five folds) eight of ten asks and two or
 * three of a thousand complaints.
 */
const sure = 0.5;
/** From here on it is turned away unless it is clearly a question on a matter and speaks of no harm: nine of ten asks, one of a hundred complaints. */
const doubtful = 0.2;
const clearMatter = 0.8;

/** A refusal for what asks for harm or speaks to the machine in words that no rule knows; null lets the turn go on. */
export function soundsUnsafe(text: string, unsafe: TextClassifier): SingleReply | null {
  return refusalFrom(certain, text, unsafe);
}

/**
 * The same once it is known what the message would be served as. Whoever asks for a person gets one. What is outside of
 * the desk's remit (a poem, a photograph, gibberish) is declined anyway, which harms nobody however it was meant; there only
 * what surely asks for harm is told so.
 */
export function soundsUnsafeAs(
  { kind, confidence }: { kind: string; confidence: number },
  text: string,
  unsafe: TextClassifier,
): SingleReply | null {
  if (kind === 'hand_over') return null;
  if (kind === 'out_of_scope' || kind === 'chitchat') {
    const refusal = refusalFrom(sure, text, unsafe);
    return refusal === cannedReplies.unsafeRefused ? refusal : null;
  }
  const isClear = kind === 'matter' && confidence >= clearMatter && !speaksOfHarm(text);
  return refusalFrom(isClear ? sure : doubtful, text, unsafe);
}

function refusalFrom(likelihood: number, text: string, unsafe: TextClassifier): SingleReply | null {
  const of = new Map(unsafe.predict(inOwnWords(text)).map(({ label, p }) => [label, p]));
  const [injection, harmful] = [of.get('injection') ?? 0, of.get('harmful') ?? 0];
  if (injection + harmful < likelihood) return null;
  return injection > harmful ? cannedReplies.injectionRefused : cannedReplies.unsafeRefused;
}
