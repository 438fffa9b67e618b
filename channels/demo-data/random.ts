/** A seeded source of numbers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** From 0 up to but not 1. */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** A positive number with this mean whose logarithm is normal: most are short, some are very long. */
  skewed(mean: number): number;
}

/** Mulberry32: small, fast, good enough for data that are made up (not for secrets). */
export function createRandom(seed: string): Random {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => items[Math.floor(next() * items.length)]!,
    skewed: (mean) => mean * Math.exp(0.8 * normal(next) - 0.32),
  };
}

/** A whole number near `mean`, as many as would come on one day. */
export function countNear(mean: number, random: Random): number {
  const spread = Math.sqrt(mean) * 1.5 * (random.next() + random.next() - 1);
  const count = mean + spread;
  return Math.max(0, Math.floor(count) + (random.chance(count - Math.floor(count)) ? 1 : 0));
}

/** Picks an index in proportion to the weights; `cumulative` is what `cumulate` made of them. */
export function pickWeighted(cumulative: readonly number[], random: Random): number {
  const sought = random.next() * (cumulative.at(-1) ?? 0);
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > sought) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function cumulate(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}

/** Box and Muller. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
