/** Parts of words as numbers: two or three neighbouring characters, which fit a double exactly. */
export type GramCode = number;

export interface Grams {
  /** Ascending, each once. */
  codes: Float64Array;
  /** Of the same length; the squares sum to 1. */
  weights: Float32Array;
}

/** How widespread the parts of words are: over ordinary complaints, and over the messages that are compared. */
export interface CollectionWords {
  /** Counts a text once for each part that is in it. */
  add(codes: Iterable<GramCode>): void;
  /** Natural logarithm of how rare a part is; at most `ceiling`. */
  rarity(code: GramCode): number;
  /** The rarity of a part that no text has. */
  readonly ceiling: number;
}

/** Starts from `background` texts, so that 「请有关部门处理」 is known to say nothing in the smallest collection. */
export function createCollectionWords(background: Iterable<string>): CollectionWords {
  const spread = new Map<GramCode, number>();
  let texts = 0;
  const add = (codes: Iterable<GramCode>) => {
    texts += 1;
    for (const code of codes) spread.set(code, (spread.get(code) ?? 0) + 1);
  };
  for (const text of background) {
    const clean = cleaned(text);
    add(new Set([...gramCodes(clean, 2), ...gramCodes(clean, 3)]));
  }
  return {
    add,
    rarity: (code) => Math.log((texts + 1) / ((spread.get(code) ?? 0) + 0.5)),
    get ceiling() {
      return Math.log((texts + 1) / 0.5);
    },
  };
}

/** Letters, digits and Han only, width and case folded; everything else separates. */
export function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The neighbours of `size` characters in order, none across a separator. */
export function gramCodes(clean: string, size: 2 | 3): GramCode[] {
  const codes: GramCode[] = [];
  let run = 0;
  for (let at = 0; at < clean.length; at++) {
    run = clean.charCodeAt(at) === 32 ? 0 : run + 1;
    if (run < size) continue;
    let code = 0;
    for (let back = size - 1; back >= 0; back--) code = code * 65_536 + clean.charCodeAt(at - back);
    codes.push(code);
  }
  return codes;
}

/** The parts weighted by (1 + ln count) × rarity^power, of length 1. */
export function weighGrams(codes: readonly GramCode[], words: CollectionWords, power: number): Grams {
  const counts = new Map<GramCode, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const sorted = Float64Array.from(counts.keys()).sort();
  const weights = Float32Array.from(
    sorted,
    (code) => (1 + Math.log(counts.get(code)!)) * Math.max(0, words.rarity(code)) ** power,
  );
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { codes: sorted, weights: weights.map((weight) => weight / length) };
}

/** The cosine of two weighted lists: one walk over both. */
export function cosine(a: Grams, b: Grams): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.codes.length && j < b.codes.length; ) {
    const difference = a.codes[i]! - b.codes[j]!;
    if (difference === 0) sum += a.weights[i++]! * b.weights[j++]!;
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}
