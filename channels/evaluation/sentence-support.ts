import { z } from 'zod';
import { claimsNothing, entails } from '../../evals/index.ts';

const Cited = z.object({
  sentences: z.array(z.object({ text: z.string(), citations: z.array(z.number()) })),
  citations: z.array(
    z.object({ docId: z.string(), title: z.string(), quote: z.string(), start: z.number(), end: z.number() }),
  ),
});
const Replied = z.object({ reply: z.union([Cited, z.object({ replies: z.array(z.unknown()) })]) });

export interface SupportedSentence {
  text: string;
  /** Null where the sentence claims nothing that a source could support. */
  supported: boolean | null;
  citations: z.infer<typeof Cited>['citations'];
}

/** The sentences of a recorded answer with what they cite, and whether they follow from it; empty when nothing was answered. */
export function sentenceSupport(output: unknown): SupportedSentence[] {
  const recorded = Replied.safeParse(output);
  if (!recorded.success) return [];
  const { reply } = recorded.data;
  const replies = 'replies' in reply ? reply.replies : [reply];
  return replies.flatMap((one) => {
    const cited = Cited.safeParse(one);
    return cited.success ? supportIn(cited.data) : [];
  });
}

export function supportIn({ sentences, citations }: z.infer<typeof Cited>): SupportedSentence[] {
  return sentences.map(({ text, citations: at }) => {
    const cited = at.flatMap((index) => citations[index] ?? []);
    const quotes = cited.map(({ title, quote }) => `${title}\n${quote}`);
    return { text, supported: claimsNothing(text) ? null : entails(quotes, text), citations: cited };
  });
}
