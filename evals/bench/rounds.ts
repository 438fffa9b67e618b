export interface BenchOptions {
  /** How many texts. */
  size: number;
  rounds: number;
  seed?: number;
  /** Called after each round. */
  onProgress?: (done: number) => void;
}

/** What one contender took in one round; names carry their unit. */
export type Measured = Record<string, number>;

/**
 * Lets the product and its peer do the same work in turn, round after round, so that a busy machine slows both. Gives
 * the median of each measure, and of the ratios within a round: peer divided by own.
 */
export function measureRounds(
  { rounds, onProgress }: Pick<BenchOptions, 'rounds' | 'onProgress'>,
  contenders: { own: () => Measured; peer: () => Measured },
): { own: Measured; peer: Measured; ratios: Measured } {
  const done: { own: Measured; peer: Measured; ratios: Measured }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const [own, peer] = [contenders.own(), contenders.peer()];
    const ratios = Object.fromEntries(Object.keys(own).map((name) => [name, peer[name]! / own[name]!]));
    done.push({ own, peer, ratios });
    onProgress?.(round);
  }
  const medians = (of: 'own' | 'peer' | 'ratios') =>
    Object.fromEntries(
      Object.keys(done[0]?.[of] ?? {}).map((name) => [name, median(done.map((one) => one[of][name]!))]),
    );
  return { own: medians('own'), peer: medians('peer'), ratios: medians('ratios') };
}

/** What the work took, in milliseconds, and what came of it. */
export function timed<T>(work: () => T): { ms: number; made: T } {
  const startedAt = performance.now();
  const made = work();
  return { ms: performance.now() - startedAt, made };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
