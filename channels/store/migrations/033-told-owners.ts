import { type Kysely, sql } from 'kysely';

/**
 * A ticket that is filed puts a line into its owner's inbox, or into the triage desk's, in the statement that stores it:
 * filing is what a busy desk does most, and it costs no round trip so. Later moves write theirs by `notify-owner.ts`.
 */
export const toldOwners = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create function tell_owner() returns trigger language plpgsql set search_path = yuwen as $$ begin
      insert into notification (unit, ticket_number, kind)
      select coalesce(owner_unit, '热线派单台'), number, status from ticket
      where number = new.ticket_number and status <> 'closed';
      return null;
    end $$`.execute(db);
    await sql`create trigger ticket_event_tells_owner after insert on ticket_event
      for each row when (new.kind = 'filed') execute function tell_owner()`.execute(db);
  },
};
