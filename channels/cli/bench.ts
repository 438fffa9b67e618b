import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { type BenchOptions, benchClassify, benchSearch } from '../../evals/index.ts';
import { atLeast } from './at-least.ts';
import { benchDataCommand } from './bench-data.ts';
import { benchHotlineCommand } from './bench-hotline.ts';
import { benchTicketsCommand } from './bench-tickets.ts';
import { print } from './print.ts';

interface BenchCommandOptions {
  size: number;
  rounds: number;
  hybrid?: boolean;
  json?: boolean;
}

type BenchResult = Awaited<ReturnType<typeof benchSearch>> | ReturnType<typeof benchClassify>;

const search = benchCommand('search', { size: 20_000, of: '段落', run: benchSearch })
  .option('--hybrid', '也测连同向量的整个检索（十万段要几分钟）')
  .description(
    '词语检索的建索引和查询用时，与 MiniSearch 比；装有 better-sqlite3 时也与 SQLite FTS5 比。Time the word index against its peers.',
  );

const classify = benchCommand('classify', { size: 2000, of: '训练文本', run: benchClassify }).description(
  '文本分类的训练和预测用时，与朴素贝叶斯比。Time the text classifier against naive Bayes.',
);

export const benchCommands = new Command('bench')
  .description('在合成的文本和数据上测速，结果是几轮的中位数和与同类的比值。Time parts against a peer.')
  .addCommand(search)
  .addCommand(classify)
  .addCommand(benchDataCommand)
  .addCommand(benchTicketsCommand)
  .addCommand(benchHotlineCommand);

interface Bench {
  size: number;
  of: string;
  run: (options: BenchOptions & { hybrid?: boolean }) => BenchResult | Promise<BenchResult>;
}

function benchCommand(name: string, { size, of, run }: Bench): Command {
  return new Command(name)
    .option('--size <n>', `${of}的数量`, atLeast(100), size)
    .option('--rounds <n>', '跑几轮', atLeast(1), 3)
    .option('--json', '输出一行 JSON')
    .action(async ({ size, rounds, hybrid = false, json }: BenchCommandOptions) => {
      const bar = new SingleBar({
        format: `${name} {bar} {value}/{total} 轮`,
        stream: process.stderr,
        noTTYOutput: false,
      });
      bar.start(rounds, 0);
      try {
        const result = await run({ size, rounds, hybrid, onProgress: (done) => bar.update(done) });
        bar.stop();
        print(json ? result : inLines(result));
      } finally {
        bar.stop();
      }
    });
}

function inLines(result: BenchResult): string {
  const { bench, peerName, size, rounds, own, peer, ratios } = result;
  const rows = Object.keys(own).map((name) =>
    [name.padEnd(10), own[name]!.toFixed(3), peer[name]!.toFixed(3), `${ratios[name]!.toFixed(2)}×`].join('\t'),
  );
  return [
    `${bench}：${size} 条合成文本，${rounds} 轮的中位数；比值是 ${peerName} 除以渝问`,
    ['          ', '渝问', peerName, '比值'].join('\t'),
    ...rows,
    ...('agreement' in result ? searchLines(result) : []),
    'agreement' in result
      ? `前十名与逐条计算的 BM25 一致：${(result.agreement * 100).toFixed(0)} %`
      : `每秒 ${Math.round(result.textsPerSecond)} 条`,
  ].join('\n');
}

function searchLines({
  sqliteFts5,
  snapshotLoadMs,
  memory,
  hybrid,
}: Awaited<ReturnType<typeof benchSearch>>): string[] {
  return [
    sqliteFts5 === null
      ? 'SQLite FTS5：没有测。装上再测：npm install --no-save better-sqlite3'
      : `SQLite FTS5：建索引 ${sqliteFts5.ratios.buildMs!.toFixed(1)}×，查询 ${sqliteFts5.ratios.queryMs!.toFixed(0)}×`,
    `从快照读回：${snapshotLoadMs.toFixed(0)} 毫秒`,
    memory === null
      ? '内存：没有测。用 node --expose-gc 运行再测'
      : `内存：渝问 ${Math.round(memory.own / 1e6)} MB，对方 ${Math.round(memory.peer / 1e6)} MB，${memory.ratio.toFixed(1)}×`,
    hybrid === null
      ? '整个检索：没有测。加上 --hybrid 再测'
      : `整个检索：中位 ${hybrid.queryP50Ms.toFixed(2)} 毫秒，95 % 在 ${hybrid.queryP95Ms.toFixed(2)} 毫秒以内`,
  ];
}
