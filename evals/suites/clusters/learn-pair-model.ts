import {
  type Collection,
  comparedPairs,
  createCollection,
  type LearningOptions,
  learnPairModel,
  type PairModel,
} from '../../../assistant/index.ts';
import type { ClusterMessage } from './cluster-message.ts';

type Needs = Parameters<typeof createCollection>[1];

/** What the model in use was learnt with: the best mean F1 in five-fold cross-validation over the dev half. */
export const learningOptions = { ridge: 0.0002, positiveShare: 0.2 } as const satisfies LearningOptions;

export function collectionOf(messages: readonly ClusterMessage[], needs: Needs): Collection {
  return createCollection(
    messages.map(({ id, text, at, place }) => ({ id, text, at: new Date(at), place })),
    needs,
  );
}

/** Learns the pair model from the messages of the dev half alone. */
export function learnFromDevHalf(messages: readonly ClusterMessage[], needs: Needs): PairModel {
  const dev = messages.filter(({ half }) => half === 'dev');
  return learnPairModel(labelledPairs(dev, needs), learningOptions);
}

export function labelledPairs(messages: readonly ClusterMessage[], needs: Needs) {
  return comparedPairs(collectionOf(messages, needs)).map(({ a, b, features }) => ({
    a,
    b,
    features,
    same: messages[a]!.cluster !== undefined && messages[a]!.cluster === messages[b]!.cluster,
  }));
}
