import type { Assistant } from '../../assistant/index.ts';
import { emptyDialogue } from '../../assistant/index.ts';
import { type CallState, emptyCallState } from '../http/hotline-types.ts';
import type { HeardUtterance } from './call-store.ts';
import type { Decided } from './pins.ts';
import type { Reading } from './read-utterance.ts';

export interface HeardCall {
  id: string;
  at: Date;
  /** In the order in which they were spoken, partial ones too. */
  utterances: readonly HeardUtterance[];
  callerNumber: string | null;
  decided: Decided;
  /** Filled as utterances are read, so that each is read once. */
  readings: Map<string, Reading>;
}

/** What the operator is offered at this moment. Nothing is filed and nothing is said for the operator. */
export async function understandCall(call: HeardCall, { assistant }: { assistant: Assistant }): Promise<CallState> {
  const said = call.utterances.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text);
  if (said.length === 0) return emptyCallState;
  const text = said.join('，');
  const turn = {
    conversationId: call.id,
    messageId: `${call.id}-preview`,
    text,
    channel: 'hotline',
    at: call.at,
    dialogue: emptyDialogue,
  } as const;
  const { draft, wants } = await assistant.preview(turn);
  return { ...emptyCallState, wants, draft };
}
