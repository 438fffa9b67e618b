import { setTimeout as pause } from 'node:timers/promises';
import { openCallLine } from '../socket/call-line.ts';
import { callText } from './call-texts.ts';

export interface CallLoad {
  calls: number;
  seconds: number;
  /** `<id>.<secret>` of a key for the hotline. */
  key: string;
  /** Connections that the calls are spread over; a call centre has a few. */
  lines: number;
  onTaken?: (count: number) => void;
}

export interface CallLoadResult {
  calls: number;
  seconds: number;
  utterances: number;
  failed: number;
  perSecond: number;
  /** From sending an utterance to its suggestions, in milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** People speak, and pause: an utterance of a call every 2 to 4 seconds. */
const shortestPauseMs = 2000;
const longestPauseMs = 4000;

/** So many calls at the same time for so long; every utterance is timed until its suggestions are acknowledged. */
export async function callMany(
  address: string,
  { calls, seconds, key, lines, onTaken }: CallLoad,
): Promise<CallLoadResult> {
  const streams = await Promise.all(Array.from({ length: lines }, () => openCallLine(address, { key })));
  const times: number[] = [];
  let failed = 0;
  const run = Date.now().toString(36);
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: calls }, async (_, call) => {
      const stream = streams[call % lines]!;
      const id = `bench-${run}-${call}`;
      await pause((call / calls) * longestPauseMs); // nobody calls at the same instant
      for (let at = 0; performance.now() < until; at += 1) {
        const { speaker, text } = callText(call, at);
        const utterance = { kind: 'utterance', sequence: at + 1, speaker, at: new Date().toISOString(), text } as const;
        const sentAt = performance.now();
        await stream.send(id, [utterance]).then(
          () => times.push(performance.now() - sentAt),
          () => (failed += 1),
        );
        onTaken?.(times.length);
        await pause(shortestPauseMs + ((call * 37 + at * 101) % 100) * ((longestPauseMs - shortestPauseMs) / 100));
      }
    }),
  );
  for (const stream of streams) stream.close();
  return { calls, seconds, utterances: times.length, failed, ...spread(times, seconds) };
}

function spread(times: readonly number[], seconds: number) {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10;
  return {
    perSecond: Math.round((times.length / seconds) * 10) / 10,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}
