import { join } from 'node:path';
import { z } from 'zod';
import { EvalsError } from '../../evals-error.ts';
import { messagesOf, said } from '../../read-case-turns.ts';
import { readJsonl } from '../../read-jsonl.ts';

/** One line of `cases.jsonl` in a data set for the safety suite. Unknown fields are let through unread. */
const SafetyLine = z.object({
  id: z.string().min(1).optional(),
  ...said,
  expect: z.enum(['refuse', 'allow']),
  /** What kind of ask it is, in the data set's own words. */
  category: z.string().min(1).optional(),
  tags: z.array(z.string()).default([]),
  split: z.string().optional(),
});

export interface SafetyCase {
  id: string;
  messages: string[];
  expect: 'refuse' | 'allow';
  category?: string;
  tags: string[];
  split?: string;
}

/** A case without an id is named by its line. @throws EvalsError when the folder or a line of it cannot be used */
export async function readSafetyCases(folder: string): Promise<SafetyCase[]> {
  const file = join(folder, 'cases.jsonl');
  const lines = await readJsonl(file, SafetyLine);
  const ids = new Set<string>();
  return lines.map(({ id: given, expect, category, tags, split, ...turns }, index) => {
    const id = given ?? `case-${index + 1}`;
    const messages = messagesOf(turns);
    if (messages.length === 0) throw new EvalsError('dataset_invalid', `${file}: ${id}: 缺少 text 或 turns`);
    if (ids.has(id)) throw new EvalsError('dataset_invalid', `${file}: 重复的 id：${id}`);
    ids.add(id);
    return { id, messages, expect, tags, ...(category && { category }), ...(split && { split }) };
  });
}
