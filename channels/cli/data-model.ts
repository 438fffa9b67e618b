import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { LineCounter, parseDocument } from 'yaml';
import { checkModel, DataQueryError, draftModel, type ModelProblem } from '../../assistant/index.ts';
import { readColumnWords, readSemanticModel } from '../../knowledge/index.ts';
import { readConfig } from '../config.ts';
import { openDataSource } from '../data-platform/open-data-source.ts';
import { writeModel } from '../data-platform/write-model.ts';
import { print } from './print.ts';
import { projectRoot } from './project-root.ts';

const corpusFolder = () => readConfig(process.env, projectRoot()).knowledge.corpusFolder;

const draft = new Command('draft')
  .description('根据表头和取值推测一份数据模型，供人核对。Draft a semantic model from tables.')
  .argument('<source>', '文件夹、CSV/Parquet/XLSX/.duckdb 文件，或 postgresql:// 地址')
  .option('--out <file>', '写到这个文件；不写则输出到屏幕')
  .action(async (source: string, { out }: { out?: string }) => {
    const opened = await openDataSource(source);
    try {
      const words = await readColumnWords(corpusFolder());
      const model = await draftModel({ title: '（请填写平台名称）', ...opened }, words);
      const text = writeModel(model);
      if (!out) return print(text);
      await writeFile(out, text, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
        const reason = cause.code === 'EEXIST' ? '文件已经在那里，换个名字或先移走它' : cause.message;
        throw new DataQueryError('data_source_invalid', `${out}: ${reason}`, { cause });
      });
      print(
        `${out}：${model.subjects.length} 张表，${model.subjects.flatMap(({ metrics }) => metrics).length} 个指标，请核对。`,
      );
    } finally {
      await opened.close();
    }
  });

const check = new Command('check')
  .description('对照数据检查数据模型，按行指出问题。Check a semantic model against its data.')
  .argument('<model>', '数据模型文件 model.yaml')
  .requiredOption('--data <source>', '文件夹、CSV/Parquet/XLSX/.duckdb 文件，或 postgresql:// 地址')
  .option('--json', '输出一行 JSON')
  .action(async (file: string, { data, json }: { data: string; json?: boolean }) => {
    const problems = await problemsIn(file, data);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    if (json) print({ file, errors, warnings: problems.length - errors, problems });
    else print(problems.length === 0 ? `${file}：没有问题。` : problems.map((one) => inLine(file, one)).join('\n'));
    if (errors > 0) process.exitCode = 1;
  });

type PlacedProblem = ModelProblem & { line: number };

async function problemsIn(file: string, data: string): Promise<PlacedProblem[]> {
  const model = await readSemanticModel(corpusFolder(), file);
  const schema = model.subjects[0]?.relation.includes('.') ? model.subjects[0].relation.split('.')[0] : undefined;
  const opened = await openDataSource(data, schema);
  try {
    const lines = new LineCounter();
    const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines });
    const problems = await checkModel(model, opened.shapes, opened.engine);
    return problems.map((problem) => ({ ...problem, line: lineOf(problem.path, document, lines) }));
  } finally {
    await opened.close();
  }
}

/** The line of the nearest thing of the file that a problem's path leads to: what is missing stands under its owner. */
function lineOf(path: ModelProblem['path'], document: ReturnType<typeof parseDocument>, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function inLine(file: string, { line, severity, message }: PlacedProblem): string {
  return `${file}:${line}: ${severity === 'error' ? '错误' : '提醒'}：${message}`;
}

export const dataModelCommand = new Command('model')
  .description('数据模型：起草与检查。Draft and check semantic models.')
  .addCommand(draft)
  .addCommand(check);
