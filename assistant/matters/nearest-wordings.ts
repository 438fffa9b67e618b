/** A way to speak of the thing with this id. */
export interface Wording {
  id: string;
  text: string;
}

/**
 * How near a text is to the wordings of each id: 0 has nothing in common, 1 says the same. Only ids with anything in
 * common are there. A wording equal to `except` is left out, so that a known text can be asked about as if it were new.
 */
export type NearestWordings = (text: string, except?: string) => Map<string, number>;

/** The second and third nearest wordings of an id confirm the nearest, each for less. */
const shares = [0.6, 0.25, 0.15];

/**
 * Compares by the cosine of characters and character pairs, the rare ones weighing more (TF-IDF over the wordings).
 * Single characters stand in for pairs that a typo or a word in between has broken.
 */
export function createNearestWordings(wordings: readonly Wording[]): NearestWordings {
  const gramsOfAll = wordings.map(({ text }) => gramsOf(text));
  const weightOf = rarity(gramsOfAll);
  const postings = new Map<string, { wording: number; weight: number }[]>();
  for (const [wording, grams] of gramsOfAll.entries())
    for (const [gram, weight] of weighted(grams, weightOf)) {
      const list = postings.get(gram);
      if (list) list.push({ wording, weight });
      else postings.set(gram, [{ wording, weight }]);
    }

  return (text, except) => {
    const cosines = new Float64Array(wordings.length);
    for (const [gram, weight] of weighted(gramsOf(text), weightOf))
      for (const posting of postings.get(gram) ?? []) cosines[posting.wording]! += weight * posting.weight;
    const byId = new Map<string, number[]>();
    for (const [index, cosine] of cosines.entries()) {
      const { id, text: wording } = wordings[index]!;
      if (cosine > 0 && wording !== except) byId.set(id, [...(byId.get(id) ?? []), cosine]);
    }
    return new Map([...byId].map(([id, found]) => [id, nearness(found)]));
  };
}

function nearness(cosines: number[]): number {
  const best = cosines.sort((left, right) => right - left);
  return shares.reduce((sum, share, rank) => sum + share * (best[rank] ?? 0), 0);
}

function gramsOf(text: string): Set<string> {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
  const grams = new Set<string>(bare);
  for (let at = 0; at + 1 < bare.length; at++) grams.add(bare.slice(at, at + 2));
  return grams;
}

/** idf = ln((1 + n) / (1 + df)); a gram that no wording has says as much as one that a single wording has. */
function rarity(gramsOfAll: readonly Set<string>[]): (gram: string) => number {
  const documentFrequency = new Map<string, number>();
  for (const grams of gramsOfAll)
    for (const gram of grams) documentFrequency.set(gram, (documentFrequency.get(gram) ?? 0) + 1);
  return (gram) => Math.log((1 + gramsOfAll.length) / (1 + (documentFrequency.get(gram) ?? 1)));
}

/** Unit length; a single character weighs half as much as a pair of the same rarity. */
function weighted(grams: Set<string>, weightOf: (gram: string) => number): [string, number][] {
  const weights = [...grams].map((gram): [string, number] => [gram, weightOf(gram) * (gram.length === 1 ? 0.5 : 1)]);
  const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weights.map(([gram, weight]) => [gram, weight / norm]);
}
