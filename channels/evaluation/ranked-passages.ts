import { z } from 'zod';

export interface RankedPassage {
  id: string;
  title: string | null;
  /** Grade of relevance, where the data says it. */
  relevant: number | null;
}

const Judged = z.object({ relevant: z.record(z.string(), z.number()).default({}) });
const Ranked = z.union([
  z.object({ hybrid: z.object({ ranked: z.array(z.string()) }) }).transform(({ hybrid }) => hybrid.ranked),
  z.object({ trace: z.object({ passages: z.array(z.string()) }) }).transform(({ trace }) => trace.passages),
]);

/** What a recorded case looked at, the best first; empty where nothing was searched. */
export function rankedPassages(
  { input, output }: { input: unknown; output: unknown },
  titleOf: (docId: string) => string | null,
): RankedPassage[] {
  const ranked = Ranked.safeParse(output).data ?? [];
  const { relevant } = Judged.safeParse(input).data ?? { relevant: {} };
  const isJudged = Object.keys(relevant).length > 0;
  return ranked.map((id) => ({
    id,
    // A passage is named after its document and the field it is of: `matter/id-card@2025-01-01#materials.1`.
    title: titleOf(id) ?? titleOf(id.split('#')[0]!),
    relevant: isJudged ? (relevant[id] ?? 0) : null,
  }));
}
