/** Why a card or a document was not changed. Each comes with a sentence that says what to do about it. */
export const upkeepErrorCodes = [
  'card_not_found',
  'card_exists',
  'draft_exists',
  'card_incomplete',
  'card_move_refused',
  'undo_too_late',
  'second_person_needed',
  'document_not_found',
  'document_not_ready',
  'document_no_guide',
  'upload_incomplete',
  'upload_too_large',
  'upload_type_not_read',
] as const;
export type UpkeepErrorCode = (typeof upkeepErrorCodes)[number] | 'version_conflict';

export class UpkeepError extends Error {
  readonly code: UpkeepErrorCode;
  /** For programs: what changed meanwhile, what is missing. */
  readonly details: Record<string, unknown> | undefined;
  constructor(code: UpkeepErrorCode, message: string, details?: Record<string, unknown>) {
    super(message);
    this.name = 'UpkeepError';
    this.code = code;
    this.details = details;
  }
}
