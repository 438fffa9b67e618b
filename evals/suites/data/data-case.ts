import { join } from 'node:path';
import { z } from 'zod';
import { EvalsError } from '../../evals-error.ts';
import { messagesOf, said } from '../../read-case-turns.ts';
import { readJsonl } from '../../read-jsonl.ts';

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type GoldCell = z.infer<typeof Cell>;

/** Ways a question of figures may end other than with figures. */
export const dataEndings = ['clarifying', 'nothing_found', 'not_in_scope', 'refused'] as const;

/** One line of `cases.jsonl` in a data set for the data suite. Unknown fields are let through unread. */
const DataLine = z.object({
  id: z.string().min(1),
  question: z.string().min(1).optional(),
  turns: said.turns,
  /** The rows that answer the question; the order counts only where `ordered` says so or the question orders. */
  rows: z.array(z.array(Cell)).optional(),
  ordered: z.boolean().optional(),
  /** Where the right ending is no figure. */
  outcome: z.union([z.enum(dataEndings).transform((one) => [one]), z.array(z.enum(dataEndings)).min(1)]).optional(),
  phenomenon: z.string().optional(),
  /** Half of a set may be kept from development: `kept`. */
  split: z.string().optional(),
  /** The asking cadre's district; without it the cadre may see the whole city. */
  district: z.string().optional(),
});

export interface DataCase {
  id: string;
  messages: string[];
  gold: GoldCell[][] | null;
  ordered: boolean;
  outcome: string[] | null;
  phenomenon: string | null;
  split: string | null;
  district: string | null;
}

/** @throws EvalsError when the folder or a line of it cannot be used */
export async function readDataCases(folder: string): Promise<DataCase[]> {
  const file = join(folder, 'cases.jsonl');
  const lines = await readJsonl(file, DataLine, ({ id }) => id);
  return lines.map(({ id, question, turns, rows, ordered, outcome, phenomenon, split, district }) => {
    const messages = messagesOf({ text: question, turns });
    if (messages.length === 0) throw new EvalsError('dataset_invalid', `${file}: ${id}: 缺少 question 或 turns`);
    if (!rows && !outcome) throw new EvalsError('dataset_invalid', `${file}: ${id}: 缺少 rows 或 outcome`);
    return {
      id,
      messages,
      gold: rows ?? null,
      ordered: ordered ?? false,
      outcome: outcome ?? null,
      phenomenon: phenomenon ?? null,
      split: split ?? null,
      district: district ?? null,
    };
  });
}
