import { type ColumnType, type Kysely, sql } from 'kysely';
import { type TicketTables, triageDesk } from '../../assistant/index.ts';
import type { AccountRow } from '../accounts/account-store.ts';

export interface InboxTables {
  inbox_seen: { account: string; last_id: string; at: ColumnType<Date, Date, Date> };
}

export interface InboxLine {
  id: number;
  ticketNumber: string;
  title: string;
  /** The ticket's status when the line was written, or `escalated_80` and the like. */
  kind: string;
  at: Date;
  isNew: boolean;
}

type Reader = Pick<AccountRow, 'name' | 'role' | 'unit' | 'district'>;

export type InboxStore = ReturnType<typeof createInboxStore>;

/**
 * The lines that tell a unit of its tickets, as one of its accounts reads them. A handler reads those of the unit, or of
 * every unit of the district where none is named; the desk's people read those of the triage desk; cadres have none.
 */
export function createInboxStore(db: Kysely<TicketTables & InboxTables>, now: () => Date) {
  const linesFor = ({ role, unit, district }: Reader) => {
    const lines = db.selectFrom('notification').innerJoin('ticket', 'ticket.number', 'notification.ticket_number');
    if (role === 'cadre') return lines.where(sql<boolean>`false`);
    if (role !== 'unit_handler') return lines.where('notification.unit', '=', triageDesk);
    return lines
      .$if(unit !== null, (query) => query.where('notification.unit', '=', unit))
      .$if(district !== null, (query) => query.where('ticket.district', '=', district));
  };
  const seenBy = async (account: string): Promise<number> => {
    const row = await db.selectFrom('inbox_seen').select('last_id').where('account', '=', account).executeTakeFirst();
    return Number(row?.last_id ?? 0);
  };

  return {
    /** The newest lines first, and how many are new altogether. */
    async read(reader: Reader, limit: number): Promise<{ items: InboxLine[]; unread: number }> {
      const seen = await seenBy(reader.name);
      const [rows, { count }] = await Promise.all([
        linesFor(reader)
          .select(['notification.id', 'notification.ticket_number', 'notification.kind', 'notification.created_at'])
          .select('ticket.title')
          .orderBy('notification.id', 'desc')
          .limit(limit)
          .execute(),
        linesFor(reader)
          .where('notification.id', '>', sql<never>`${seen}`)
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .executeTakeFirstOrThrow(),
      ]);
      const items = rows.map(({ id, ticket_number, kind, created_at, title }) => ({
        id: Number(id),
        ticketNumber: ticket_number,
        title,
        kind,
        at: created_at,
        isNew: Number(id) > seen,
      }));
      return { items, unread: Number(count) };
    },

    /** What stands up to a line has been seen; going back is not possible, so two tabs agree. */
    async markSeen(account: string, lastId: number): Promise<void> {
      await db
        .insertInto('inbox_seen')
        .values({ account, last_id: String(lastId), at: now() })
        .onConflict((conflict) =>
          conflict
            .column('account')
            .doUpdateSet({ last_id: sql`greatest(inbox_seen.last_id, excluded.last_id)`, at: now() }),
        )
        .execute();
    },
  };
}
