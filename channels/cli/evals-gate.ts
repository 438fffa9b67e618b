import { writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import {
  type GateReport,
  type GateVerdict,
  gateSuites,
  gateToMarkdown,
  type Suite,
  suiteNamed,
  suites,
} from '../../evals/index.ts';
import { openGatedDesk } from './bare-desk.ts';
import { print, say } from './print.ts';

interface GateOptions {
  suites?: Suite[];
  report?: string;
  baselines?: string;
  json?: boolean;
}

/** `answers,routing` as the suites of these names. @throws EvalsError `unknown_suite` */
export const suitesOf = (names: string): Suite[] => names.split(/[,，、]/).map((name) => suiteNamed(name.trim()));

/** A suite that has no data set of its own yet has nothing to be held to. */
export const gatedSuites = (): Suite[] => suites.filter(({ ownDataSets }) => ownDataSets.length > 0);

export const gateCommand = new Command('gate')
  .description('用自带的数据集跑评测，与认定的基准比；退步即不通过（退出码 1）。Hold the suites to their baselines.')
  .option('--suites <names>', '只跑这些套件，用逗号隔开', suitesOf)
  .option('--report <file>', '把报告写成 Markdown')
  .option('--baselines <folder>', '基准所在的文件夹，默认 evals/baselines')
  .option('--json', '最后输出一行 JSON')
  .action(async ({ suites: chosen = gatedSuites(), report, baselines, json }: GateOptions) => {
    const { harness } = await openGatedDesk();
    const bar = new SingleBar({ format: '{suite} {bar} {value}/{total}', stream: process.stderr, noTTYOutput: false });
    const gate = await gateSuites({
      suites: chosen,
      harness,
      at: new Date(),
      ...(baselines ? { folder: baselines } : {}),
      onSuite: ({ name }, run) => (run ? bar.stop() : bar.start(0, 0, { suite: name })),
      onProgress: (_, { done, total }) => {
        bar.setTotal(total);
        bar.update(done);
      },
    }).finally(() => bar.stop());
    if (report) await writeFile(report, gateToMarkdown(gate));
    if (report) say(`报告已写入 ${report}`);
    print(json ? gate : inLines(gate));
    if (gate.verdict === 'fail') process.exitCode = 1;
  });

const words: Record<GateVerdict, string> = { pass: '通过', warn: '留意', fail: '不通过' };

function inLines({ verdict, suites }: GateReport): string {
  const lines = suites.flatMap((suite) => [
    `${words[suite.verdict]}\t${suite.suite}\t${suite.compared} 例`,
    ...suite.reasons.map((reason) => `  ${reason}`),
  ]);
  return [...lines, `评测关口：${words[verdict]}`].join('\n');
}
