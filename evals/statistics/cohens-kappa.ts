/**
 * Agreement of two judges on the same cases beyond what chance would give: (pₒ − pₑ) ÷ (1 − pₑ), from J. Cohen: A Coefficient
 * of Agreement for Nominal Scales, 1960. 1 is full agreement, 0 what chance gives. Null without cases, and where both said
 * one and the same thing of every case, which leaves nothing to agree on.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const n = pairs.length;
  const agreed = pairs.filter(([one, other]) => one === other).length / n;
  const firsts = counts(pairs.map(([one]) => one));
  const seconds = counts(pairs.map(([, other]) => other));
  const byChance = [...firsts].reduce((sum, [label, count]) => sum + (count * (seconds.get(label) ?? 0)) / n ** 2, 0);
  return byChance === 1 ? null : (agreed - byChance) / (1 - byChance);
}

function counts(labels: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const label of labels) found.set(label, (found.get(label) ?? 0) + 1);
  return found;
}
