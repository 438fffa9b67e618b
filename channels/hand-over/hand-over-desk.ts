import type { ConversationStore } from '../../assistant/index.ts';
import type { Switches } from '../access/switches.ts';
import { requireOn } from '../access/switches.ts';
import type { HandOverShown } from '../http/hand-over-types.ts';
import { type EndingNeeds, end, endStale } from './end-chat.ts';
import type { HandOverRow } from './hand-over-store.ts';
import { type Presence, presentForMs } from './presence.ts';

export interface HandOverNeeds extends EndingNeeds {
  presence: Presence;
  conversations: ConversationStore;
  switches: Pick<Switches, 'isOn'>;
}

export type HandOverDesk = ReturnType<typeof createHandOverDesk>;

/** The citizen's side: asks for a person, sees how it stands, gives up or goes back to the assistant. */
export function createHandOverDesk(needs: HandOverNeeds) {
  const { store, presence, switches, now } = needs;

  async function look(conversationId: string | null): Promise<HandOverShown> {
    await endStale(needs);
    const open = conversationId === null ? undefined : await store.openOf(conversationId);
    if (open) await store.seeCitizen(open.id, now());
    const operatorsPresent = await presence.count();
    const lastSequence = conversationId === null ? 0 : await store.lastSequence(conversationId);
    const shown = { ...unasked, operatorsPresent, lastSequence };
    if (open?.taken_by) return { ...shown, ...(await joined(open, open.taken_by)) };
    if (open)
      return { ...shown, state: 'waiting', ahead: await store.aheadOf(open), since: open.asked_at.toISOString() };
    if (!switches.isOn('person')) return { ...shown, state: 'off' };
    return { ...shown, state: operatorsPresent > 0 ? 'none' : 'nobody' };
  }

  async function joined({ taken_at, asked_at }: HandOverRow, account: string) {
    const [operator, seenAt] = await Promise.all([store.nameOf(account), store.seenAt(account)]);
    return {
      state: 'joined' as const,
      since: (taken_at ?? asked_at).toISOString(),
      operator,
      operatorPresent: seenAt !== null && seenAt.getTime() > now().getTime() - presentForMs,
    };
  }

  return {
    look,

    /** Puts the conversation into the queue where somebody is on duty; otherwise nothing waits. */
    async ask(conversationId: string): Promise<HandOverShown> {
      requireOn(switches, 'person');
      await endStale(needs);
      if ((await presence.count()) > 0) await store.ask(conversationId, now());
      return look(conversationId);
    },

    /** Gives up waiting, or goes back to the assistant; a second time changes nothing. */
    async leave(conversationId: string): Promise<HandOverShown> {
      const open = await store.openOf(conversationId);
      // Who gives up before anybody came is told by the page, and may take it back; the conversation needs no word of it.
      if (open?.taken_by) await end(open, 'citizen', needs);
      else if (open) await store.giveUp(open, now());
      return look(conversationId);
    },
  };
}

const unasked = { ahead: null, since: null, operator: null, operatorPresent: false };
