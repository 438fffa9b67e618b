import type { DialogueState } from './dialogue-state.ts';
import type { SingleReply } from './reply.ts';
import type { Trace } from './trace.ts';
import type { Turn } from './turn.ts';

/** A turn as the engines see it. */
export interface AskedTurn extends Turn {
  /** Personal data masked, dialect and width normalised, the follow-up made whole. */
  asked: string;
  /** The message that this is one request of; left out where it is the whole message. */
  whole?: string;
}

/** What a skill gives back: the reply, what to remember, and what it looked at. */
export interface SkillResult {
  reply: SingleReply;
  dialogue: DialogueState;
  trace?: Partial<Trace>;
}

export interface Skill {
  name:
    | 'answer-matter'
    | 'file-complaint'
    | 'query-data'
    | 'hand-over'
    | 'small-talk'
    | 'out-of-scope'
    | 'judge-ticket';
  run(turn: AskedTurn, onDelta?: (text: string) => void): Promise<SkillResult>;
}
