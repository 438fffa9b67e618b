import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type ConversationStore, type MessageRow, type TicketStore, wordOfEvent } from '../../assistant/index.ts';
import type { Database } from '../store/schema.ts';
import { enqueue } from './outbox.ts';
import { defineJob, type JobHandler } from './run-job.ts';

export const tellReporter = 'tell-reporter';

/** In the transaction that writes the event. */
export function oweTelling<Tables>(trx: Kysely<Tables>, ticketNumber: string, sequence: number): Promise<void> {
  return enqueue(trx, { kind: tellReporter, payload: { ticketNumber, sequence } });
}

interface Needs {
  db: Kysely<Database>;
  tickets: Pick<TicketStore, 'find' | 'move'>;
  conversations: Pick<ConversationStore, 'post'>;
  /** Shows the message to whoever has the conversation open. */
  tell: (row: MessageRow | null) => void;
  now: () => Date;
}

const everywhere = { district: null, unit: null };

/**
 * Tells a citizen in the chat what happened to the ticket, and after a reply asks what is solved. The reporters of the
 * tickets that were merged into it hear of it too, each in the own conversation.
 */
export function createTellReporterJob({ db, tickets, conversations, tell, now }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({ ticketNumber: z.string(), sequence: z.int() }),
    async run({ ticketNumber, sequence }) {
      const found = await tickets.find(ticketNumber, everywhere);
      const event = found?.events.find((event) => event.sequence === sequence);
      if (!found || !event) return;
      const at = now();
      const members = await db
        .selectFrom('ticket')
        .select(['number', 'conversation_id'])
        .where('merged_into', '=', ticketNumber)
        .execute();
      for (const { number, conversation_id } of [found.ticket, ...members]) {
        const reply = wordOfEvent(event, found.state, { number, lead: ticketNumber });
        if (!conversation_id || !reply) continue;
        tell(await conversations.post(conversation_id, { id: `${number}.${ticketNumber}.${sequence}`, reply }, at));
      }
      const { status, asked, version } = found.state;
      if (event.kind === 'replied' && status === 'replied' && !asked && found.ticket.conversation_id)
        await tickets.move({
          number: ticketNumber,
          version,
          at,
          move: 'ask',
          through: 'chat',
          actor: 'system',
          mover: 'system',
        });
    },
  });
}
