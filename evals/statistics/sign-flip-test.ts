import { seededRandom } from '../seeded-random.ts';

/** p of a change in either direction, and of a change for the worse alone. */
export interface SignFlipResult {
  twoSided: number;
  worse: number;
  exact: boolean;
}

/** 2¹⁶ sign patterns are counted in milliseconds; beyond that patterns are drawn. */
const countedAtMost = 16;

/**
 * The randomisation test of paired differences (R. A. Fisher: The Design of Experiments, 1935, section 21): if nothing had
 * changed, each difference could as well have had the other sign. Counts all sign patterns where few cases differ, and
 * otherwise draws some with a seed, where the pattern seen counts as one of them so that p is never 0 (Phipson and Smyth:
 * Permutation P-values Should Never Be Zero, 2010).
 *
 * @param differences candidate minus baseline; one a cluster where cases hang together
 */
export function signFlipTest(differences: readonly number[], { draws = 10_000, seed = 1 } = {}): SignFlipResult {
  const changed = differences.filter((difference) => difference !== 0);
  const seen = changed.reduce((sum, difference) => sum + difference, 0);
  if (changed.length <= countedAtMost) return share(allSums(changed), seen, 0);
  return share(drawnSums(changed, draws, seededRandom(seed)), seen, 1);
}

/** Sums that differ only by the rounding of floating point count as equal. */
function share(sums: Float64Array, seen: number, added: number): SignFlipResult {
  const slack = 1e-9 * Math.max(1, Math.abs(seen));
  let beyond = added;
  let below = added;
  for (const sum of sums) {
    if (Math.abs(sum) >= Math.abs(seen) - slack) beyond += 1;
    if (sum <= seen + slack) below += 1;
  }
  const total = sums.length + added;
  return { twoSided: beyond / total, worse: below / total, exact: added === 0 };
}

function allSums(changed: readonly number[]): Float64Array {
  let sums = Float64Array.of(0);
  for (const difference of changed) {
    const size = Math.abs(difference);
    const next = new Float64Array(sums.length * 2);
    next.set(sums.map((sum) => sum + size));
    next.set(
      sums.map((sum) => sum - size),
      sums.length,
    );
    sums = next;
  }
  return sums;
}

function drawnSums(changed: readonly number[], draws: number, random: () => number): Float64Array {
  return Float64Array.from({ length: draws }, () =>
    changed.reduce((sum, difference) => sum + (random() < 0.5 ? difference : -difference), 0),
  );
}
