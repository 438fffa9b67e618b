import type { Field, MatterDocument } from '../../knowledge/index.ts';
import { bigrams } from './bigrams.ts';

/**
 * The lines of a card that speak most of what a question asks, best first: the character pairs they share with it, each
 * weighted by how few lines of the card have it (inverse document frequency within the card), so that the matter's own
 * name counts for nothing.
 */
export function relevantFields(
  question: string,
  document: MatterDocument,
  { limit, scoreNeeded }: { limit: number; scoreNeeded: number },
): Field[] {
  const asked = bigrams(question);
  const lines = document.fields
    .filter(({ path }) => !/^(?:summary|lead|components|questions\/[^/]+$)/u.test(path))
    .map((field) => ({ field, pairs: bigrams(field.passage.text) }));
  const linesWith = new Map<string, number>();
  for (const { pairs } of lines) for (const pair of pairs) linesWith.set(pair, (linesWith.get(pair) ?? 0) + 1);
  const weight = (pair: string) => Math.log(lines.length / linesWith.get(pair)!);
  return lines
    .map(({ field, pairs }) => {
      const common = [...pairs].filter((pair) => asked.has(pair));
      // One rare pair alone is as likely chance as sense.
      const shared = common.length < 2 ? 0 : common.reduce((sum, pair) => sum + weight(pair), 0);
      // Long lines share more by chance; the root is the usual middle between counting and dividing by length.
      return { field, score: (shared * 4) / Math.sqrt(Math.max(16, pairs.size)) };
    })
    .filter(({ score }) => score >= scoreNeeded)
    .sort((left, right) => right.score - left.score)
    .slice(0, limit)
    .map(({ field }) => field);
}
