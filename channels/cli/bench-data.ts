import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { benchData } from '../../evals/index.ts';
import { readConfig } from '../config.ts';
import { openBenchPlatform } from '../data-platform/open-bench-platform.ts';
import { atLeast } from './at-least.ts';
import { print, say } from './print.ts';
import { projectRoot } from './project-root.ts';

interface BenchDataCommandOptions {
  rows: number;
  rounds: number;
  json?: boolean;
}

export const benchDataCommand = new Command('data')
  .description(
    '按月和区县汇总诉求的用时：基础表、汇总表、DuckDB，与直接写 SQL 比。Time a grouped question on each engine against plain SQL.',
  )
  .option('--rows <n>', '诉求的行数', atLeast(1000), 1_000_000)
  .option('--rounds <n>', '问几遍', atLeast(1), 20)
  .option('--json', '输出一行 JSON')
  .action(async ({ rows, rounds, json }: BenchDataCommandOptions) => {
    const { corpusFolder } = readConfig(process.env, projectRoot()).knowledge;
    const now = new Date();
    const platform = await openBenchPlatform({ corpusFolder, rows, now, notice: say });
    const bar = new SingleBar({ format: 'data {bar} {value}/{total} 遍', stream: process.stderr, noTTYOutput: false });
    try {
      bar.start(rounds, 0);
      const { model, contenders, tickets, madeIn } = platform;
      const onProgress = (done: number) => bar.update(done);
      const result = await benchData({ model, contenders, rows: tickets, rounds, now, onProgress });
      bar.stop();
      print(json ? { ...result, madeIn } : inLines({ ...result, madeIn }));
    } finally {
      bar.stop();
      await platform.close();
    }
  });

type Result = Awaited<ReturnType<typeof benchData>> & { madeIn: Record<string, number> };

function inLines({ rows, rounds, groups, parse, answers, madeIn }: Result): string {
  const ms = (value: number) => value.toFixed(1).padStart(9);
  return [
    `data：${rows} 件合成诉求，按月和区县分 ${groups} 组以上，问 ${rounds} 遍，毫秒`,
    `${'理解一个问题'.padEnd(22)}p50 ${ms(parse.p50)}  p95 ${ms(parse.p95)}（${parse.questions} 个示例问题）`,
    ...Object.entries(answers).map(([name, { p50, p95 }]) => `${name.padEnd(28)}p50 ${ms(p50)}  p95 ${ms(p95)}`),
    ...Object.entries(madeIn).map(([name, seconds]) => `${name}：${seconds.toFixed(1)} 秒`),
  ].join('\n');
}
