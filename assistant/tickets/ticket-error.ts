export type TicketErrorCode =
  | 'ticket_not_found' | 'move_not_allowed' | 'move_incomplete' | 'version_conflict' | 'emergency_not_filed'; // biome-ignore format: a list

/** Something a caller of the ticket store did that cannot be done; the message says what to do instead. */
export class TicketError extends Error {
  readonly code: TicketErrorCode;
  constructor(code: TicketErrorCode, message: string) {
    super(message);
    this.name = 'TicketError';
    this.code = code;
  }
}
