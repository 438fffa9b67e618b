import { createHash } from 'node:crypto';
import type { Outcome, Trace } from '../../assistant/index.ts';
import type { ReviewReason } from './review-content.ts';

export interface ReviewRules {
  /** Of the turns that nothing else brings into the queue, this share is drawn by chance, 0 to 1. */
  sampleShare: number;
  /** A route that was taken with less confidence than this is looked at, 0 to 1. */
  confidenceBelow: number;
}

const refusals: readonly Outcome[] = ['refused', 'not_in_scope', 'nothing_found'];

/** Why a turn should be looked at; empty when it need not be. */
export function reasonsOfTurn(
  turn: { messageId: string; outcomes: readonly Outcome[]; trace: Trace | null; thumbDown: boolean },
  { sampleShare, confidenceBelow }: ReviewRules,
): ReviewReason[] {
  const ended = (...outcomes: readonly Outcome[]) => turn.outcomes.some((outcome) => outcomes.includes(outcome));
  const confidence = turn.trace?.route?.confidence ?? 1;
  const reasons: ReviewReason[] = [
    ...(turn.thumbDown ? (['thumb_down'] as const) : []),
    ...(ended('failed') ? (['failed'] as const) : []),
    ...(ended('handed_over') ? (['handed_over'] as const) : []),
    ...(ended(...refusals) ? (['refusal'] as const) : []),
    ...(confidence < confidenceBelow ? (['low_confidence'] as const) : []),
  ];
  return reasons.length > 0 || !isDrawn(turn.messageId, sampleShare) ? reasons : ['random_sample'];
}

/** Chance by the message's id, itself random: a job that runs twice draws the same, and no reply can ask to be left out. */
export function isDrawn(messageId: string, share: number): boolean {
  return createHash('sha256').update(messageId).digest().readUInt32BE(0) / 2 ** 32 < share;
}
