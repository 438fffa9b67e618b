import { Command } from 'commander';
import { type Finding, findings } from '../doctor.ts';
import { print } from './print.ts';

import { projectRoot } from './project-root.ts';

export const doctorCommand = new Command('doctor')
  .description('检查这台机器和各个部件是否就绪。Check the machine and every part.')
  .option('--json', '输出一行 JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const found = await findings(process.env, projectRoot());
    print(
      json ? { ok: found.every(({ state }) => state !== 'broken'), findings: found } : found.map(inLine).join('\n'),
    );
    if (found.some(({ state }) => state === 'broken')) process.exitCode = 1;
  });

function inLine({ part, state, detail }: Finding): string {
  return `${{ ok: '✓', notice: '!', broken: '✗' }[state]} ${part}：${detail}`;
}
