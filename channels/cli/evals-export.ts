import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { type KeptRun, toBeirRun, toCsv, toHtml, toJsonl, toJunit, toPromptfoo } from '../../evals/index.ts';
import { keptRun, withRuns } from './kept-run.ts';
import { print } from './print.ts';

const writers = {
  csv: ({ cases }: KeptRun) => toCsv(cases),
  jsonl: ({ cases }: KeptRun) => toJsonl(cases),
  junit: ({ run, cases }: KeptRun) => toJunit(run, cases),
  promptfoo: ({ run, cases }: KeptRun) => toPromptfoo(run.suite, cases),
  beir: ({ cases }: KeptRun) => toBeirRun(cases),
  html: ({ run, cases }: KeptRun) => toHtml(run, cases),
};
type Format = keyof typeof writers;

interface ExportOptions {
  format: Format;
  out?: string;
  json?: boolean;
}

export const exportCommand = new Command('export')
  .description('把一次评测的用例导出给其他工具。Export the cases of a run.')
  .argument('<run>', '评测编号')
  .addOption(
    new Option(
      '--format <format>',
      '表格、{question, answer, contexts, ground_truth} 行、JUnit 报告、promptfoo 配置、BEIR 排序文件、单页报告',
    )
      .choices(Object.keys(writers))
      .makeOptionMandatory(),
  )
  .option('--out <file>', '写入这个文件；不写时输出到标准输出')
  .option('--json', '和 --out 一起用：写完后输出一行 JSON')
  .action(async (id: string, { format, out, json }: ExportOptions, command: Command) => {
    if (json && out === undefined) command.error('--json 要和 --out 一起用：标准输出已经用来放导出的内容。');
    const kept = await withRuns((runs) => keptRun(runs, id));
    const text = writers[format](kept);
    if (out === undefined) return void process.stdout.write(text);
    await writeFile(out, text);
    const cases = kept.cases.length;
    print(json ? { run: id, format, cases, file: out } : `已把 ${cases} 例写入 ${out}`);
  });
