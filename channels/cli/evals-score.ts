import { Command } from 'commander';
import { type ScoredAgain, scoreKeptRun, suiteNamed } from '../../evals/index.ts';
import { withRuns } from './kept-run.ts';
import { print } from './print.ts';

export const scoreCommand = new Command('score')
  .description('用现在的评分规则重新评一次已有的评测，不再运行。Score a stored run again.')
  .argument('<run>', '评测编号')
  .option('--json', '输出一行 JSON')
  .action(async (id: string, { json }: { json?: boolean }) => {
    const scored = await withRuns((runs) => scoreKeptRun(runs, id, { suiteNamed }));
    print(json ? scored : inLines(scored));
  });

function inLines({ suite, data, n, errors, metrics, before, newScores }: ScoredAgain): string {
  const figures = Object.entries(metrics).map(
    ([name, value]) => `  ${name.padEnd(24)}${figure(before[name])} → ${figure(value)}`,
  );
  const added = newScores.length > 0 ? [`新的分数：${newScores.join('、')}`] : [];
  return [`${suite} / ${data}：${n} 例，出错 ${errors} 例，已重新评分`, ...figures, ...added].join('\n');
}

const figure = (value: number | null | undefined) => (typeof value === 'number' ? value.toFixed(4) : '—');
