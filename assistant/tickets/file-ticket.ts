import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { chongqingDay } from '../../knowledge/index.ts';
import { deadlinesOf } from './deadline.ts';
import type { TicketCard, TicketDraft } from './ticket.ts';
import { TicketError } from './ticket-error.ts';
import type { TicketTables } from './ticket-tables.ts';
import type { IsWorkday } from './work-calendar.ts';

/** Where a ticket comes from. */
export interface Filing {
  /** The message (and which request in it): the same source files one ticket, however often it comes. */
  sourceId: string;
  conversationId: string | null;
  channel: string;
  at: Date;
}

export interface FilingNeeds {
  db: Kysely<TicketTables>;
  isWorkday: IsWorkday;
  /** The secret that opens a ticket's progress page: the same for a number every time, and not to be guessed. */
  progressSecretOf: (number: string) => string;
  /** Owes the owner a notification, in the transaction that files the ticket. */
  notifyOwner: (trx: Transaction<TicketTables>, ticketNumber: string) => Promise<void>;
}

/** Shown where the responsibility table names no owner, or two: a person of the desk decides. */
export const triageDesk = '热线派单台';

/** Files a ticket and gives its card after the commit; a source that was filed before gives the card it got then. */
export async function fileTicket(draft: TicketDraft, filing: Filing, needs: FilingNeeds): Promise<TicketCard> {
  await needs.db.transaction().execute(async (trx) => {
    // Taken first, so that two deliveries of one message wait for each other and the second finds the ticket.
    await sql`select pg_advisory_xact_lock(hashtextextended(${filing.sourceId}, 0))`.execute(trx);
    const filed = await trx
      .selectFrom('ticket')
      .select('number')
      .where('source_message_id', '=', filing.sourceId)
      .executeTakeFirst();
    if (!filed) await insertTicket(trx, draft, filing, needs);
  });
  const row = await needs.db
    .selectFrom('ticket')
    .selectAll()
    .where('source_message_id', '=', filing.sourceId)
    .executeTakeFirstOrThrow();
  return {
    number: row.number,
    progressSecret: needs.progressSecretOf(row.number),
    category: row.draft.category,
    purpose: row.purpose,
    urgency: row.urgency,
    place: row.draft.place,
    owner: row.owner_unit ?? row.draft.dispatch.triageDesk ?? triageDesk,
    filedAt: row.filed_at.toISOString(),
    firstResponseDueAt: row.first_response_due_at.toISOString(),
    dueAt: row.due_at.toISOString(),
  };
}

async function insertTicket(
  trx: Transaction<TicketTables>,
  draft: TicketDraft,
  filing: Filing,
  needs: FilingNeeds,
): Promise<void> {
  const { urgency, purpose, category, place, dispatch } = draft;
  if (urgency === 'U0')
    throw new TicketError('emergency_not_filed', '正在发生的险情不立工单，请立即拨打 110、119 或 120。');
  const { rows } = await sql<{ next: string }>`select nextval('ticket_number_sequence') as next`.execute(trx);
  const number = `${chongqingDay(filing.at).replaceAll('-', '')}-${rows[0]!.next.padStart(6, '0')}`;
  const { firstResponseDueAt, dueAt } = deadlinesOf({ urgency, purpose }, filing.at, needs.isWorkday);
  const status = dispatch.outcome === 'assigned' && !draft.abstained ? 'assigned' : 'triage';
  await trx
    .insertInto('ticket')
    .values({
      number,
      source_message_id: filing.sourceId,
      conversation_id: filing.conversationId,
      channel: filing.channel,
      status,
      purpose,
      category_code: category.code,
      category_name: category.name,
      category_group: category.group,
      urgency,
      title: draft.title,
      content: draft.content,
      district: place.district,
      street: place.street,
      place_detail: place.detail,
      owner_unit: status === 'assigned' ? dispatch.lead : null,
      co_units: JSON.stringify(dispatch.coUnits),
      tier: dispatch.tier,
      draft: JSON.stringify(draft),
      secret_hash: hashOf(needs.progressSecretOf(number)),
      filed_at: filing.at,
      first_response_due_at: firstResponseDueAt,
      due_at: dueAt,
      closed_at: null,
      version: 1,
    })
    .execute();
  await trx
    .insertInto('ticket_event')
    .values({
      ticket_number: number,
      sequence: 1,
      kind: 'filed',
      at: filing.at,
      actor: 'citizen',
      payload: JSON.stringify({ status, urgency, purpose, category: category.code, owner: dispatch.lead, dueAt }),
    })
    .execute();
  await needs.notifyOwner(trx, number);
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
