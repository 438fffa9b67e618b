import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { chongqingDay } from '../../knowledge/index.ts';
import { askedItems } from './asked-items.ts';
import { triageDesk } from './clock/escalations.ts';
import type { TicketRow } from './find-tickets.ts';
import { foldTicket } from './fold-ticket.ts';
import type { MovingNeeds } from './move-ticket.ts';
import type { TicketCard, TicketDraft } from './ticket.ts';
import { TicketError } from './ticket-error.ts';
import { rowOf } from './ticket-row.ts';
import type { TicketTables } from './ticket-tables.ts';

/** Where a ticket comes from. */
export interface Filing {
  /** The message (and which request in it): the same source files one ticket, however often it comes. */
  sourceId: string;
  conversationId: string | null;
  channel: string;
  at: Date;
  /** Told by the one delivery that made the ticket, after the commit. */
  onNew?: (number: string) => Promise<void>;
}

export interface FilingNeeds extends MovingNeeds {
  /** The secret that opens a ticket's progress page: the same for a number every time, and not to be guessed. */
  progressSecretOf: (number: string) => string;
}

/** A ticket has three times as many; each costs time to send and to read. */
const shownOnCard = [
  'number', 'draft', 'purpose', 'urgency', 'owner_unit', 'filed_at', 'first_response_due_at', 'due_at',
] as const; // biome-ignore format: a list of columns

type FiledRow = Pick<TicketRow, (typeof shownOnCard)[number]>;

/** Files a ticket and gives its card after the commit; a source that was filed before gives the card it got then. */
export async function fileTicket(draft: TicketDraft, filing: Filing, needs: FilingNeeds): Promise<TicketCard> {
  if (draft.urgency === 'U0')
    throw new TicketError('emergency_not_filed', '正在发生的险情不立工单，请立即拨打 110、119 或 120。');
  const { rows } = await sql<{ next: string }>`select nextval('ticket_number_sequence') as next`.execute(needs.db);
  const number = `${chongqingDay(filing.at).replaceAll('-', '')}-${rows[0]!.next.padStart(6, '0')}`;
  const inserted = await insertTicket(number, { draft, filing, needs });
  if (inserted) await filing.onNew?.(inserted.number);
  const row = inserted ?? (await filedBefore(needs.db, filing.sourceId));
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

/**
 * The row and its first event in one statement, in which the record tells the owner too. Nothing is inserted when the source was filed before: of two deliveries at
 * once the second waits for the first to commit. Its number is left unused, as numbers may be.
 */
function insertTicket(
  number: string,
  { draft, filing, needs }: { draft: TicketDraft; filing: Filing; needs: FilingNeeds },
): Promise<FiledRow | undefined> {
  const filed = filedEvent(draft, filing);
  const { kind, at, actor } = filed;
  const payload = JSON.stringify(filed.payload);
  return needs.db
    .with('filed', (db) =>
      db
        .insertInto('ticket')
        .values({ ...filedRow(number, draft, filing, needs), ...rowOf(foldTicket([filed]), needs.isWorkday) })
        .onConflict((conflict) => conflict.column('source_message_id').doNothing())
        .returningAll(),
    )
    .with('written', (db) =>
      db
        .insertInto('ticket_event')
        .columns(['ticket_number', 'sequence', 'kind', 'at', 'actor', 'payload'])
        .expression(
          db
            .selectFrom('filed')
            .select([
              'filed.number',
              sql<number>`1`.as('sequence'),
              sql<string>`${kind}::text`.as('kind'),
              sql<Date>`${at}::timestamptz`.as('at'),
              sql<string>`${actor}::text`.as('actor'),
              sql<string>`${payload}::jsonb`.as('payload'),
            ]),
        ),
    )
    .selectFrom('filed')
    .select(shownOnCard)
    .executeTakeFirst();
}

function filedBefore(db: Kysely<TicketTables>, sourceId: string): Promise<FiledRow> {
  return db
    .selectFrom('ticket')
    .select(shownOnCard)
    .where('source_message_id', '=', sourceId)
    .executeTakeFirstOrThrow();
}

function filedEvent({ abstained, ...draft }: TicketDraft, { at }: Filing) {
  const { urgency, purpose, category, place, dispatch, content } = draft;
  const isAssigned = dispatch.outcome === 'assigned' && !abstained;
  return {
    kind: 'filed' as const,
    at,
    actor: 'citizen',
    payload: {
      status: isAssigned ? ('assigned' as const) : ('triage' as const),
      urgency,
      purpose,
      category,
      owner: isAssigned ? dispatch.lead : null,
      coUnits: dispatch.coUnits,
      tier: dispatch.tier,
      district: place.district,
      items: draft.items ?? askedItems(content),
    },
  };
}

/** What stays as it was filed. */
function filedRow(number: string, draft: TicketDraft, filing: Filing, { progressSecretOf }: FilingNeeds) {
  const { purpose, place, dispatch } = draft;
  return {
    number,
    source_message_id: filing.sourceId,
    conversation_id: filing.conversationId,
    channel: filing.channel,
    purpose,
    title: draft.title,
    content: draft.content,
    district: place.district,
    street: place.street,
    place_detail: place.detail,
    tier: dispatch.tier,
    draft: JSON.stringify(draft),
    secret_hash: hashOf(progressSecretOf(number)),
    filed_at: filing.at,
  };
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
