import { type Kysely, type Selectable, sql } from 'kysely';
import type { CallState } from '../http/api-types.ts';
import type { CallTables, UtteranceTable } from './call-tables.ts';

export type UtteranceRow = Selectable<UtteranceTable>;

export interface NewUtterance {
  sequence: number;
  speaker: 'citizen' | 'operator';
  text: string;
  at: Date;
}

export type CallStore = ReturnType<typeof createCallStore>;

export function createCallStore(db: Kysely<CallTables>) {
  return {
    /** Begins a call; a call that is already there stays as it is. */
    async begin(id: string, at: Date): Promise<void> {
      await db
        .insertInto('call')
        .values({ id, started_at: at, ended_at: null, state: JSON.stringify({}), ticket_number: null })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    find: (id: string) => db.selectFrom('call').selectAll().where('id', '=', id).executeTakeFirst(),

    recent: () => db.selectFrom('call').selectAll().orderBy('started_at', 'desc').limit(50).execute(),

    /** Adds an utterance once; it may come late or out of order. */
    async add(callId: string, { sequence, speaker, text, at }: NewUtterance): Promise<void> {
      await db
        .insertInto('utterance')
        .values({ call_id: callId, sequence, speaker, text, at })
        .onConflict((conflict) => conflict.columns(['call_id', 'sequence']).doNothing())
        .execute();
    },

    /** In the order in which they were spoken, whatever order they came in. */
    utterances: (callId: string): Promise<UtteranceRow[]> =>
      db.selectFrom('utterance').selectAll().where('call_id', '=', callId).orderBy('sequence').execute(),

    async keepState(callId: string, state: CallState): Promise<void> {
      await db
        .updateTable('call')
        .set({ state: JSON.stringify(state) })
        .where('id', '=', callId)
        .execute();
    },

    async end(callId: string, at: Date): Promise<void> {
      await db
        .updateTable('call')
        .set({ ended_at: sql`coalesce(ended_at, ${at})` })
        .where('id', '=', callId)
        .execute();
    },

    async fileUnder(callId: string, ticketNumber: string): Promise<void> {
      await db.updateTable('call').set({ ticket_number: ticketNumber }).where('id', '=', callId).execute();
    },
  };
}
