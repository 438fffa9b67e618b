import { Command } from 'commander';
import { compareKeptRuns, type KeptRunComparison, type ScoreChange } from '../../evals/index.ts';
import { keptRun, withRuns } from './kept-run.ts';
import { print, say } from './print.ts';

export const compareCommand = new Command('compare')
  .description('逐例比较两次评测，给出差值和 95% 区间。Compare two runs case by case.')
  .argument('<baseline>', '作为基准的评测编号')
  .argument('<candidate>', '要比较的评测编号')
  .option('--json', '输出一行 JSON')
  .action((baselineId: string, candidateId: string, { json }: { json?: boolean }) =>
    withRuns(async (runs) => {
      const comparison = compareKeptRuns(await keptRun(runs, baselineId), await keptRun(runs, candidateId));
      for (const caveat of comparison.caveats) say(caveat);
      print(json ? comparison : inLines(comparison));
    }),
  );

function inLines({ compared, onlyInBaseline, onlyInCandidate, changes }: KeptRunComparison): string {
  const only = [
    ...(onlyInBaseline.length > 0 ? [`只在基准里的 ${onlyInBaseline.length} 例`] : []),
    ...(onlyInCandidate.length > 0 ? [`只在候选里的 ${onlyInCandidate.length} 例`] : []),
  ];
  return [
    `共同的用例 ${compared} 例${only.length > 0 ? `（不计${only.join('、')}）` : ''}`,
    ...changes.map(inLine),
  ].join('\n');
}

/** Where nothing is more than chance, it is said how small a change would have gone unnoticed. */
function inLine(change: ScoreChange): string {
  const { score, baseline, candidate, delta, interval, adjustedP, significant, smallestDetectable, better, worse } =
    change;
  const range = `[${signed(interval.low)}, ${signed(interval.high)}]`;
  const figures = `${baseline.toFixed(4)} → ${candidate.toFixed(4)}  ${signed(delta)} ${range}  p=${adjustedP.toFixed(4)}`;
  const said = significant ? '显著' : `无显著变化（能发现的最小差异约 ${smallestDetectable.toFixed(4)}）`;
  return `  ${score.padEnd(24)}${figures}  ${said}  变好 ${better.length} 例，变差 ${worse.length} 例`;
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(4)}`;
