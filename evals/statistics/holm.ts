/**
 * p-values adjusted for having looked at several of them, in the order given (S. Holm: A Simple Sequentially Rejective
 * Multiple Test Procedure, Scandinavian Journal of Statistics 6, 1979): the smallest times m, the next times m − 1, …,
 * never smaller than the one before and never over 1.
 */
export function holmAdjusted(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let largest = 0;
  const ascending = ps.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p);
  for (const [rank, { p, at }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ps.length - rank)));
    adjusted[at] = largest;
  }
  return adjusted;
}
