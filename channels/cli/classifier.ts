import path from 'node:path';
import { Command } from 'commander';
import { CategoryLesson, maskPersonalData, readTakenLessons, writeTakenLessons } from '../../assistant/index.ts';
import { compareLessons, EvalsError, type LessonsComparison, readJsonl } from '../../evals/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { readConfig } from '../config.ts';
import { lessonsFileOf, openDeskKnowledge } from '../desk-knowledge.ts';
import { withDesk } from './desk-command.ts';
import { print, say } from './print.ts';
import { projectRoot } from './project-root.ts';

/** Fewer could not fill the folds that a comparison needs. */
const fewest = 8;

const train = new Command('train')
  .description(
    '用确认过类别的工单重新训练分类，比现在好才采用。Retrain on confirmed tickets; a worse model is not taken.',
  )
  .option('--from <tickets|file>', '本台确认过的工单，或每行 {text, label} 的 JSONL 文件', 'tickets')
  .option('--json', '输出一行 JSON')
  .action(async ({ from, json }: { from: string; json?: boolean }) => {
    const config = readConfig(process.env, projectRoot());
    const file = lessonsFileOf(config);
    const knowledge = await openDeskKnowledge(config, say);
    try {
      const lessons = checked(await lessonsFrom(from), from, knowledge);
      say(`比较采用前后：${lessons.length} 条新样例，交叉验证四次。`);
      const comparison = compareLessons({ catalogue: knowledge.catalogue, lessons });
      const { isBetter, ...measured } = comparison;
      const source = from === 'tickets' ? from : path.basename(from);
      const report = { takenAt: new Date().toISOString(), from: source, lessons: lessons.length, ...measured };
      if (isBetter) await writeTakenLessons(file, { lessons, report });
      print(json ? { taken: isBetter, file: isBetter ? file : null, ...report } : inLines(comparison));
    } finally {
      await knowledge.close();
    }
  });

const report = new Command('report')
  .description('现在采用的训练样例和采用时的比较。What was taken, and how it compared.')
  .option('--json', '输出一行 JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const taken = await readTakenLessons(lessonsFileOf(readConfig(process.env, projectRoot())), say);
    if (json) return print(taken?.report ?? { lessons: 0 });
    if (!taken) return print('没有另外采用训练样例，用的是自带的分类器。');
    const { takenAt, from, lessons } = taken.report;
    print(`${takenAt} 采用了 ${lessons} 条样例（来自 ${from}）`);
    print(figures(taken.report));
  });

export const classifierCommand = new Command('classifier')
  .description('诉求分类的重新训练和报告。Retrain the classifier of complaints.')
  .addCommand(train)
  .addCommand(report);

async function lessonsFrom(from: string): Promise<CategoryLesson[]> {
  if (from !== 'tickets') return readJsonl(from, CategoryLesson);
  return withDesk(async ({ tickets }) => {
    const lessons: CategoryLesson[] = [];
    for await (const example of tickets.examples('category')) lessons.push(CategoryLesson.parse(example));
    return lessons;
  });
}

/** @throws EvalsError `dataset_invalid` when a label is no category, or there are too few to learn from */
function checked(lessons: CategoryLesson[], from: string, { catalogue }: Knowledge): CategoryLesson[] {
  const codes = new Set(catalogue.taxonomy.categories.map(({ code }) => code));
  const unknown = lessons.find(({ label }) => !codes.has(label));
  if (unknown)
    throw new EvalsError(
      'dataset_invalid',
      `${from}: 类别 ${unknown.label} 不在分类目录里，label 请写二级类别的代码，如 C01.01。`,
    );
  if (lessons.length < fewest)
    throw new EvalsError(
      'dataset_invalid',
      `${from}: 只有 ${lessons.length} 条确认过的样例，至少要 ${fewest} 条才能比较好坏。`,
    );
  return lessons.map(({ text, label }) => ({ text: maskPersonalData(text), label }));
}

function inLines(comparison: LessonsComparison): string {
  const verdict = comparison.isBetter
    ? '比原来好，已采用；下次启动时生效。'
    : '没有比原来好，未采用，仍用现在的分类器。';
  return [figures(comparison), verdict].join('\n');
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function figures({ judged, before, after, better, worse, p }: Omit<LessonsComparison, 'isBetter'>): string {
  return [
    `在 ${judged} 条没有学过的诉求上（四折交叉验证）`,
    `正确率    ${percent(before.accuracy)} → ${percent(after.accuracy)}`,
    `macro F1  ${before.macroF1.toFixed(3)} → ${after.macroF1.toFixed(3)}`,
    `改对 ${better} 条，改错 ${worse} 条（McNemar p = ${p.toFixed(3)}）`,
  ].join('\n');
}
