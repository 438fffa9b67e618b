import { join } from 'node:path';
import { z } from 'zod';
import { EvalsError } from '../../evals-error.ts';
import { readJsonl } from '../../read-jsonl.ts';

/** Offsets in characters (code points, so that 😀 is one), end exclusive. */
const Span = z
  .object({ type: z.string().min(1).transform(toOwnType), start: z.int().min(0), end: z.int().min(1) })
  .refine(({ start, end }) => start < end, '范围的终点应在起点之后');
export type Span = z.infer<typeof Span>;

/** One line of `cases.jsonl` in a data set for the pii suite. Unknown fields are let through unread. */
const PiiLine = z.object({
  id: z.string().min(1).optional(),
  text: z.string().min(1),
  spans: z.array(Span),
  tags: z.array(z.string()).default([]),
});

export interface PiiCase extends Omit<z.infer<typeof PiiLine>, 'id'> {
  id: string;
}

/** What other sets call our types. */
const otherNames: Record<string, string> = {
  name: 'person', id_card: 'id_number', plate: 'license_plate', mobile: 'phone', landline: 'phone', location: 'address',
}; // biome-ignore format: a small table

function toOwnType(type: string): string {
  return otherNames[type] ?? type;
}

/** A case without an id is named by its line. @throws EvalsError when the folder or a line of it cannot be used */
export async function readPiiCases(folder: string): Promise<PiiCase[]> {
  const file = join(folder, 'cases.jsonl');
  const lines = await readJsonl(file, PiiLine);
  const cases = lines.map((line, index) => ({ ...line, id: line.id ?? `case-${index + 1}` }));
  const ids = new Set<string>();
  for (const { id, text, spans } of cases) {
    if (ids.has(id)) throw new EvalsError('dataset_invalid', `${file}: 重复的 id：${id}`);
    ids.add(id);
    const length = [...text].length;
    if (spans.some(({ end }) => end > length)) throw new EvalsError('dataset_invalid', `${file}: ${id}: 范围超出文本`);
  }
  return cases;
}
