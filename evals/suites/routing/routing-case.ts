import { join } from 'node:path';
import { z } from 'zod';
import { EvalsError } from '../../evals-error.ts';
import { grouping, groupingOf, messagesOf, said } from '../../read-case-turns.ts';
import { readJsonl } from '../../read-jsonl.ts';

/** What a message can be: 办事, 诉求, 数据, 闲聊, 紧急, 注入, 范围外, 一句话里几件事. */
export const routeKinds = [
  'matter', 'complaint', 'data', 'chitchat', 'emergency', 'injection', 'out_of_scope', 'multi',
] as const; // biome-ignore format: a list of words
export type RouteKind = (typeof routeKinds)[number];

/** One line of `cases.jsonl` in a data set for the routing suite. Unknown fields are let through unread. */
const RoutingLine = z.object({
  id: z.string().min(1),
  ...said,
  kind: z.enum(routeKinds),
  /** The matter's id, or the complaint's category; a category's group (`C05`) stands for all of its categories. */
  label: z.string().optional(),
  /** Also right: further labels, or kinds where a message can honestly be read in two ways. */
  alt: z.union([z.string().transform((alt) => [alt]), z.array(z.string())]).default([]),
  tags: z.array(z.string()).default([]),
  ...grouping,
});

export interface RoutingCase {
  id: string;
  messages: string[];
  kinds: string[];
  labels: string[];
  tags: string[];
  topic?: string;
  district?: string;
  /** Cases that name the same dialogue hang together. */
  dialogue?: string;
  split?: string;
}

/** @throws EvalsError when the folder or a line of it cannot be used */
export async function readRoutingCases(folder: string): Promise<RoutingCase[]> {
  const file = join(folder, 'cases.jsonl');
  const lines = await readJsonl(file, RoutingLine, ({ id }) => id);
  return lines.map(({ id, kind, label, alt, tags, ...turns }) => {
    const messages = messagesOf(turns);
    if (messages.length === 0) throw new EvalsError('dataset_invalid', `${file}: ${id}: 缺少 text 或 turns`);
    const isKind = (word: string) => (routeKinds as readonly string[]).includes(word);
    const labels = label === undefined ? [] : [label, ...alt.filter((word) => !isKind(word))];
    return { id, messages, kinds: [kind, ...alt.filter(isKind)], labels, tags, ...groupingOf(turns) };
  });
}
