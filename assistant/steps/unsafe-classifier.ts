import type { Knowledge } from '../../knowledge/index.ts';
import { cannedReplies } from '../canned-replies.ts';
import type { SingleReply } from '../reply.ts';
import { type LabelledText, type TextClassifier, trainTextClassifier } from '../tickets/classify-text.ts';
import { learnCombination, type Observation } from './combine-evidence.ts';
import { unsafeCuesOf } from './unsafe-cues.ts';

/** What a message asks for, as far as safety goes. */
export type AskKind = 'injection' | 'harmful' | 'spared' | 'none';

const wordOptions = { cost: 1, epochs: 5, temperature: 1 };
const folds = 2;

/**
 * Learns which messages ask for harm or speak to the machine. Two kinds of evidence are weighed, as for the kinds of
 * requests: the words, by a classifier of character grams, and cues of what is asked for and by whom. How to weigh them
 * is learnt from messages that the words were not learnt from.
 */
export function trainUnsafeClassifier({ catalogue }: Knowledge): TextClassifier {
  const { asks, examples, routing, dangers } = catalogue;
  const messages: LabelledText[] = [
    // What only sounds unsafe is a kind of its own: few as they are, these must be told apart as surely as the rest.
    ...asks.map(({ ask, text }) => ({ label: ask === 'none' ? 'spared' : ask, text })),
    ...[...examples, ...routing, ...dangers].map(({ text }) => ({ label: 'none', text })),
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
  const combine = learnCombination(
    observations,
    words.labels.map((label) => shares[label] ?? 0),
  );
  return {
    ...words,
    predict: (text) => {
      const probabilities = combine(featuresOf(text, words));
      return words.labels.map((label, at) => ({ label, p: probabilities[at]! })).sort((a, b) => b.p - a.p);
    },
  };
}

/** Few of the messages that a desk gets are unsafe; the shares are what the probabilities are calibrated to. */
const shares: Record<string, number> = { none: 0.45, spared: 0.25, injection: 0.15, harmful: 0.15 };

function featuresOf(text: string, words: TextClassifier): number[] {
  const byLabel = new Map(words.predict(text).map(({ label, p }) => [label, p]));
  const scores = words.labels.map((label) => Math.log(Math.max(byLabel.get(label) ?? 0, 1e-4)));
  return [...scores, ...unsafeCuesOf(text)];
}

/**
 * The likelihood from which a message is turned away. On held-out messages (five folds) it turns away nine of ten asks and
 * one or two of a hundred complaints; most of what slips through finds no document and files no ticket either.
 */
const likelyEnough = 0.15;

/** A refusal for what asks for harm or speaks to the machine in words that no rule knows; null lets the turn go on. */
export function soundsUnsafe(text: string, unsafe: TextClassifier): SingleReply | null {
  const of = new Map(unsafe.predict(text).map(({ label, p }) => [label, p]));
  const [injection, harmful] = [of.get('injection') ?? 0, of.get('harmful') ?? 0];
  if (injection + harmful < likelyEnough) return null;
  return injection > harmful ? cannedReplies.injectionRefused : cannedReplies.unsafeRefused;
}
