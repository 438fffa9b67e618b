import type { CallSummary } from '../../../channels/http/hotline-types.ts';

/** Running calls before ended ones, emergencies first, then those with the most to decide, then the newest. */
export function orderCalls(calls: readonly CallSummary[]): CallSummary[] {
  return [...calls].sort((a, b) => {
    const ranks = rankOf(a).map((rank, at) => rankOf(b)[at]! - rank);
    return ranks.find((difference) => difference !== 0) ?? 0;
  });
}

/** What an ended call still lacks does not press: it stands among the others by the time it ended. */
function rankOf({ endedAt, emergency, undecided, startedAt }: CallSummary): number[] {
  const running = endedAt === null;
  return [
    Number(running),
    Number(running && emergency),
    running ? undecided : 0,
    new Date(endedAt ?? startedAt).getTime(),
  ];
}
