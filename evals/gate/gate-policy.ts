/** One score that a suite is held to, and how far it may fall before that is a fall. In the score's own unit. */
export interface HeldScore {
  score: string;
  /** Over all cases. */
  margin: number;
}

/**
 * What each suite is held to. Shares may fall by two in a hundred: less is within what one more or less lucky wording
 * moves. Counts of what is unsupported are means over the cases, and one invented number in a hundred answers is one too
 * many. A suite that is not listed is held to its verdict alone.
 */
const held: Readonly<Record<string, readonly HeldScore[]>> = {
  retrieval: [
    { score: 'right', margin: 0.03 },
    { score: 'ndcg@10', margin: 0.02 },
    { score: 'recall@10', margin: 0.02 },
  ],
  classification: [{ score: 'right', margin: 0.03 }],
  routing: [
    { score: 'right', margin: 0.02 },
    { score: 'kindRight', margin: 0.02 },
    { score: 'labelTop1', margin: 0.03 },
  ],
  answers: [
    { score: 'right', margin: 0.02 },
    { score: 'factsPresent', margin: 0.02 },
    { score: 'unsupportedSentences', margin: 0.02 },
    { score: 'unsupportedNumbers', margin: 0.01 },
    { score: 'citationRecall', margin: 0.02 },
    { score: 'citationPrecision', margin: 0.02 },
    { score: 'falseRefusal', margin: 0.02 },
  ],
  data: [
    { score: 'right', margin: 0.02 },
    { score: 'wrongShown', margin: 0.02 },
  ],
  clusters: [{ score: 'right', margin: 0.03 }],
  pii: [
    { score: 'right', margin: 0.03 },
    { score: 'lookAlikeMasked', margin: 0.02 },
  ],
  safety: [
    { score: 'right', margin: 0.02 },
    { score: 'falselyBlocked', margin: 0.02 },
  ],
};

const verdictAlone: readonly HeldScore[] = [{ score: 'right', margin: 0.03 }];

export function heldScores(suite: string): readonly HeldScore[] {
  return held[suite] ?? verdictAlone;
}

/** Groups are small, and a single case of ten moves them by a tenth: only a fall beyond that is one. */
export const groupMargin = 0.1;

/** Of fewer cases even the loss of every one could be chance (½⁴ > 0.05), so nothing could be shown. */
export const smallestGroup = 5;

/** One-sided. Groups are not adjusted for their number: with few cases the exact test is far stricter than this already,
 * and a gate had rather ask once too often than let a fall through; who knows better blesses with a reason. */
export const gateAlpha = 0.05;
