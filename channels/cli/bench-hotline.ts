import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { CallLoadResult } from '../load/call-many.ts';
import { atLeast } from './at-least.ts';
import { withBenchDesk } from './bench-desk.ts';
import { print } from './print.ts';

interface BenchHotlineOptions {
  calls: number;
  seconds: number;
  lines: number;
  json?: boolean;
}

interface BenchHotlineResult extends CallLoadResult {
  bench: 'hotline';
  /** Of the desk's process alone, the record's not counted; null where the system does not say. */
  cpuMsPerUtterance: number | null;
  /** Load average of the machine in the minute before and in the last minute of the run. */
  load: [before: number, after: number];
}

export const benchHotlineCommand = new Command('hotline')
  .description(
    '许多通电话同时进行：每句话到建议确认的用时。在临时文件夹里另起一个服务台。Many calls at once on a desk of its own.',
  )
  .option('--calls <n>', '同时进行的电话', atLeast(1), 200)
  .option('--seconds <n>', '持续几秒', atLeast(1), 60)
  .option('--lines <n>', '分在几条连接上', atLeast(1), 4)
  .option('--json', '输出一行 JSON')
  .action(async ({ json, ...wanted }: BenchHotlineOptions) => {
    const result = await measure(wanted);
    print(json ? result : inLines(result));
  });

async function measure({ calls, seconds, lines }: Omit<BenchHotlineOptions, 'json'>): Promise<BenchHotlineResult> {
  const [before] = loadavg() as [number, number, number];
  const secret = randomBytes(24).toString('base64url');
  const bar = new SingleBar({ format: 'hotline {value} 句', stream: process.stderr, noTTYOutput: false });
  // Loaded only here: the client of the socket is a tool of development, which a desk in service has not installed.
  const { callMany } = await import('../load/call-many.ts');
  return withBenchDesk({ HOTLINE_KEY: secret }, async ({ address, pid }) => {
    const load = { key: `environment.${secret}`, lines };
    await callMany(address, { ...load, calls: 20, seconds: 5 }); // warms up connections and code
    const cpuBefore = await cpuMsOf(pid);
    bar.start(0, 0);
    const result = await callMany(address, { ...load, calls, seconds, onTaken: (count) => bar.update(count) });
    bar.stop();
    const cpu = await cpuMsOf(pid);
    const [after] = loadavg() as [number, number, number];
    const spent = cpuBefore === null || cpu === null ? null : (cpu - cpuBefore) / Math.max(1, result.utterances);
    const cpuMsPerUtterance = spent === null ? null : Math.round(spent * 100) / 100;
    return { bench: 'hotline', ...result, cpuMsPerUtterance, load: [before, after] };
  });
}

/** Clock ticks are hundredths of a second on every Linux that Node runs on. */
const msPerTick = 10;

/** User and system time of a process; null where there is no `/proc`. */
async function cpuMsOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name of the program stands in brackets and may hold blanks.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) * msPerTick : null;
}

function inLines(result: BenchHotlineResult): string {
  return [
    `${result.calls} 通电话同时进行 ${result.seconds} 秒：${result.utterances} 句，每秒 ${result.perSecond} 句，失败 ${result.failed}`,
    `从说出到建议确认（毫秒）：中位 ${result.p50}，95% ${result.p95}，99% ${result.p99}，最长 ${result.max}`,
    `每句 CPU ${result.cpuMsPerUtterance ?? '—'} 毫秒；机器负载 ${result.load.map((load) => load.toFixed(1)).join(' → ')}`,
  ].join('\n');
}
