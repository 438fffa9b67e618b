import type { Insertable } from 'kysely';
import type { TicketTables } from '../../assistant/index.ts';
import { ticketDraft } from '../../assistant/testing/builders.ts';
import type { DeskRecord } from '../store/open-record.ts';

type TicketRow = Insertable<TicketTables['ticket']>;

/** A ticket row with its first event; a test names only what matters to it. */
export async function storeTicket({ db }: DeskRecord, changes: Partial<TicketRow> = {}): Promise<string> {
  const filedAt = new Date('2026-11-02T02:00:00Z');
  const { category, content, title } = ticketDraft();
  const row: TicketRow = {
    number: '20261102-000001',
    source_message_id: null,
    conversation_id: null,
    channel: 'web',
    status: 'assigned',
    purpose: '投诉',
    category_code: category.code,
    category_name: category.name,
    category_group: category.group,
    urgency: 'U3',
    title,
    content,
    district: '渝中区',
    street: '解放碑街道',
    place_detail: null,
    owner_unit: '解放碑街道',
    co_units: '[]',
    tier: 'town',
    draft: JSON.stringify(ticketDraft()),
    secret_hash: '',
    filed_at: filedAt,
    first_response_due_at: new Date(filedAt.getTime() + 86_400_000),
    due_at: new Date(filedAt.getTime() + 10 * 86_400_000),
    closed_at: null,
    version: 1,
    ...changes,
  };
  await db.insertInto('ticket').values(row).execute();
  const payload = JSON.stringify({
    status: row.status,
    urgency: row.urgency,
    purpose: row.purpose,
    category,
    owner: row.owner_unit,
    tier: row.tier,
    district: row.district,
    items: [title],
  });
  const filed = { ticket_number: row.number, sequence: 1, kind: 'filed', at: row.filed_at, actor: 'citizen', payload };
  await db.insertInto('ticket_event').values(filed).execute();
  // It was filed long ago: what its owner was told then has been read.
  await db.deleteFrom('notification').where('ticket_number', '=', row.number).execute();
  return row.number;
}
