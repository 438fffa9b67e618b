export type TicketErrorCode =
  | 'ticket_not_found' | 'move_not_allowed' | 'move_incomplete' | 'version_conflict' | 'emergency_not_filed'
  | 'unit_unknown' | 'category_unknown' | 'ruling_binding' | 'extension_spent' | 'extension_not_asked'
  | 'extension_too_long' | 'reply_incomplete' | 'no_reply_to_approve' | 'item_unknown' | 'merge_refused'
  | 'grade_unchanged' | 'not_due'; // biome-ignore format: a list

/** Something a caller of the ticket store did that cannot be done; the message says what to do instead. */
export class TicketError extends Error {
  readonly code: TicketErrorCode;
  /** For programs: what changed meanwhile, which units there are, what a reply lacks. */
  readonly details: Record<string, unknown> | undefined;
  constructor(code: TicketErrorCode, message: string, details?: Record<string, unknown>) {
    super(message);
    this.name = 'TicketError';
    this.code = code;
    this.details = details;
  }
}
