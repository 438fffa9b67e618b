import { arrangeKnowledge, type Knowledge, type KnowledgeParts, narrowKnowledge } from '../../knowledge/index.ts';
import type { Listening } from '../store/listen.ts';

/** Woken by the record at the commit of whatever changes the answers. */
export const knowledgeChannel = 'yuwen_knowledge';

/** A notification may be lost with its connection; by looking this often a desk still follows within five seconds. */
const lookEveryMs = 2_000;

export interface FollowedKnowledge {
  /** The state of now, for whoever asks each time: its methods answer from whichever state is current. */
  handle: Knowledge;
  /** The state of now itself; it never changes, and what was derived of it can be kept by its identity. */
  current(): Knowledge;
  /** Looks at once, and is there when everything written by then is answered from. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

export interface FollowNeeds {
  /** Something that differs whenever there is something else to answer from. */
  stateNow: () => Promise<string>;
  partsNow: () => Promise<KnowledgeParts>;
  /** Makes parts searchable, away from this thread. */
  assemble: (parts: KnowledgeParts) => Promise<Knowledge>;
  /** Null for a process that lives too short to follow. */
  listen: ((channel: string, onNotify: () => void) => Listening) | null;
  notice: (text: string) => void;
}

/**
 * Knowledge that follows the record without a restart: the next state is computed beside the one that answers and then put
 * in its place. What is withdrawn is gone at once, before the index of the next state is ready.
 */
export async function followKnowledge({
  stateNow,
  partsNow,
  assemble,
  listen,
  notice,
}: FollowNeeds): Promise<FollowedKnowledge> {
  let state = await stateNow();
  let current = await assemble(await partsNow());
  let isBroken = false;
  let isClosed = false;

  async function look(): Promise<void> {
    if (isClosed) return;
    const seen = await stateNow();
    if (seen === state) return;
    const parts = await partsNow();
    current = narrowKnowledge(current, arrangeKnowledge(parts));
    current = await assemble(parts);
    state = seen;
  }
  const lookOrTell = () =>
    look().then(
      () => {
        isBroken = false;
      },
      // The last known state goes on answering; the next look tries again.
      (error: Error) => {
        if (!isBroken) notice(`新发布的内容这次没有用上，稍后再试：${error.message}`);
        isBroken = true;
      },
    );
  // One look after the other, and at most one in waiting: what is seen then covers every call made meanwhile.
  let looking = Promise.resolve();
  let waiting: Promise<void> | null = null;
  const lookNext = () => {
    waiting ??= looking.then(() => {
      waiting = null;
      looking = lookOrTell();
      return looking;
    });
    return waiting;
  };
  const listening = listen?.(knowledgeChannel, () => void lookNext());
  const timer = listen && setInterval(lookNext, lookEveryMs).unref();

  return {
    handle: handleOf(() => current),
    current: () => current,
    caughtUp: lookNext,
    async close() {
      isClosed = true;
      if (timer) clearInterval(timer);
      await listening?.close();
      await waiting;
      await looking;
      await current.close();
    },
  };
}

function handleOf(current: () => Knowledge): Knowledge {
  return {
    search: (query, options) => current().search(query, options),
    documents: { find: (docId) => current().documents.find(docId) },
    matters: {
      inForce: (on) => current().matters.inForce(on),
      find: (id, on) => current().matters.find(id, on),
    },
    matterDocument: (card) => current().matterDocument(card),
    get catalogue() {
      return current().catalogue;
    },
    get parts() {
      return current().parts;
    },
    get learntVectors() {
      return current().learntVectors;
    },
    get digest() {
      return current().digest;
    },
    close: async () => {}, // whoever follows closes
  };
}
