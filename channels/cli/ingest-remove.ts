import path from 'node:path';
import { Command } from 'commander';
import { removeKept } from '../../knowledge/index.ts';
import { readConfig } from '../config.ts';
import { documentsFolderOf } from '../desk-knowledge.ts';
import { print } from './print.ts';
import { projectRoot } from './project-root.ts';

export const removeCommand = new Command('remove')
  .description('移除导入过的文档；正在运行的服务台几秒内就不再用它。Remove documents that were taken in.')
  .argument('<source...>', '导入时的文件路径，或文档编号')
  .option('--json', '输出一行 JSON')
  .action(async (sources: string[], _: unknown, command: Command) => {
    // The command above has an option of that name too, and takes it wherever it stands.
    const { json } = command.optsWithGlobals<{ json?: boolean }>();
    const folder = documentsFolderOf(readConfig(process.env, projectRoot()));
    const removed = await Promise.all(
      sources.map(async (source) => ({
        source,
        removed: await removeKept(folder, source.startsWith('document/') ? source : path.resolve(source)),
      })),
    );
    print(json ? { files: removed } : removed.map(inLine).join('\n'));
    if (removed.some((one) => one.removed === 0)) process.exitCode = 1;
  });

const inLine = ({ source, removed }: { source: string; removed: number }) =>
  removed > 0 ? `✓ ${source}：已移除` : `✗ ${source}：没有导入过这份文件；路径要和导入时一样，或用列出的文档编号。`;
