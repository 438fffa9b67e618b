/** Two messages nobody compared are taken to be about different things with this probability. */
const unseen = 0.02;

export interface ClusterOptions {
  /** Groups join while their members are, on average over all pairs between them, at least so likely the same. */
  threshold: number;
  /** Whether two messages can not be about one place; groups with such a pair between them never join. */
  apart?: (a: number, b: number) => boolean;
}

/**
 * Average-link agglomeration over the pairs that were compared: the average over all pairs between two groups decides,
 * so that a chain of look-alikes does not run away with them. Gives each message the position of its group.
 *
 * @param pairs compared pairs with their probabilities; the rest count as `unseen`
 */
export function clusterMessages(
  size: number,
  pairs: readonly { a: number; b: number; p: number }[],
  { threshold, apart = () => false }: ClusterOptions,
): number[] {
  const groupOf = Array.from({ length: size }, (_, index) => index);
  const members = new Map(groupOf.map((group) => [group, [group]]));
  const links = new Map<number, Map<number, Link>>(groupOf.map((group) => [group, new Map()]));
  for (const { a, b, p } of pairs) {
    links.get(a)!.set(b, { sum: p, compared: 1 });
    links.get(b)!.set(a, { sum: p, compared: 1 });
  }
  const average = (a: number, b: number, { sum, compared }: Link) => {
    const all = members.get(a)!.length * members.get(b)!.length;
    const p = (sum + (all - compared) * unseen) / all;
    return p < threshold || !areApart(members.get(a)!, members.get(b)!) ? p : 0;
  };
  // The best partner of each group, found anew only for groups whose links changed.
  const best = new Map<number, { with: number; p: number }>();
  const findBest = (group: number) => {
    let found = { with: -1, p: 0 };
    for (const [other, link] of links.get(group)!) {
      const p = average(group, other, link);
      if (p > found.p) found = { with: other, p };
    }
    best.set(group, found);
  };
  for (const group of members.keys()) findBest(group);
  for (;;) {
    let [from, next] = [-1, { with: -1, p: 0 }];
    for (const [group, candidate] of best) if (candidate.p > next.p) [from, next] = [group, candidate];
    if (next.p < threshold) break;
    join(from, next.with);
  }
  for (const [group, own] of members) for (const member of own) groupOf[member] = group;
  return groupOf;

  function areApart(ours: readonly number[], theirs: readonly number[]): boolean {
    return ours.some((a) => theirs.some((b) => apart(a, b)));
  }

  function join(into: number, other: number): void {
    members.get(into)!.push(...members.get(other)!);
    members.delete(other);
    best.delete(other);
    const ours = links.get(into)!;
    ours.delete(other);
    for (const [third, link] of links.get(other)!) {
      links.get(third)!.delete(other);
      if (third === into) continue;
      const known = ours.get(third);
      const joined = known ? { sum: known.sum + link.sum, compared: known.compared + link.compared } : link;
      ours.set(third, joined);
      links.get(third)!.set(into, joined);
    }
    links.delete(other);
    for (const third of ours.keys()) findBest(third);
    findBest(into);
  }
}

interface Link {
  sum: number;
  compared: number;
}
