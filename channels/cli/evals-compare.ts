import { Command } from 'commander';
import { compareRuns, type ScoreChange, type StoredRun } from '../../evals/index.ts';
import { RequestError } from '../http/error-handler.ts';
import { type KeptRun, keptRun, withRuns } from './kept-run.ts';
import { print, say } from './print.ts';

export const compareCommand = new Command('compare')
  .description('逐例比较两次评测，给出差值和 95% 区间。Compare two runs case by case.')
  .argument('<baseline>', '作为基准的评测编号')
  .argument('<candidate>', '要比较的评测编号')
  .option('--json', '输出一行 JSON')
  .action((baselineId: string, candidateId: string, { json }: { json?: boolean }) =>
    withRuns(async (runs) => {
      const comparison = compare(await keptRun(runs, baselineId), await keptRun(runs, candidateId));
      for (const caveat of comparison.caveats) say(caveat);
      print(json ? comparison : inLines(comparison));
    }),
  );

/** What `--json` prints. A change is `significant` when its interval leaves out zero. */
export function compare(baseline: KeptRun, candidate: KeptRun) {
  const [before, after] = [baseline.run, candidate.run];
  if (before.suite !== after.suite)
    throw new RequestError('bad_input', `两次评测的套件不同（${before.suite}、${after.suite}），不能比较。`);
  const { changes, ...cases } = compareRuns(baseline.cases, candidate.cases);
  return {
    suite: before.suite,
    baseline: briefly(before),
    candidate: briefly(after),
    caveats: caveatsOf(before, after),
    ...cases,
    changes: changes.map((change) => ({ ...change, significant: change.interval.low > 0 || change.interval.high < 0 })),
  };
}

function briefly({ id, data, n, errors, metrics, identity, startedAt }: StoredRun) {
  const { commit, dirty, engine } = identity;
  return { id, data, n, errors, metrics, commit, dirty, engine, startedAt: startedAt.toISOString() };
}

/** What makes a difference say less than it seems to. */
function caveatsOf({ identity: before }: StoredRun, { identity: after }: StoredRun): string[] {
  return [
    before.dataDigest === after.dataDigest ? [] : ['两次评测的数据集内容不同，只比较编号相同的用例。'],
    before.knowledgeDigest === after.knowledgeDigest ? [] : ['两次评测之间知识库有改动。'],
    before.dirty || after.dirty ? ['有一次评测是在没有提交的改动上跑的。'] : [],
  ].flat();
}

function inLines({ compared, onlyInBaseline, onlyInCandidate, changes }: ReturnType<typeof compare>): string {
  const only = [
    ...(onlyInBaseline.length > 0 ? [`只在基准里的 ${onlyInBaseline.length} 例`] : []),
    ...(onlyInCandidate.length > 0 ? [`只在候选里的 ${onlyInCandidate.length} 例`] : []),
  ];
  return [
    `共同的用例 ${compared} 例${only.length > 0 ? `（不计${only.join('、')}）` : ''}`,
    ...changes.map(inLine),
  ].join('\n');
}

function inLine({
  score,
  baseline,
  candidate,
  delta,
  interval,
  better,
  worse,
  significant,
}: ScoreChange & { significant: boolean }): string {
  const range = `[${signed(interval.low)}, ${signed(interval.high)}]`;
  const figures = `${baseline.toFixed(4)} → ${candidate.toFixed(4)}  ${signed(delta)} ${range}`;
  return `  ${score.padEnd(24)}${figures}${significant ? ' *' : ''}  变好 ${better.length} 例，变差 ${worse.length} 例`;
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(4)}`;
