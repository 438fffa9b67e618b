import type { Emergencies } from '../../knowledge/index.ts';
import { cannedReplies } from '../canned-replies.ts';
import type { SingleReply } from '../reply.ts';
import type { DangerClassifier } from './danger-classifier.ts';

/**
 * From here on the danger is answered before anything else and nothing more is done: the likelihood at which as few
 * complaints are taken for cries for help as by the rules themselves (5 in 1,000, five folds).
 */
const sure = 0.9;
/**
 * From here on a number is said first, and the message is served all the same. On held-out messages (five folds) this and
 * the rules hear 69 % of the wordings that no rule was written for, where the rules alone hear 38 %; of a hundred complaints
 * one or two get a number that they did not need.
 */
const likelyEnough = 0.7;
/** From here on the numbers are those of the likeliest emergency instead of all. */
const kindKnown = 0.5;

/** Danger in wordings that no rule foresaw, where it is sure enough to stop at. */
export function hearDanger(text: string, dangers: DangerClassifier, { emergencies }: Emergencies): SingleReply | null {
  if (dangers.likelihoodOf(text) < sure) return null;
  const { id, p } = dangers.likeliestEmergency(text);
  const emergency = p >= kindKnown ? emergencies.find((one) => one.id === id) : undefined;
  return emergency
    ? { outcome: 'emergency', text: emergency.say, numbers: emergency.numbers }
    : cannedReplies.unnamedDanger;
}

/** The numbers to say first where a message may tell of danger. */
export function perhapsDanger(text: string, dangers: DangerClassifier): SingleReply | null {
  return dangers.likelihoodOf(text) >= likelyEnough ? cannedReplies.perhapsDanger : null;
}
