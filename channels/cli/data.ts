import { Command } from 'commander';
import { dataLoadCommand } from './data-load.ts';
import { dataModelCommand } from './data-model.ts';

export const dataCommand = new Command('data')
  .description('数据平台：装入演示数据，起草和检查数据模型。The data platform behind data questions.')
  .addCommand(dataLoadCommand)
  .addCommand(dataModelCommand);
