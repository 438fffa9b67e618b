import type { TicketTables } from '../ticket-tables.ts';

/** One row a ticket that was looked at; a ticket that is alone has an incident of its own. */
export interface IncidentMemberTable {
  ticket_number: string;
  /** The number of the ticket that began the incident. */
  incident_id: string;
  /** `phone:…` or `conversation:…`, keyed and hashed; null when nothing tells who it was. */
  reporter: string | null;
  /** Of the text without punctuation and case: copies have one hash. */
  text_hash: string;
  /** How likely it is about the incident's case, as it was when it joined; 1 for the first. */
  score: number;
  /** `engine`, or the account that joined or parted it. */
  joined_by: string;
  joined_at: Date;
}

export interface IncidentTables extends TicketTables {
  incident_member: IncidentMemberTable;
}
