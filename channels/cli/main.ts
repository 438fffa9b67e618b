import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { askCommand } from './ask.ts';
import { benchCommands } from './bench.ts';
import { classifierCommand } from './classifier.ts';
import { classifyCommand } from './classify.ts';
import { dataCommand } from './data.ts';
import { doctorCommand } from './doctor.ts';
import { evalsCommand } from './evals.ts';
import { hotlineCommand } from './hotline.ts';
import { ingestCommand } from './ingest.ts';
import { projectRoot } from './project-root.ts';
import { queryCommand } from './query.ts';
import { startCommand } from './start.ts';
import { ticketsCommand } from './tickets.ts';

// Settings of the environment go before those of the file.
const settings = path.join(projectRoot(), '.env');
if (existsSync(settings)) process.loadEnvFile(settings);

const program = new Command('yuwen')
  .description('渝问：政务服务台。Government service desk: answers, tickets and figures.')
  .version('0.1.0')
  .showHelpAfterError('（加 --help 查看用法）')
  .addCommand(startCommand)
  .addCommand(askCommand)
  .addCommand(classifyCommand)
  .addCommand(classifierCommand)
  .addCommand(queryCommand)
  .addCommand(ingestCommand)
  .addCommand(dataCommand)
  .addCommand(evalsCommand)
  .addCommand(benchCommands)
  .addCommand(ticketsCommand)
  .addCommand(hotlineCommand)
  .addCommand(doctorCommand);

// Whoever reads only the first lines (`| head`) closes the pipe, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  // What has a code was foreseen and its message says what to do; anything else is a fault and shows where.
  process.stderr.write(code ? `${message}\n` : `${(error as Error).stack}\n`);
  process.exitCode = 1;
}
