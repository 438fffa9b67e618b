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
  const ids = [...new Set(wordings.map(({ id }) => id))];
  const idOf = Uint32Array.from(wordings, ({ id }) => ids.indexOf(id));
  const postings = toPostings(gramsOfAll.map((grams) => weighted(grams, weightOf)));

  return (text, except) => {
    const cosines = new Float64Array(wordings.length);
    for (const [gram, weight] of weighted(gramsOf(text), weightOf)) {
      const posting = postings.get(gram);
      if (posting) addTo(cosines, weight, posting);
    }
    // The best, second and third of each id, three numbers side by side: every turn asks, and there are thousands.
    const best = new Float64Array(ids.length * shares.length);
    for (let wording = 0; wording < cosines.length; wording++) {
      const cosine = cosines[wording]!;
      if (cosine > 0 && (except === undefined || wordings[wording]!.text !== except))
        insert(best, idOf[wording]! * shares.length, cosine);
    }
    return new Map(ids.flatMap((id, at) => (best[at * shares.length]! > 0 ? [[id, nearness(best, at)]] : [])));
  };
}

/** Which wordings have a gram, and how much it weighs in each. */
interface Posting {
  wordings: Uint32Array;
  weights: Float64Array;
}

function toPostings(weightedOfAll: readonly (readonly [string, number][])[]): Map<string, Posting> {
  const lists = new Map<string, { wordings: number[]; weights: number[] }>();
  for (const [wording, grams] of weightedOfAll.entries())
    for (const [gram, weight] of grams) {
      const list = lists.get(gram) ?? { wordings: [], weights: [] };
      lists.set(gram, list);
      list.wordings.push(wording);
      list.weights.push(weight);
    }
  const packed = [...lists].map(([gram, { wordings, weights }]): [string, Posting] => [
    gram,
    { wordings: Uint32Array.from(wordings), weights: Float64Array.from(weights) },
  ]);
  return new Map(packed);
}

function addTo(cosines: Float64Array, weight: number, { wordings, weights }: Posting): void {
  for (let at = 0; at < wordings.length; at++) {
    const wording = wordings[at]!;
    cosines[wording] = cosines[wording]! + weight * weights[at]!;
  }
}

/** Keeps the largest, in descending order, in as many places from `start` as there are shares. */
function insert(best: Float64Array, start: number, value: number): void {
  let next = value;
  for (let at = start; at < start + shares.length; at++) {
    const held = best[at]!;
    if (next <= held) continue;
    best[at] = next;
    next = held;
  }
}

function nearness(best: Float64Array, id: number): number {
  return shares.reduce((sum, share, rank) => sum + share * best[id * shares.length + rank]!, 0);
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
