import type { ApiError } from '../../channels/http/api-types.ts';
import type { HandOverShown } from '../../channels/http/hand-over-types.ts';
import type { KnownConversation } from './conversation.ts';
import { knownKey } from './conversation.ts';
import type { Kept } from './kept.ts';

/** How it stands with a person in this conversation, kept up with the desk while somebody is waited for or there. */
export interface HandOver {
  /** Null until the desk was asked. */
  readonly shown: HandOverShown | null;
  /** Waiting was given up just now; asking again keeps the place for two minutes. */
  readonly gaveUp: boolean;
  /** The last request did not come through, in the desk's words or ours. */
  readonly problem: string | null;
  look(): Promise<void>;
  ask(): Promise<void>;
  leave(): Promise<void>;
}

interface Needs {
  server: string;
  kept: Kept;
  signal: AbortSignal;
  /** The conversation to ask for; begun when there is none. */
  known: () => Promise<KnownConversation>;
  unreachable: () => string;
  later(work: () => void, ms: number): void;
  changed: () => void;
}

const lookEveryMs = 4_000;
/** Written when this tab has asked or left, so that the others look. */
const turnedKey = 'handOver';

export function createHandOver({ server, kept, signal, known, unreachable, later, changed }: Needs): HandOver {
  let isLooking = false;
  const state = { shown: null as HandOverShown | null, gaveUp: false, problem: null as string | null };
  const isOpen = () => state.shown?.state === 'waiting' || state.shown?.state === 'joined';

  async function post(path: string, body: object): Promise<boolean> {
    const headers = { 'content-type': 'application/json', 'x-yuwen-request': '1' };
    const options = { method: 'POST', headers, body: JSON.stringify(body), signal, credentials: 'omit' as const };
    try {
      const response = await fetch(`${server}/api/hand-over/${path}`, options);
      const answer = (await response.json()) as HandOverShown | ApiError;
      if (response.ok) Object.assign(state, { shown: answer, problem: null });
      else state.problem = 'message' in answer ? answer.message : unreachable();
      return response.ok;
    } catch {
      state.problem = unreachable();
      return false;
    } finally {
      if (!signal.aborted) changed();
    }
  }

  async function look(): Promise<void> {
    await post('look', kept.read<KnownConversation>(knownKey) ?? {});
    watch();
  }

  /** Looks again and again while it is open; one that cannot be reached is asked again all the same. */
  function watch(): void {
    if (isLooking || !isOpen()) return;
    isLooking = true;
    later(() => {
      isLooking = false;
      if (!signal.aborted) void look();
    }, lookEveryMs);
  }

  async function turn(path: 'ask' | 'leave'): Promise<void> {
    const wasWaiting = state.shown?.state === 'waiting';
    const conversation = await known().catch(() => null);
    if (conversation === null) {
      state.problem = unreachable();
      return changed();
    }
    if (!(await post(path, conversation))) return;
    state.gaveUp = path === 'leave' && wasWaiting && !isOpen();
    kept.write(turnedKey, Date.now());
    changed();
    watch();
  }

  kept.onChange((key) => {
    if (key !== turnedKey || signal.aborted) return;
    state.gaveUp = false;
    void look();
  });
  return {
    get shown() {
      return state.shown;
    },
    get gaveUp() {
      return state.gaveUp;
    },
    get problem() {
      return state.problem;
    },
    look,
    ask: () => turn('ask'),
    leave: () => turn('leave'),
  };
}
