import { Command } from 'commander';
import { demoScales } from '../demo-data/load-demo-data.ts';
import { startDesk } from '../main.ts';
import { type ScaleName, scaleOption } from './data-load.ts';
import { projectRoot } from './project-root.ts';

export const startCommand = new Command('start')
  .description('启动服务台。Start the desk.')
  .addOption(scaleOption())
  .option('--json', '启动后输出一行 JSON')
  .action(({ json, scale }: { json?: boolean; scale?: ScaleName }) =>
    startDesk(process.env, projectRoot(), { json: json ?? false, demoScale: scale && demoScales[scale] }),
  );
