import { join } from 'node:path';
import { z } from 'zod';
import { readJsonl } from '../../read-jsonl.ts';

/** One line of `train.jsonl` or `test.jsonl`. Unknown fields are let through unread. */
export const LabelledText = z.object({ text: z.string().min(1), label: z.string().min(1) });
export type LabelledText = z.infer<typeof LabelledText>;

export interface ClassificationCase extends LabelledText {
  id: string;
}

/** What is judged. @throws EvalsError when the file or a line of it cannot be used */
export async function readTestTexts(folder: string): Promise<ClassificationCase[]> {
  const texts = await readJsonl(join(folder, 'test.jsonl'), LabelledText);
  // The format has no ids: the place in the file is what a reader can look up.
  return texts.map((one, index) => ({ id: `test-${index + 1}`, ...one }));
}

/** What is learnt from. @throws EvalsError when the file or a line of it cannot be used */
export function readTrainingTexts(folder: string): Promise<LabelledText[]> {
  return readJsonl(join(folder, 'train.jsonl'), LabelledText);
}
