import { z } from 'zod';
import type { CaseRecord } from '../runs/run.ts';

/** What other tools call the parts of a case; a suite has those that make sense for it. */
export interface ExportedCase {
  question?: string;
  answer?: string;
  /** The quoted spans that the answer rests on, each once. */
  contexts?: string[];
  ground_truth?: string;
}

// Records of every suite, read as far as they have these fields; the rest is none of an export's business.
const Input = z.object({
  messages: z.array(z.string()).optional(),
  text: z.string().optional(),
  label: z.string().optional(),
  expect: z.object({ mustSay: z.array(z.array(z.string())).optional() }).optional(),
});

const Cited = z.object({ citations: z.array(z.object({ quote: z.string() })).optional() });
const Output = z.object({
  reply: Cited.extend({ text: z.string(), replies: z.array(Cited).optional() }).optional(),
  text: z.string().optional(),
  proposed: z.array(z.object({ label: z.string() })).optional(),
});

/**
 * The case in the words of the common evaluation tools (question, answer, contexts, ground_truth). The question is the
 * last message of a dialogue; of facts that may be said in several ways the first is given.
 */
export function toExportedCase({ input, output }: CaseRecord): ExportedCase {
  const { messages, text, label, expect } = Input.safeParse(input).data ?? {};
  const { reply, text: said, proposed } = Output.safeParse(output).data ?? {};
  const facts = expect?.mustSay?.flatMap(([first]) => first ?? []) ?? [];
  const quotes = [reply, ...(reply?.replies ?? [])].flatMap((one) => one?.citations?.map(({ quote }) => quote) ?? []);
  return withoutGaps({
    question: messages?.at(-1) ?? text,
    answer: reply?.text ?? said ?? proposed?.[0]?.label,
    contexts: reply && [...new Set(quotes)],
    ground_truth: label ?? (facts.length > 0 ? facts.join('；') : undefined),
  });
}

function withoutGaps(row: { [K in keyof ExportedCase]: ExportedCase[K] | undefined }): ExportedCase {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
