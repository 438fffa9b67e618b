import { Command } from 'commander';
import {
  type Blessed, blessRun, EvalsError, type GatedRun, type MetricValues, runInMemory, type Suite, suiteNamed,
} from '../../evals/index.ts'; // biome-ignore format: a list of names
import { openGatedDesk } from './bare-desk.ts';
import { gatedSuites } from './evals-gate.ts';
import { keptRun, withRuns } from './kept-run.ts';
import { print, say } from './print.ts';

interface BlessOptions {
  all?: boolean;
  reason: string;
  acceptMisses?: boolean;
  baselines?: string;
  json?: boolean;
}

export const blessCommand = new Command('bless')
  .description('把一次评测（或现在跑一遍套件）认定为今后比较的基准，写明原因。Make a run the baseline of its suite.')
  .argument('[run-or-suite]', '评测编号，或套件名（用自带的数据集现跑一遍）')
  .option('--all', '现跑并认定所有套件')
  .requiredOption('--reason <text>', '为什么可以作为基准；连同时间和版本记入 evals/baselines/history.jsonl')
  .option('--accept-misses', '接受失守的关键用例和出错的用例，逐例记录在案')
  .option('--baselines <folder>', '基准所在的文件夹，默认 evals/baselines')
  .option('--json', '输出一行 JSON')
  .action(async (named: string | undefined, options: BlessOptions, command: Command) => {
    if ((named === undefined) === (options.all === undefined))
      command.error('请写一个评测编号或套件名，或者用 --all，二者取一。');
    const blessed: Blessed[] = [];
    for await (const run of runsToBless(named)) blessed.push(await bless(run, options));
    print(options.json ? { blessed } : blessed.map(inLine).join('\n'));
  });

type Run = GatedRun & { metrics: MetricValues };

function bless(run: Run, { reason, acceptMisses = false, baselines }: BlessOptions): Promise<Blessed> {
  return blessRun(run, { reason, at: new Date(), acceptMisses, ...(baselines ? { folder: baselines } : {}) });
}

/** One after the other, so that what was blessed before one is refused stays blessed. */
async function* runsToBless(named: string | undefined): AsyncGenerator<Run> {
  const chosen = gatedSuites().filter(({ name }) => named === undefined || name === named);
  if (chosen.length === 0) {
    yield await storedRun(named!);
    return;
  }
  const { harness } = await openGatedDesk();
  for (const suite of chosen) {
    say(`正在运行 ${suite.name}。`);
    const { summary, identity, cases } = await runInMemory({ suite, harness });
    yield { suite, data: summary.data, identity, cases, metrics: summary.metrics };
  }
}

/** A run of the record may be on any data set: what is held to it must be run on the same one. */
async function storedRun(id: string): Promise<Run> {
  const { run, cases } = await withRuns((runs) => keptRun(runs, id));
  const suite: Suite = suiteNamed(run.suite);
  if (!suite.ownDataSets.includes(run.data))
    throw new EvalsError('bless_refused', `评测 ${id} 跑的是 ${run.data}，不是套件自带的数据集，不能作为关口的基准。`);
  return { suite, data: run.data, identity: run.identity, cases, metrics: run.metrics };
}

function inLine({ suite, data, n, file, acceptedMisses, against }: Blessed): string {
  const accepted = acceptedMisses.length > 0 ? `；接受了 ${acceptedMisses.length} 例失守或出错` : '';
  return `${suite} / ${data}：${n} 例已认定为基准（与上一份比：${against}${accepted}），写入 ${file}`;
}
