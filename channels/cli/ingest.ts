import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { chongqingDay, createDocumentReader, createDocumentStore } from '../../knowledge/index.ts';
import { readConfig } from '../config.ts';
import { documentsFolderOf } from '../desk-knowledge.ts';
import { findFiles } from '../ingest/find-files.ts';
import { type IngestedFile, ingestFiles } from '../ingest/ingest-files.ts';
import { draftFiles } from './ingest-draft.ts';
import { removeCommand } from './ingest-remove.ts';
import { nowOption } from './now-option.ts';
import { print, say } from './print.ts';
import { projectRoot } from './project-root.ts';

export const ingestCommand = new Command('ingest')
  .description('导入文档供检索和引用：PDF、Word、Excel、网页、Markdown 或纯文本，文件或文件夹。Take in documents.')
  .argument('<path...>', '文件或文件夹；文件夹连同下级一起读')
  .option('--draft', '按办事指南读，做成事项卡草稿，到工作台核对后发布')
  .option('--json', '输出一行 JSON')
  .addOption(nowOption)
  .addCommand(removeCommand)
  .addHelpText(
    'after',
    [
      '',
      '文件开头可以写明名称和有效期：',
      '  ---',
      '  title: 某某管理办法',
      '  validFrom: 2026-01-31',
      '  ---',
      '不写时，名称取第一个标题或文件名；有效期取正文里的施行日期和有效期，正文也没有写的从导入当天起有效。',
      '改动过的文件会替换它之前的版本；中断后再运行一次，已经导入的不会重读。',
      '扫描的 PDF 要先在本机安装 tesseract-ocr、tesseract-ocr-chi-sim 和 poppler-utils。',
      '正在运行的服务台几秒内就会用上新文档。',
      '不再使用的用 ingest remove <文件的路径或文档编号…> 移除。',
    ].join('\n'),
  )
  .action(async (paths: string[], { json, draft, now = new Date() }: IngestOptions) => {
    if (draft) return draftFiles(await findFiles(paths, { except: [] }), json ?? false);
    const folder = documentsFolderOf(readConfig(process.env, projectRoot()));
    const files = await findFiles(paths, { except: [folder] });
    const ingested = await ingestWithBar(files, folder, chongqingDay(now));
    const summary = summaryOf(ingested);
    print(json ? { ...summary, folder, files: ingested } : [...ingested.map(inLine), '', inWords(summary)].join('\n'));
    if (summary.ok > 0) say('正在运行的服务台几秒内就会用上新文档。');
    if (summary.failed > 0) process.exitCode = 1;
  });

interface IngestOptions {
  json?: boolean;
  draft?: boolean;
  now?: Date;
}

async function ingestWithBar(files: readonly string[], folder: string, today: string): Promise<IngestedFile[]> {
  const bar = new SingleBar({
    format: '导入 {bar} {value}/{total} {file}',
    stream: process.stderr,
    noTTYOutput: false,
  });
  const nameOf = (index: number) => ({ file: path.basename(files[index] ?? '') });
  if (files.length > 1) bar.start(files.length, 0, nameOf(0));
  try {
    const store = createDocumentStore(folder, createDocumentReader());
    return await ingestFiles(files, { store, today, onProgress: (done) => bar.update(done, nameOf(done)) });
  } finally {
    bar.stop();
  }
}

function summaryOf(files: readonly IngestedFile[]): Record<IngestedFile['status'], number> {
  const counts = { ok: 0, unchanged: 0, failed: 0 };
  for (const { status } of files) counts[status] += 1;
  return counts;
}

function inLine(file: IngestedFile): string {
  if (file.status === 'failed') return `✗ ${file.path}：${file.message}（${file.code}）`;
  const { path, status, title, validFrom, passages } = file;
  return `${status === 'ok' ? '✓' : '='} ${path}：“${title}”，${validFrom} 起有效，${passages} 段`;
}

function inWords({ ok, unchanged, failed }: ReturnType<typeof summaryOf>): string {
  return `导入 ${ok} 份，没有变化 ${unchanged} 份，没能导入 ${failed} 份。`;
}
