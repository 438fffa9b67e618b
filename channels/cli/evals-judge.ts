import { writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { z } from 'zod';
import { createLangChainChatModel } from '../../assistant/index.ts';
import {
  EvalsError,
  type JudgeAgreement,
  type JudgeReport,
  judgeAgreement,
  judgeCases,
  readJsonl,
  verdicts,
} from '../../evals/index.ts';
import { readConfig } from '../config.ts';
import { keptRun, withRuns } from './kept-run.ts';
import { print, say } from './print.ts';
import { projectRoot } from './project-root.ts';

interface JudgeOptions {
  people?: string;
  out?: string;
  json?: boolean;
}

const PeopleLine = z.object({ caseId: z.string(), verdict: z.enum(verdicts) });

export const judgeCommand = new Command('judge')
  .description('请配置的对话模型评审一次评测的答复；与代码评分分开，不进关口。Let the chat model judge a run.')
  .argument('<run>', '评测编号')
  .option('--people <file>', '人工结论（JSONL {caseId, verdict}），给出模型与人的一致程度 kappa')
  .option('--out <file>', '把逐例结论写成 JSONL')
  .option('--json', '输出一行 JSON')
  .action(async (id: string, { people, out, json }: JudgeOptions) => {
    const { model: settings } = readConfig(process.env, projectRoot());
    if (!settings) throw new EvalsError('judge_missing', '没有配置对话模型（CHAT_MODEL_URL），不能评审。');
    const persons = people ? await readJsonl(people, PeopleLine, ({ caseId }) => caseId) : null;
    const { cases } = await withRuns((runs) => keptRun(runs, id));
    const bar = new SingleBar({ format: 'judge {bar} {value}/{total}', stream: process.stderr, noTTYOutput: false });
    bar.start(0, 0);
    const report = await judgeCases(cases, await createLangChainChatModel(settings), {
      onProgress: ({ done, total }) => {
        bar.setTotal(total);
        bar.update(done);
      },
    }).finally(() => bar.stop());
    const { judgements, ...summary } = report;
    if (out) await writeFile(out, judgements.map((one) => `${JSON.stringify(one)}\n`).join(''));
    if (out) say(`逐例结论已写入 ${out}`);
    const agreement = persons && judgeAgreement(judgements, persons);
    print(json ? { run: id, ...summary, agreement } : inLines(summary, agreement));
  });

function inLines(
  { judge, n, judged, abstained, broken, right, interval }: Omit<JudgeReport, 'judgements'>,
  agreement: JudgeAgreement | null,
): string {
  const share =
    right === null || !interval ? '—' : `${right.toFixed(4)} [${interval.low.toFixed(4)}, ${interval.high.toFixed(4)}]`;
  const kappa =
    agreement && `与人的一致：${agreement.agreed} / ${agreement.n}，kappa ${agreement.kappa?.toFixed(3) ?? '—'}`;
  return [
    `${judge}：${n} 例，下了结论 ${judged}，判断不了 ${abstained}，没有按要求回答 ${broken}`,
    `  判为正确 ${share}`,
    ...(kappa ? [`  ${kappa}`] : []),
  ].join('\n');
}
