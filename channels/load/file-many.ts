import { setTimeout } from 'node:timers/promises';
import { type FiledOnce, openFiler } from '../socket/filer.ts';
import { complaintText } from './complaint-texts.ts';

export interface LoadWanted {
  filers: number;
  seconds: number;
  /** Between a citizen's complaints; 0 asks for all that the desk can do. */
  pauseMs: number;
  onFiled?: (count: number) => void;
}

export interface LoadResult {
  filers: number;
  seconds: number;
  pauseMs: number;
  /** Complaints that were sent and answered. */
  answered: number;
  /** Answered with something other than a ticket. */
  withoutTicket: number;
  /** Of them, sent twice. */
  sentTwice: number;
  distinctTickets: number;
  perSecond: number;
  /** From sending to the stored ticket, in milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** Every so manyth complaint is sent twice. */
const twiceEvery = 10;

/** So many citizens file for so long, each the next complaint once the ticket of the last is there and a pause is over. */
export async function fileMany(
  address: string,
  { filers, seconds, pauseMs, onFiled }: LoadWanted,
): Promise<LoadResult> {
  const all: FiledOnce[] = [];
  let sentTwice = 0;
  const citizens = await Promise.all(Array.from({ length: filers }, () => openFiler(address)));
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    citizens.map(async (citizen, index) => {
      for (let count = 0; performance.now() < until; count += 1) {
        const twice = count % twiceEvery === index % twiceEvery;
        if (twice) sentTwice += 1;
        all.push(await citizen.file(complaintText(index * 1_000_003 + count), `${index}-${count}`, twice));
        onFiled?.(all.length);
        if (pauseMs > 0) await setTimeout(pauseMs);
      }
    }),
  );
  for (const citizen of citizens) citizen.close();
  const times = all.map(({ elapsedMs }) => elapsedMs).sort((left, right) => left - right);
  const at = (share: number) => Math.round((times[Math.ceil(times.length * share) - 1] ?? 0) * 10) / 10;
  const numbers = all.flatMap(({ number }) => number ?? []);
  return {
    filers,
    seconds,
    pauseMs,
    answered: all.length,
    withoutTicket: all.length - numbers.length,
    sentTwice,
    distinctTickets: new Set(numbers).size,
    perSecond: Math.round((all.length / seconds) * 10) / 10,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
  };
}
