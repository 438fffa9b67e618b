import type { Assistant, SingleReply } from '../../assistant/index.ts';
import { emptyDialogue, type Turn } from '../../assistant/index.ts';
import type { CallState } from '../http/api-types.ts';

interface Heard {
  callId: string;
  /** What the citizen has said so far, in order. */
  citizenSaid: readonly string[];
  at: Date;
}

/**
 * What the operator is offered after an utterance: a warning, an answer to read out with its sources, the question to
 * ask next, the draft of a ticket. Nothing is filed and nothing is said for the operator.
 */
export async function understandCall({ callId, citizenSaid, at }: Heard, assistant: Assistant): Promise<CallState> {
  const latest = citizenSaid.at(-1);
  if (latest === undefined) return { wants: [], suggestions: [], draft: null, missing: [] };
  const whole = citizenSaid.join('，');
  const turnOf = (text: string): Turn => ({
    conversationId: callId,
    messageId: `${callId}-preview`,
    text,
    channel: 'hotline',
    at,
    dialogue: emptyDialogue,
  });
  const { draft, wants } = await assistant.preview(turnOf(whole));
  const warning = assistant.emergencyIn(latest) ?? assistant.emergencyIn(whole);
  const answer = wants.includes('matter') ? (await assistant.answerMatter(turnOf(whole))).reply : null;
  const missing = draft && draft.place.district === null ? ['事发地点（区县、街道或小区）'] : [];
  return {
    wants: [...(warning ? (['emergency'] as const) : []), ...wants],
    suggestions: [
      ...(warning ? [{ kind: 'warning' as const, text: warning.text, sources: [] }] : []),
      ...suggestionsOf(answer),
      ...missing.map((what) => ({ kind: 'ask' as const, text: `请问${what}是哪里？`, sources: [] })),
    ],
    draft,
    missing,
  };
}

function suggestionsOf(reply: SingleReply | null): CallState['suggestions'] {
  if (reply?.outcome === 'answered' || reply?.outcome === 'partial') {
    const sources = reply.citations.map(({ docId, title, start, end }) => ({ docId, title, start, end }));
    return [{ kind: 'answer', text: reply.text, sources }];
  }
  return reply?.outcome === 'clarifying' ? [{ kind: 'ask', text: reply.text, sources: [] }] : [];
}
