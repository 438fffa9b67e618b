/**
 * A pure reading of one recorded case. A run is recorded once and can be read by any number of scorers, also by those
 * written later. Null abstains: there was nothing to judge, which is neither a zero nor a one.
 */
export interface Scorer<Input, Output> {
  name: string;
  score(recorded: { input: Input; output: Output }): number | null;
}

/** The mean over the cases that were judged; null when none was. */
export function meanOf(scores: readonly (number | null | undefined)[]): number | null {
  const judged = scores.filter((score) => score !== null && score !== undefined);
  return judged.length === 0 ? null : sumOf(judged) / judged.length;
}

export function sumOf(scores: readonly (number | null | undefined)[]): number {
  return scores.reduce<number>((sum, score) => sum + (score ?? 0), 0);
}
