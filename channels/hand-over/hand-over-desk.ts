import type { Transaction } from 'kysely';
import type { ConversationStore, MessageRow } from '../../assistant/index.ts';
import type { Switches } from '../access/switches.ts';
import { requireOn } from '../access/switches.ts';
import type { HandOverShown } from '../http/hand-over-types.ts';
import { endOpen, type HandOverRow, type HandOverStore } from './hand-over-store.ts';
import type { EndedBy, HandOverTables } from './hand-over-tables.ts';
import { personSaid } from './person-said.ts';
import { type Presence, presentForMs } from './presence.ts';

export interface HandOverNeeds {
  store: HandOverStore;
  presence: Presence;
  conversations: ConversationStore;
  switches: Pick<Switches, 'isOn'>;
  /** Shows a message that was put into a conversation to whoever has it open. */
  tell: (row: MessageRow | null) => void;
  now: () => Date;
}

/** Nobody who waited so long in a chat is still being polite; the telephone is answered around the clock. */
export const waitAtMostMs = 10 * 60_000;

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

/** Ends what nobody came for and what an operator has left standing; told in the conversation. */
export async function endStale(needs: HandOverNeeds): Promise<void> {
  const stale = await needs.store.stale(new Date(needs.now().getTime() - waitAtMostMs));
  for (const { row, endedBy } of stale) await end(row, endedBy, needs);
}

/** Ends an open one with a word in the conversation, both or neither; false when somebody was faster. */
export async function end(row: HandOverRow, endedBy: EndedBy, needs: HandOverNeeds): Promise<boolean> {
  const { conversations, tell, store, now } = needs;
  const at = now();
  const reply = wordOf(endedBy, row.taken_by && (await store.nameOf(row.taken_by)));
  // Once reopened it may end again, with a word of its own.
  const id = `${row.id}.${endedBy}.${at.getTime()}`;
  const ending = (trx: unknown) => onlyIf(endOpen(trx as Transaction<HandOverTables>, row, endedBy, at));
  const done = await conversations.post(row.conversation_id, { id, reply }, at, ending).catch(passRaced);
  if (done === raced) return false;
  tell(done);
  return true;
}

function wordOf(endedBy: EndedBy, operator: string | null) {
  if (operator === null) return personSaid.nobodyCame;
  if (endedBy === 'citizen') return personSaid.endedByCitizen(operator);
  return endedBy === 'operator_gone' ? personSaid.operatorGone(operator) : personSaid.ended(operator);
}

/** Breaks the transaction that a row no longer fits, so that neither the row nor the word is kept. */
class Raced extends Error {}
export const raced = Symbol('raced');
export async function onlyIf(changed: Promise<boolean>): Promise<void> {
  if (!(await changed)) throw new Raced();
}
export const passRaced = (error: unknown): typeof raced => {
  if (error instanceof Raced) return raced;
  throw error;
};
