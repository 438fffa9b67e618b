import { Command } from 'commander';
import { startDesk } from '../main.ts';
import { projectRoot } from './project-root.ts';

export const startCommand = new Command('start')
  .description('启动服务台。Start the desk.')
  .option('--json', '启动后输出一行 JSON')
  .action(({ json }: { json?: boolean }) => startDesk(process.env, projectRoot(), { json: json ?? false }));
