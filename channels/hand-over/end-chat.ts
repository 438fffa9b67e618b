import type { Transaction } from 'kysely';
import type { ConversationStore, MessageRow } from '../../assistant/index.ts';
import { addAuditLine } from '../access/audit-line.ts';
import { endOpen, findStale, type HandOverRow, type HandOverStore } from './hand-over-store.ts';
import type { EndedBy, HandOverRecord } from './hand-over-tables.ts';
import { personSaid } from './person-said.ts';
import { onlyIf, passRaced, raced } from './raced.ts';

export interface EndingNeeds {
  store: HandOverStore;
  conversations: Pick<ConversationStore, 'post'>;
  /** Shows a message that was put into a conversation to whoever has it open. */
  tell: (row: MessageRow | null) => void;
  now: () => Date;
}

type Trx = Transaction<HandOverRecord>;

/** Nobody who waited so long in a chat is still being polite; the telephone is answered around the clock. */
export const waitAtMostMs = 10 * 60_000;

/**
 * Ends what nobody came for and what an operator has left standing; told in the conversation. The one rule for it: every
 * look at a hand-over begins with it, and a job does it where nobody looks.
 */
export async function endStale(needs: EndingNeeds): Promise<void> {
  const before = new Date(needs.now().getTime() - waitAtMostMs);
  for (const { row, endedBy } of await needs.store.stale(before)) {
    // An operator whose console was heard of since then has it still.
    const isStill = async (trx: Trx) => (await findStale(trx, before, row.id)).length > 0;
    await end(row, endedBy, needs, isStill);
  }
}

/** Ends an open one with a word in the conversation and a line of audit, all or nothing; false when somebody was faster. */
export async function end(
  row: HandOverRow,
  endedBy: EndedBy,
  { conversations, tell, store, now }: EndingNeeds,
  isDue: (trx: Trx) => Promise<boolean> = async () => true,
): Promise<boolean> {
  const at = now();
  const reply = wordOf(endedBy, row.taken_by && (await store.nameOf(row.taken_by)));
  // Once reopened it may end again, with a word of its own.
  const id = `${row.id}.${endedBy}.${at.getTime()}`;
  const ending = async (trx: Trx) => {
    if (!(await isDue(trx)) || !(await endOpen(trx, row, endedBy, at))) return false;
    const actor = actorOf(endedBy, row);
    await addAuditLine(trx, { at, actor, action: 'chat-end', subject: row.id, detail: { endedBy } });
    return true;
  };
  const finish = (trx: unknown) => onlyIf(ending(trx as Trx));
  const done = await conversations.post(row.conversation_id, { id, reply }, at, finish).catch(passRaced);
  if (done === raced) return false;
  tell(done);
  return true;
}

/** Whose doing the ending was: who has an account by its name, the citizen and the clock by what they are. */
function actorOf(endedBy: EndedBy, { taken_by }: HandOverRow): string {
  if (endedBy === 'citizen') return 'citizen';
  return endedBy === 'operator' && taken_by !== null ? taken_by : 'system';
}

function wordOf(endedBy: EndedBy, operator: string | null) {
  if (operator === null) return personSaid.nobodyCame;
  if (endedBy === 'citizen') return personSaid.endedByCitizen(operator);
  return endedBy === 'operator_gone' ? personSaid.operatorGone(operator) : personSaid.ended(operator);
}
