export interface Allowance {
  /** At once. */
  burst: number;
  perMinute: number;
}

export interface TokenBuckets {
  /** Takes one; null when there was one, otherwise the whole seconds until there is one again. */
  take(key: string): number | null;
  /** Keys that are not full; the others need no memory. */
  readonly size: number;
}

interface Bucket {
  left: number;
  at: number;
}

// A look at all buckets for each so many takes keeps the cost of forgetting small and the memory bounded.
const forgetEvery = 1000;

/** How often each of many may do something: so many at once, then at a steady pace. In memory, of this process. */
export function createTokenBuckets({ burst, perMinute }: Allowance, now: () => number): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  let taken = 0;
  const filled = ({ left, at }: Bucket, moment: number) => Math.min(burst, left + Math.max(0, moment - at) * perMs);

  function forgetFull(moment: number): void {
    for (const [key, bucket] of buckets) if (filled(bucket, moment) >= burst) buckets.delete(key);
  }

  return {
    take(key) {
      const moment = now();
      taken += 1;
      if (taken % forgetEvery === 0) forgetFull(moment);
      const known = buckets.get(key);
      const left = known ? filled(known, moment) : burst;
      if (left < 1) return Math.ceil((1 - left) / perMs / 1000);
      buckets.set(key, { left: left - 1, at: moment });
      return null;
    },
    get size() {
      return buckets.size;
    },
  };
}
