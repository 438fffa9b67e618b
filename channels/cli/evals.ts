import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { createRunStore, describeSuites, type RunSummary, runSuite, suiteNamed, suites } from '../../evals/index.ts';
import { readConfig } from '../config.ts';
import { openRecord } from '../store/open-record.ts';
import { openJudgedDesk } from './bare-desk.ts';
import { blessCommand } from './evals-bless.ts';
import { compareCommand } from './evals-compare.ts';
import { exportCommand } from './evals-export.ts';
import { gateCommand } from './evals-gate.ts';
import { judgeCommand } from './evals-judge.ts';
import { scoreCommand } from './evals-score.ts';
import { print, say } from './print.ts';

import { projectRoot } from './project-root.ts';

const list = new Command('list')
  .description('列出评测套件和自带的数据集。List suites and data sets.')
  .option('--json', '输出一行 JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const described = await describeSuites(suites);
    print(
      json
        ? described
        : described
            .map(
              ({ name, title, dataSets }) =>
                `${name}\t${title}\t${dataSets.map((set) => `${set.name}（${set.cases} 例）`).join('、')}`,
            )
            .join('\n'),
    );
  });

interface RunOptions {
  data?: string;
  limit?: number;
  json?: boolean;
  keep: boolean;
  /** True without an id: the newest unfinished run of the same identity. */
  resume?: string | true;
}

const run = new Command('run')
  .description('运行一个评测套件，结果记入评测记录。Run a suite.')
  .argument('<suite>', suites.map(({ name }) => name).join('、'))
  .option('--data <folder>', '用这个文件夹里的数据，格式见 docs/architecture.md')
  .option('--limit <n>', '只跑前 n 例', (text) => {
    const limit = Number(text);
    if (!Number.isInteger(limit) || limit < 1) throw new InvalidArgumentError('请写一个正整数。');
    return limit;
  })
  .option('--resume [run]', '接着跑没有跑完的评测；不写编号时用条件相同的最近一次')
  .option('--json', '最后输出一行 JSON')
  .option('--no-keep', '不记入评测记录')
  .action(async (name: string, { data, limit, json, keep, resume }: RunOptions, command: Command) => {
    if (resume && !keep) command.error('--resume 要从评测记录里接着跑，不能和 --no-keep 一起用。');
    const suite = suiteNamed(name);
    const { harness } = await openJudgedDesk();
    const record = keep ? await openRecord({ ...readConfig(process.env, projectRoot()).record, notice: say }) : null;
    const bar = new SingleBar({ format: `${name} {bar} {value}/{total}`, stream: process.stderr, noTTYOutput: false });
    bar.start(0, 0);
    try {
      const summary = await runSuite({
        suite,
        harness,
        ...(data ? { folder: data } : {}),
        ...(limit ? { limit } : {}),
        ...(record ? { store: createRunStore(record.db) } : {}),
        ...(resume ? { resume: resume === true ? 'newest' : { id: resume } } : {}),
        notice: say,
        onProgress: ({ done, total }) => {
          bar.setTotal(total);
          bar.update(done);
        },
      });
      bar.stop();
      print(json ? toLine(summary) : inLines(summary));
    } finally {
      bar.stop();
      await record?.close();
    }
  });

function toLine({ suite, data, n, errors, metrics, slices, elapsedMs, id }: RunSummary & { id: string }) {
  return { suite, data, n, errors, metrics, slices, elapsedMs, id };
}

function inLines({ suite, data, n, errors, metrics, elapsedMs }: RunSummary): string {
  const figures = Object.entries(metrics).map(
    ([name, value]) => `  ${name.padEnd(24)}${value === null ? '—' : value.toFixed(4)}`,
  );
  return [`${suite} / ${data}：${n} 例，出错 ${errors} 例，${Math.round(elapsedMs)} 毫秒`, ...figures].join('\n');
}

export const evalsCommand = new Command('evals')
  .description('评测。Evals.')
  .addCommand(list)
  .addCommand(run)
  .addCommand(compareCommand)
  .addCommand(exportCommand)
  .addCommand(scoreCommand)
  .addCommand(judgeCommand)
  .addCommand(gateCommand)
  .addCommand(blessCommand);
