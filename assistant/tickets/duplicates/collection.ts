import type { Catalogue } from '../../../knowledge/index.ts';
import { createBuiltInEmbedder } from '../../../knowledge/index.ts';
import type { ComplaintClassifier } from '../category.ts';
import { clusterMessages } from './cluster-messages.ts';
import { cleaned, createCollectionWords, gramCodes } from './collection-words.ts';
import { type ComparedMessage, countedParts, type MessageTraits, readTraits } from './message-traits.ts';
import { isElsewhere, type PairFeatures, pairFeatures } from './pair-features.ts';
import { judgePair, type PairModel, type PairVerdict } from './pair-model.ts';
import { learntPairModel } from './pair-weights.ts';
import { createCandidateIndex } from './similarity-index.ts';

/** What comparing needs beside the messages: read and learnt once for every collection of a process. */
export interface ComparingNeeds {
  catalogue: Catalogue;
  classifier: ComplaintClassifier;
}

/** A message of the collection with what was found of it beside another. */
export interface Likeness extends PairVerdict {
  traits: MessageTraits;
}

/** Messages to be compared with each other; grows as messages come. */
export interface Collection {
  readonly traits: readonly MessageTraits[];
  add(message: ComparedMessage): MessageTraits;
  /** The likeliest companions of a message, best first, itself left out; it need not be in the collection. */
  similarTo(traits: MessageTraits, limit: number, accept?: (traits: MessageTraits) => boolean): Likeness[];
  read(message: ComparedMessage): MessageTraits;
}

/** So many messages that share rare words are looked at closely for each one: more brought no new pair of a case. */
const looked = 60;

/**
 * Joined groups are, pair for pair, at least so likely about one case: where recall begins to fall faster than precision
 * rises in cross-validation over the authored dev half (see the README of the data set).
 */
export const sameCase = 0.5;

/** Opens a collection over `messages`; the words of all are counted before the first is read. */
export function createCollection(
  messages: readonly ComparedMessage[],
  { catalogue, classifier }: ComparingNeeds,
  model: PairModel = learntPairModel,
): Collection {
  const background = backgroundOf(catalogue);
  const words = createCollectionWords(background.complaints);
  for (const { text } of messages) words.add(countedParts(text));
  const index = createCandidateIndex(words);
  const needs = {
    words,
    divisions: catalogue.divisions,
    categoriesOf: (text: string) => classifier.classify(text).alternatives,
    embed: background.embed,
  };
  const traits: MessageTraits[] = [];
  const take = (message: ComparedMessage) => {
    const read = readTraits(message, needs);
    traits.push(read);
    index.add(partsOf(read));
    return read;
  };
  for (const message of messages) take(message);
  return {
    traits,
    read: (message) => readTraits(message, needs),
    add(message) {
      words.add(countedParts(message.text));
      return take(message);
    },
    similarTo(asked, limit, accept = () => true) {
      return index
        .candidates(partsOf(asked), looked)
        .map((position) => traits[position]!)
        .filter((other) => other.id !== asked.id && accept(other))
        .map((other) => ({ traits: other, ...judgePair(model, pairFeatures(asked, other)) }))
        .sort((a, b) => b.same - a.same)
        .slice(0, limit);
    },
  };
}

/** Every pair of the collection that shares rare words, with its features: what the model learns from. */
export function comparedPairs({ traits }: Collection): { a: number; b: number; features: PairFeatures }[] {
  const words = createCollectionWords([]);
  for (const { text } of traits) words.add(countedParts(text));
  const index = createCandidateIndex(words);
  for (const one of traits) index.add(partsOf(one));
  const seen = new Set<number>();
  return traits.flatMap((one, position) =>
    index.candidates(partsOf(one), looked).flatMap((other) => {
      const [a, b] = position < other ? [position, other] : [other, position];
      const key = a * traits.length + b;
      if (a === b || seen.has(key)) return [];
      seen.add(key);
      return [{ a, b, features: pairFeatures(traits[a]!, traits[b]!) }];
    }),
  );
}

/** The groups of a whole collection: a group's number for each message, in their order. */
export function groupsOf(
  collection: Collection,
  { model = learntPairModel, threshold = sameCase }: { model?: PairModel; threshold?: number } = {},
): number[] {
  const { traits } = collection;
  const pairs = comparedPairs(collection).map(({ a, b, features }) => ({ a, b, p: judgePair(model, features).same }));
  return clusterMessages(traits.length, pairs, { threshold, apart: (a, b) => areElsewhere(traits[a]!, traits[b]!) });
}

/** Two districts are said, and they are not one. */
export function areElsewhere({ district: ours }: MessageTraits, { district: theirs }: MessageTraits): boolean {
  return ours !== null && theirs !== null && isElsewhere(ours, theirs);
}

function partsOf({ text }: MessageTraits): Set<number> {
  return new Set(gramCodes(text, 2));
}

interface Background {
  complaints: string[];
  embed: (text: string) => Float32Array;
}

const known = new WeakMap<Catalogue, Background>();

/** Ordinary complaints: what is said in many of them says little, and their words lie near in meaning. */
function backgroundOf(catalogue: Catalogue): Background {
  const found = known.get(catalogue);
  if (found) return found;
  const complaints = catalogue.examples.map(({ text }) => text);
  const categories = catalogue.taxonomy.categories.map(({ name, examples, saidAs }) =>
    [name, ...examples, ...saidAs].join('，'),
  );
  const { embedNow } = createBuiltInEmbedder([...complaints, ...categories].map(cleaned));
  const background = { complaints, embed: embedNow };
  known.set(catalogue, background);
  return background;
}
