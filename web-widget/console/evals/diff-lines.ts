export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Lines that one text has and the other has not, in order, by their longest common subsequence. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const common = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    if (at < before.length && to < after.length && before[at] === after[to]) {
      lines.push({ kind: 'same', text: before[at]! });
      at += 1;
      to += 1;
    } else if (to >= after.length || (at < before.length && common[at + 1]![to]! >= common[at]![to + 1]!)) {
      lines.push({ kind: 'removed', text: before[at]! });
      at += 1;
    } else {
      lines.push({ kind: 'added', text: after[to]! });
      to += 1;
    }
  }
  return lines;
}

/** `[i][j]`: how many lines the rests from i and j have in common. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => Array<number>(after.length + 1).fill(0));
  for (let at = before.length - 1; at >= 0; at -= 1)
    for (let to = after.length - 1; to >= 0; to -= 1)
      lengths[at]![to] =
        before[at] === after[to]
          ? lengths[at + 1]![to + 1]! + 1
          : Math.max(lengths[at + 1]![to]!, lengths[at]![to + 1]!);
  return lengths;
}

/** A recorded output as lines to compare: every value with where it stands, what differs from run to run by nature left out. */
export function toLines(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => toLines(one, `${path}[${index + 1}]`));
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .filter(([name]) => name !== 'elapsedMs')
      .flatMap(([name, one]) => toLines(one, path ? `${path}.${name}` : name));
  return String(value)
    .split('\n')
    .map((line) => `${path}：${line}`);
}
