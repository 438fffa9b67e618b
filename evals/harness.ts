import { randomUUID } from 'node:crypto';
import { type DialogueState, emptyDialogue, type Reply, type Trace, type Turn } from '../assistant/index.ts';

/** The part of an assistant that is judged: one turn in, one reply out. */
export interface AssistantUnderTest {
  reply(turn: Turn): Promise<{ reply: Reply; dialogue: DialogueState; trace: Trace }>;
}

/** One dialogue as it was played; the last turn is the one that is judged. */
export interface Recording {
  reply: Reply;
  trace: Trace;
  /** The turns that led there, oldest first. */
  earlier: { said: string; outcome: Reply['outcome']; text: string }[];
}

export interface Harness {
  /** `built-in`, or the name of the chat model behind the assistant. */
  engine: string;
  knowledgeDigest: string;
  /** SHA-256 of the search index as it is kept, where it is. */
  indexDigest?: string | null;
  /** Everything that is set for a run and stands neither in the commit nor in the data. */
  settings: HarnessSettings;
  /** Plays a citizen's messages one after the other, each with the dialogue state the one before left. */
  play(messages: readonly string[], signal?: AbortSignal): Promise<Recording>;
  /** The text of a document as the assistant could cite it; null when there is no such document. */
  documentText(docId: string): string | null;
}

export interface HarnessSettings {
  /** The moment every turn happens at, ISO 8601. */
  now: string;
  engine: string;
  /** Of everything that is drawn: bootstrap, sign flips. */
  seed: number;
}

/** The assistant broke in a turn, which a run counts apart from wrong answers. */
export class ReplyFailed extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ReplyFailed';
    this.code = code;
  }
}

export interface HarnessParts {
  assistant: AssistantUnderTest;
  /** The moment every turn happens at, so that 「上个月」 and effective dates mean the same in each run. */
  now: Date;
  engine: string;
  knowledgeDigest: string;
  indexDigest?: string | null;
  documentText(docId: string): string | null;
}

const seed = 1;

/** Builds what suites play their cases on. Nothing is stored and no ticket is filed: that is up to the assistant handed in. */
export function createHarness(parts: HarnessParts): Harness {
  const { assistant, now, engine, knowledgeDigest, indexDigest = null, documentText } = parts;
  return {
    engine,
    indexDigest,
    settings: { now: now.toISOString(), engine, seed },
    knowledgeDigest,
    documentText,
    async play(messages, signal) {
      // Ids are new each time so that an assistant that remembers messages cannot mix two cases up.
      const conversationId = `eval-${randomUUID()}`;
      const recorded: { said: string; reply: Reply; trace: Trace }[] = [];
      let dialogue = emptyDialogue;
      for (const [index, text] of messages.entries()) {
        const messageId = `${conversationId}-${index}`;
        const turn: Turn = { conversationId, messageId, text, channel: 'web', at: now, dialogue, signal };
        const result = await assistant.reply(turn);
        dialogue = result.dialogue;
        recorded.push({ said: text, reply: result.reply, trace: result.trace });
      }
      return toRecording(recorded);
    },
  };
}

function toRecording(turns: { said: string; reply: Reply; trace: Trace }[]): Recording {
  const last = turns.at(-1);
  if (!last) throw new Error('a dialogue needs at least one message');
  const broken = turns.map(({ reply }) => reply).find((reply) => reply.outcome === 'failed');
  if (broken) throw new ReplyFailed(broken.code, broken.text);
  const earlier = turns.slice(0, -1).map(({ said, reply }) => ({ said, outcome: reply.outcome, text: reply.text }));
  return { reply: last.reply, trace: last.trace, earlier };
}
