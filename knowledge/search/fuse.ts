import type { Hit } from './top-hits.ts';

export interface FusedHit extends Hit {
  ranks: { words?: number; meaning?: number };
}

/**
 * Joins two rankings into one, best first: each list's scores are divided by its best score, so that both count from 0 to
 * 1 whatever their scale, and added: the meaning's by `share` (0 to 1), the words' by the rest. An item that a list lacks gets nothing from it.
 */
export function fuse(words: readonly Hit[], meaning: readonly Hit[], share: number): FusedHit[] {
  const fused = new Map<number, FusedHit>();
  const add = (list: readonly Hit[], name: 'words' | 'meaning', weight: number) => {
    const best = list[0]?.score ?? 0;
    if (best <= 0) return;
    for (const [position, { index, score }] of list.entries()) {
      const hit = fused.get(index) ?? { index, score: 0, ranks: {} };
      hit.score += (weight * Math.max(0, score)) / best;
      hit.ranks[name] = position + 1;
      fused.set(index, hit);
    }
  };
  add(words, 'words', 1 - share);
  add(meaning, 'meaning', share);
  return [...fused.values()].sort((a, b) => b.score - a.score || a.index - b.index);
}
