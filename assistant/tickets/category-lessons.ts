import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** A complaint with the level-2 code of its category, as a person confirmed it. Personal data is masked before it comes here. */
export const CategoryLesson = z.object({ text: z.string().min(1).max(10_000), label: z.string().min(1) });
export type CategoryLesson = z.infer<typeof CategoryLesson>;

/** How the built-in examples alone did beside these and the lessons, on messages that neither had learnt from. */
export const LessonsReport = z.object({
  takenAt: z.iso.datetime(),
  /** `tickets`, or the name of a file. */
  from: z.string(),
  lessons: z.number().int(),
  judged: z.number().int(),
  before: z.object({ accuracy: z.number(), macroF1: z.number() }),
  after: z.object({ accuracy: z.number(), macroF1: z.number() }),
  better: z.number().int(),
  worse: z.number().int(),
  p: z.number(),
});
export type LessonsReport = z.infer<typeof LessonsReport>;

/** What the classifier of this desk learns from beside the built-in examples. */
export interface TakenLessons {
  lessons: CategoryLesson[];
  report: LessonsReport;
}

const LessonsFile = z.object({
  version: z.literal(1),
  /** SHA-256 of the JSON of what was taken: a changed line shows. */
  digest: z.string(),
  taken: z.object({ lessons: z.array(CategoryLesson), report: LessonsReport }),
});

const digestOf = (taken: TakenLessons) => createHash('sha256').update(JSON.stringify(taken)).digest('hex');

/** Null without a file, and, with a notice, where the file is damaged: the built-in examples are then all there is. */
export async function readTakenLessons(file: string, notice: (text: string) => void): Promise<TakenLessons | null> {
  const unusable = (why: string) => {
    notice(`分类学习文件 ${file} ${why}，改用自带的分类器。可用 yuwen classifier train 重新训练。`);
    return null;
  };
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) return text.code === 'ENOENT' ? null : unusable(`读不出来（${text.message}）`);
  const parsed = LessonsFile.safeParse(jsonOrNull(text));
  if (!parsed.success) return unusable('不是完整的学习文件');
  const { digest, taken } = parsed.data;
  return digest === digestOf(taken) ? taken : unusable('与其校验值不符');
}

/** Written beside and then renamed, so a start never meets half a file. */
export async function writeTakenLessons(file: string, taken: TakenLessons): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, JSON.stringify({ version: 1, digest: digestOf(taken), taken }));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema says that null is no such file.
    return null;
  }
}
