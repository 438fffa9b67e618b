import type { CallState } from '../http/hotline-types.ts';
import type { CallRow, HeardUtterance } from './call-store.ts';
import type { Closing } from './call-tables.ts';
import type { HotlineNeeds } from './hotline-desk.ts';

export interface EndedCall {
  row: CallRow;
  utterances: readonly HeardUtterance[];
  state: CallState;
}

/** What is made of a call when it ends: a summary, and the ticket held against the transcript. */
export async function closeCall(_: EndedCall, _needs: HotlineNeeds): Promise<Closing> {
  return { summary: [], findings: [] };
}
