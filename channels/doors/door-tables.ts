import type { ColumnType } from 'kysely';

export interface DoorFilingTable {
  /** The ticket's `source_message_id` once it is filed: `open311:<key>:<the client's id>`. */
  source_id: string;
  /** SHA-256, in hex, of what was sent under that id. */
  digest: string;
  /** WGS 84, as the client sent them. */
  lat: number | null;
  long: number | null;
  at: ColumnType<Date, Date, never>;
}

export interface DoorTables {
  door_filing: DoorFilingTable;
}
