import type { Reply, Trace, Turn } from '../../assistant/index.ts';
import { createHarness, type Harness } from '../harness.ts';

export const trace = (fields: Partial<Trace> = {}): Trace => ({
  asked: '',
  skill: null,
  engine: 'scripted',
  elapsedMs: 0,
  ...fields,
});

/** What the scripted assistant says to a text; an unscripted text fails loudly. */
export type Script = Record<string, { reply: Reply; trace?: Partial<Trace> }>;

/** A harness over an assistant that says what the script says, and over documents given as texts. */
export function scriptedHarness(script: Script, documents: Record<string, string> = {}): Harness & { turns: Turn[] } {
  const turns: Turn[] = [];
  const harness = createHarness({
    assistant: {
      async reply(turn) {
        turns.push(turn);
        const scripted = script[turn.text];
        if (!scripted) throw new Error(`not scripted: ${turn.text}`);
        // Remembers how many turns there were, so that a test can see the state being handed on.
        const dialogue = { matter: { id: `after-${turns.length}`, answers: {}, facets: [], timesAsked: 0 } };
        return { reply: scripted.reply, dialogue, trace: trace(scripted.trace) };
      },
    },
    now: new Date('2026-01-15T02:00:00Z'),
    engine: 'scripted',
    knowledgeDigest: 'k1',
    documentText: (docId) => documents[docId] ?? null,
  });
  return { ...harness, turns };
}

export const greeted = (text = '您好。'): Reply => ({ outcome: 'greeted', text });
