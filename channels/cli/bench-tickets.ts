import { loadavg } from 'node:os';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { LoadResult } from '../load/file-many.ts';
import { atLeast } from './at-least.ts';
import { type BenchDesk, withBenchDesk } from './bench-desk.ts';
import { print } from './print.ts';

interface BenchTicketsOptions {
  filers: number;
  seconds: number;
  pause: number;
  json?: boolean;
}

interface BenchTicketsResult extends LoadResult {
  bench: 'tickets';
  /** Tickets in the record beyond those that were answered with. */
  doubled: number;
  /** Tickets that were answered with and are not in the record. */
  lost: number;
  /** Load average of the machine in the minute before and in the last minute of the run. */
  load: [before: number, after: number];
}

export const benchTicketsCommand = new Command('tickets')
  .description(
    '许多人同时不停地登记工单：用时、有没有丢单和重单。在临时文件夹里另起一个服务台。Many citizens file tickets at once on a desk of its own.',
  )
  .option('--filers <n>', '同时登记的人数', atLeast(1), 50)
  .option('--seconds <n>', '持续几秒', atLeast(1), 60)
  .option('--pause <ms>', '每人登记一件后歇多久', atLeast(0), 0)
  .option('--json', '输出一行 JSON')
  .action(async ({ filers, seconds, pause, json }: BenchTicketsOptions) => {
    const result = await measure({ filers, seconds, pause });
    print(json ? result : inLines(result));
  });

/** What is measured is what the desk can do, not what it allows a citizen. */
const asFastAsItGoes = { CHAT_MESSAGES_PER_MINUTE: '1000000', CHAT_MESSAGES_PER_MINUTE_OF_ADDRESS: '1000000' };

async function measure({ filers, seconds, pause }: BenchTicketsOptions): Promise<BenchTicketsResult> {
  const [before] = loadavg() as [number, number, number];
  const bar = new SingleBar({ format: 'tickets {value} 件', stream: process.stderr, noTTYOutput: false });
  return withBenchDesk(asFastAsItGoes, async (greeting) => {
    // Loaded only here: the client of the socket is a tool of development, which a desk in service has not installed.
    const { fileMany } = await import('../load/file-many.ts');
    await fileMany(greeting.address, { filers, seconds: 3, pauseMs: 0 }); // warms up connections and code; counted in the record only
    const warm = await ticketsInRecord(greeting);
    bar.start(0, 0);
    const result = await fileMany(greeting.address, {
      filers,
      seconds,
      pauseMs: pause,
      onFiled: (count) => bar.update(count),
    });
    const stored = (await ticketsInRecord(greeting)) - warm;
    const [after] = loadavg() as [number, number, number];
    const extra = stored - result.distinctTickets;
    return {
      bench: 'tickets' as const,
      ...result,
      doubled: Math.max(0, extra),
      lost: Math.max(0, -extra),
      load: [before, after] as [number, number],
    };
  }).finally(() => bar.stop());
}

/** As the console counts them. */
async function ticketsInRecord({ address, accounts }: BenchDesk): Promise<number> {
  const { name, password } = accounts.find(({ name }) => name === 'hotline-demo')!;
  const session = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const list = await fetch(`${address}/api/tickets?pageSize=1`, { headers: { cookie } });
  return ((await list.json()) as { total: number }).total;
}

function inLines(result: BenchTicketsResult): string {
  return [
    `${result.filers} 人同时登记 ${result.seconds} 秒，每件之后歇 ${result.pauseMs} 毫秒：${result.answered} 件，每秒 ${result.perSecond} 件，其中 ${result.sentTwice} 件重发`,
    `用时（毫秒）：中位 ${result.p50}，95% ${result.p95}，99% ${result.p99}，最长 ${result.max}`,
    `丢单 ${result.lost}，重单 ${result.doubled}，没有成单 ${result.withoutTicket}；机器负载 ${result.load.map((load) => load.toFixed(1)).join(' → ')}`,
  ].join('\n');
}
