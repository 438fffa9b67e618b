import { join } from 'node:path';
import { z } from 'zod';
import { EvalsError } from '../../evals-error.ts';
import { grouping, groupingOf, messagesOf, said } from '../../read-case-turns.ts';
import { readJsonl } from '../../read-jsonl.ts';

/** One line of `cases.jsonl` in a data set for the answers suite. Unknown fields are let through unread. */
const AnswerLine = z.object({
  id: z.string().min(1),
  ...said,
  expect: z.object({
    /** The way the turn must end; several when more than one is right. */
    outcome: z.union([z.string().transform((outcome) => [outcome]), z.array(z.string()).min(1)]).optional(),
    /** The id of the matter that must be answered from. */
    matter: z.string().optional(),
    /** Each must be said; where an entry is a list, any one of it will do. */
    mustSay: z.array(z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])).optional(),
    mustNotSay: z.array(z.string().min(1)).optional(),
  }),
  /** What the case is an example of: `facet:materials`, `dialect`, `follow_up`. */
  tags: z.array(z.string()).default([]),
  ...grouping,
});

export interface AnswerCase {
  id: string;
  messages: string[];
  expect: { outcome?: string[]; matter?: string; mustSay: string[][]; mustNotSay: string[] };
  tags: string[];
  topic?: string;
  district?: string;
  /** Cases that name the same dialogue hang together. */
  dialogue?: string;
  split?: string;
}

/** @throws EvalsError when the folder or a line of it cannot be used */
export async function readAnswerCases(folder: string): Promise<AnswerCase[]> {
  const file = join(folder, 'cases.jsonl');
  const lines = await readJsonl(file, AnswerLine, ({ id }) => id);
  return lines.map(({ id, expect, tags, ...turns }) => {
    const messages = messagesOf(turns);
    if (messages.length === 0) throw new EvalsError('dataset_invalid', `${file}: ${id}: 缺少 text 或 turns`);
    return { id, messages, expect: toExpectation(expect), tags, ...groupingOf(turns) };
  });
}

function toExpectation({ outcome, matter, mustSay = [], mustNotSay = [] }: z.infer<typeof AnswerLine>['expect']) {
  return {
    ...(outcome && { outcome }),
    ...(matter && { matter }),
    mustSay: mustSay.map((wanted) => (typeof wanted === 'string' ? [wanted] : wanted)),
    mustNotSay,
  };
}
