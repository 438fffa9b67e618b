/** A message with the ids of the others of its true case, and of the others it was put together with. */
export interface ClusteredMessage {
  id: string;
  mates: readonly string[];
  proposed: readonly string[];
}

/**
 * Precision and recall over pairs of messages: of the pairs put together, those that belong together, and of those that
 * belong together, those put together. Null where there is no such pair.
 */
export function pairScores(messages: readonly ClusteredMessage[]): {
  pairPrecision: number | null;
  pairRecall: number | null;
} {
  let right = 0;
  let proposed = 0;
  let gold = 0;
  for (const message of messages) {
    const mates = new Set(message.mates);
    right += message.proposed.filter((id) => mates.has(id)).length;
    proposed += message.proposed.length;
    gold += message.mates.length;
  }
  return { pairPrecision: proposed === 0 ? null : right / proposed, pairRecall: gold === 0 ? null : right / gold };
}

/**
 * The mean, over the true cases of two messages and more, of the F1 of the proposed group that fits each best. A message
 * that stands alone is no case; put into a group it costs that group's precision. Null where there is no case.
 */
export function bestClusterF1(messages: readonly ClusteredMessage[]): number | null {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const seen = new Set<string>();
  const scores: number[] = [];
  for (const { id, mates } of messages) {
    if (mates.length === 0 || seen.has(id)) continue;
    const gold = new Set([id, ...mates]);
    for (const member of gold) seen.add(member);
    const fits = [...gold].map((member) => {
      const group = [member, ...(byId.get(member)?.proposed ?? [])];
      const hits = group.filter((one) => gold.has(one)).length;
      return (2 * hits) / (group.length + gold.size);
    });
    scores.push(Math.max(...fits));
  }
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
