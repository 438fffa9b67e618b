import { Command } from 'commander';
import { dataLoadCommand } from './data-load.ts';

export const dataCommand = new Command('data')
  .description('数据平台：装入演示数据。The data platform behind data questions.')
  .addCommand(dataLoadCommand);
