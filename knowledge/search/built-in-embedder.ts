import type { Embedder } from './embedder.ts';
import { normalise } from './embedder.ts';
import { isFloats, isText, packParts, partOf, unpackParts } from './packed-parts.ts';
import { createRandom } from './random-numbers.ts';
import { randomisedSvd } from './randomised-svd.ts';
import { segment } from './segment.ts';
import { toSparseMatrix } from './sparse-matrix.ts';

export interface BuiltInEmbedder extends Embedder {
  embedNow(text: string): Float32Array;
  toBytes(): Uint8Array;
}

const seed = 20_260_102;
const dimensions = 128;
/** Learnt from at most so many texts, drawn evenly: more changes the directions little and costs time in proportion. */
const maxTexts = 20_000;
/** The most widespread terms; rarer ones are left to the index of words, which is best at them. */
const maxTerms = 60_000;
/** Singular values are raised to minus this: 0 leaves frequent topics in charge, 1 makes all directions equal. */
const whitening = 0.5;
/** Rarity is raised to this: rare words say more of a topic than their logarithm, measured on three collections. */
const rarityPower = 1.5;

interface Model {
  terms: string[];
  /** By term, already raised to its power. */
  rarity: Float32Array;
  /** terms × width: where one weighted occurrence of a term moves a text. */
  directions: Float32Array;
  width: number;
}

/**
 * Learns vectors from the texts alone, with no download: latent semantic analysis (Deerwester et al., 1990), that is the
 * leading right singular vectors of the matrix of texts and terms weighted (1 + ln tf) × ln((1 + N) / n_t)^1.5, rows of length 1.
 */
export function createBuiltInEmbedder(texts: readonly string[]): BuiltInEmbedder {
  const sample = sampleOf(texts);
  const counted = sample.map(countTerms);
  const terms = chooseTerms(counted);
  const termIds = new Map(terms.map(([term], id) => [term, id]));
  const rarity = Float32Array.from(terms, ([, inTexts]) => Math.log((1 + sample.length) / inTexts) ** rarityPower);
  const rows = counted.map((counts) => weigh(counts, termIds, rarity));
  const { vectors, singularValues } = randomisedSvd(toSparseMatrix(rows, terms.length), dimensions, seed);
  const scales = Float32Array.from(singularValues, (strength) => strength ** -whitening);
  const directions = vectors.values.map((value, position) => value * scales[position % vectors.columns]!);
  return openModel({ terms: terms.map(([term]) => term), rarity, directions, width: vectors.columns });
}

/** Reads what `toBytes` wrote. */
export function readBuiltInEmbedder(bytes: Uint8Array): BuiltInEmbedder {
  const parts = unpackParts(bytes);
  const packedTerms = partOf(parts, 'terms', isText);
  const terms = packedTerms === '' ? [] : packedTerms.split('\n');
  const rarity = partOf(parts, 'rarity', isFloats);
  const directions = partOf(parts, 'directions', isFloats);
  return openModel({ terms, rarity, directions, width: terms.length === 0 ? 0 : directions.length / terms.length });
}

function openModel({ terms, rarity, directions, width }: Model): BuiltInEmbedder {
  const termIds = new Map(terms.map((term, id) => [term, id]));
  const embedNow = (text: string) => {
    const vector = new Float32Array(dimensions);
    for (const [term, weight] of weigh(countTerms(text), termIds, rarity)) {
      const start = term * width;
      for (let position = 0; position < width; position += 1)
        vector[position]! += weight * directions[start + position]!;
    }
    return normalise(vector);
  };
  return {
    name: `built-in-lsa-${dimensions}`,
    dimensions,
    embedNow,
    embed: async (texts) => texts.map(embedNow),
    toBytes: () => packParts({ terms: terms.join('\n'), rarity, directions }),
  };
}

function sampleOf(texts: readonly string[]): readonly string[] {
  if (texts.length <= maxTexts) return texts;
  const random = createRandom(seed);
  return texts.filter(() => random() < maxTexts / texts.length);
}

function countTerms(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of segment(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** Terms with the number of texts they stand in; one seen in a single text relates it to no other. */
function chooseTerms(counted: readonly ReadonlyMap<string, number>[]): [string, number][] {
  const spread = new Map<string, number>();
  for (const counts of counted) for (const term of counts.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const shared = [...spread].filter(([, inTexts]) => inTexts > 1);
  return shared.length <= maxTerms ? shared : shared.sort((a, b) => b[1] - a[1]).slice(0, maxTerms);
}

function weigh(counts: ReadonlyMap<string, number>, termIds: ReadonlyMap<string, number>, rarity: Float32Array) {
  const weights = new Map<number, number>();
  let squares = 0;
  for (const [token, count] of counts) {
    const term = termIds.get(token);
    if (term === undefined) continue;
    const weight = (1 + Math.log(count)) * rarity[term]!;
    weights.set(term, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}
