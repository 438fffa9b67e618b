import { z } from 'zod';
import { Citation } from '../../assistant/index.ts';
import type { CaseInRun } from './case-history.ts';
import { nothingShown } from './gather-review.ts';
import type { ReviewContent } from './review-content.ts';
import type { NewReview } from './review-store.ts';

// Records of every suite, read as far as they have these fields. They were masked when they were recorded.
const Input = z.object({
  messages: z.array(z.string()).optional(),
  text: z.string().optional(),
  question: z.string().optional(),
});
const Shown = z.object({
  outcome: z.string(),
  text: z.string(),
  sentences: z.array(z.object({ text: z.string(), citations: z.array(z.int()) })).default([]),
  citations: z.array(Citation).default([]),
  matter: z.object({ id: z.string() }).nullish(),
});
const Output = z.object({
  reply: Shown.nullish().catch(null),
  outcome: z.string().optional(),
  text: z.string().optional(),
  kind: z.string().optional(),
  labels: z.array(z.string()).optional(),
  confidence: z.number().nullish(),
  proposed: z.array(z.object({ label: z.string(), p: z.number() })).optional(),
  earlier: z.array(z.object({ said: z.string(), outcome: z.string(), text: z.string() })).optional(),
  trace: z
    .object({ engine: z.string(), passages: z.array(z.string()).optional() })
    .nullish()
    .catch(null),
});

/** A case of a run as something to review: what was asked, what came out, and what the case asked for. */
export function reviewOfCase(found: CaseInRun, at: Date): NewReview {
  const { runId, suite, data, caseId, input, error } = found;
  const messages = Input.safeParse(input).data;
  const output = Output.safeParse(found.output).data ?? {};
  const said = messages?.messages ?? [];
  return {
    subject: `case:${runId}/${caseId}`,
    reasons: ['eval_case'],
    channel: 'evals',
    at,
    content: {
      ...nothingShown,
      question: said.at(-1) ?? messages?.text ?? messages?.question ?? '',
      earlier: output.earlier ?? said.slice(0, -1).map((one) => ({ said: one, outcome: '', text: '' })),
      reply: replyIn(output),
      route: routeIn(output),
      engine: output.trace?.engine ?? null,
      passages: output.trace?.passages ?? [],
      evalCase: { runId, suite, data, caseId, input, error },
    },
  };
}

function replyIn({ reply, outcome, text, proposed }: z.infer<typeof Output>): ReviewContent['reply'] {
  const shown = reply ?? {
    outcome: outcome ?? 'none',
    text: text ?? proposed?.[0]?.label ?? '',
    sentences: [],
    citations: [],
    matter: null,
  };
  return { ...shown, matter: shown.matter?.id ?? null, category: null, owner: null };
}

function routeIn({ kind, labels, confidence, proposed }: z.infer<typeof Output>): ReviewContent['route'] {
  if (proposed?.[0]) return { kind: proposed[0].label, label: null, confidence: proposed[0].p };
  return kind === undefined ? null : { kind, label: labels?.[0] ?? null, confidence: confidence ?? 0 };
}
