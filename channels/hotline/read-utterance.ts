import type { SingleReply } from '../../assistant/index.ts';

/** What one utterance of the citizen says by itself. */
export interface Reading {
  danger: Extract<SingleReply, { outcome: 'emergency' }> | null;
  wants: ('matter' | 'complaint')[];
}
