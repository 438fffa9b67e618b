import { findEmergencies, type Knowledge } from '../../knowledge/index.ts';
import { type Memory, noMemory } from '../learnt/memory.ts';
import { type LabelledText, type TextClassifier, toClassifier, trainTextClassifier } from '../tickets/classify-text.ts';
import { combinationOf, learnEvidenceWeights, type Observation } from './combine-evidence.ts';
import { dangerCuesOf } from './danger-cues.ts';

/** What was learnt of how danger sounds, for wordings that no rule of the emergency guard foresaw. */
export interface DangerClassifier {
  /** How likely somebody is in danger now, 0 to 1. */
  likelihoodOf(text: string): number;
  /** The id of the emergency that a message in danger is likeliest about, and how likely that is among them. */
  likeliestEmergency(text: string): { id: string; p: number };
}

const wordOptions = { cost: 1, epochs: 5, temperature: 1 };
const folds = 2;

/**
 * Two kinds of evidence are weighed, as for unsafe asks: the words, by a classifier of character grams, and cues of what
 * happens, to whom and when. How to weigh them is learnt from messages that the words were not learnt from. Where the danger
 * is sure, a second classifier of the cries for help alone says which emergency it is.
 */
export function trainDangerClassifier({ catalogue }: Knowledge, memory: Memory = noMemory): DangerClassifier {
  const learnt = memory.recall('dangers', () => learnDangers(catalogue));
  const [words, kinds] = [toClassifier(learnt.words), toClassifier(learnt.kinds)];
  const combine = combinationOf(learnt.weights);
  return {
    likelihoodOf: (text) => combine(featuresOf(text, words))[1]!,
    likeliestEmergency: (text) => {
      const { label, p } = kinds.predict(text)[0]!;
      return { id: label, p };
    },
  };
}

function learnDangers(catalogue: Corpus) {
  const messages = messagesOf(catalogue);
  const words = trainTextClassifier(messages, wordOptions);
  const observations = Array.from({ length: folds }).flatMap((_, fold) => {
    const others = trainTextClassifier(
      messages.filter((_, at) => at % folds !== fold),
      wordOptions,
    );
    return messages
      .filter((_, at) => at % folds === fold)
      .map(({ text, label }): Observation => ({ features: featuresOf(text, others), kind: label === 'now' ? 1 : 0 }));
  });
  const kinds = trainTextClassifier(criesOf(catalogue), { cost: 1 });
  return {
    words: words.toJSON(),
    kinds: kinds.toJSON(),
    weights: learnEvidenceWeights(observations, [0.85, 0.15]),
  };
}

type Corpus = Knowledge['catalogue'];

function messagesOf({ dangers, dangerWordings, examples, routing, emergencies }: Corpus): LabelledText[] {
  // A few of the complaints do tell of danger, and the guard answers them as such: they teach nothing here.
  const calm = examples.filter(({ text }) => findEmergencies(text, emergencies).length === 0);
  return [
    ...dangers.map(({ danger, text }) => ({ label: danger, text })),
    ...dangerWordings.map(({ emergency, text }) => ({ label: emergency === 'none' ? 'none' : 'now', text })),
    ...[...calm, ...routing].map(({ text }) => ({ label: 'none', text })),
  ];
}

/** Cries for help with the emergency they are: as written down, or as the rules know them. */
function criesOf({ dangers, dangerWordings, emergencies }: Corpus): LabelledText[] {
  const known = dangers.flatMap(({ danger, text }) => {
    const [found] = danger === 'now' ? findEmergencies(text, emergencies) : [];
    return found ? [{ label: found.emergency.id, text }] : [];
  });
  const told = dangerWordings.flatMap(({ emergency, text }) =>
    emergency === 'none' ? [] : [{ label: emergency, text }],
  );
  return [...known, ...told];
}

function featuresOf(text: string, words: TextClassifier): number[] {
  const now = words.predict(text).find(({ label }) => label === 'now')?.p ?? 0;
  const held = Math.min(Math.max(now, 1e-4), 1 - 1e-4);
  return [Math.log(held), Math.log(1 - held), ...dangerCuesOf(text)];
}
