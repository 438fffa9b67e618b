export interface Backoff {
  /** How long to wait before the next try, in milliseconds: each time twice as long, up to the most. */
  next(): number;
  /** It worked: the next failure begins with the first pause again. */
  reset(): void;
}

/** Pauses that grow, each drawn from between half and all of itself: a whole city must not come back at the same moment. */
export function createBackoff(firstMs: number, mostMs: number, random: () => number): Backoff {
  let failures = 0;
  return {
    next() {
      const pause = Math.min(mostMs, firstMs * 2 ** failures);
      failures += 1;
      return Math.round(pause * (0.5 + random() / 2));
    },
    reset() {
      failures = 0;
    },
  };
}
