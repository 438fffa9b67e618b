import type { ColumnType } from 'kysely';

export interface PhotographTable {
  id: string;
  /** Null when the conversation was deleted; a ticket may still hold the photograph. */
  conversation_id: string | null;
  /** The page's own id, unique within the conversation: sending it again changes nothing. */
  client_photo_id: string;
  /** JPEG, drawn anew, no metadata; at most 2048 pixels on a side. */
  image: Buffer;
  /** The same, at most 320 pixels on a side. */
  preview: Buffer;
  width: number;
  height: number;
  created_at: ColumnType<Date, Date, never>;
}

export interface PhotographOfTicketTable {
  ticket_number: string;
  photograph_id: string;
  /** The citizen's message that filed the ticket. */
  message_id: string;
}

export interface PhotographTables {
  photograph: PhotographTable;
  photograph_of_ticket: PhotographOfTicketTable;
}
