export type HotlineErrorCode =
  | 'call_unknown'
  | 'call_empty'
  | 'event_invalid'
  | 'suggestion_unknown'
  | 'suggestion_decided'
  | 'correction_incomplete'
  | 'finding_unknown'
  | 'findings_open'
  | 'call_filed';

/** Something that an operator or a call centre did; the message says what to do next. */
export class HotlineError extends Error {
  readonly code: HotlineErrorCode;
  readonly details: Record<string, unknown> | undefined;
  constructor(code: HotlineErrorCode, message: string, details?: Record<string, unknown>) {
    super(message);
    this.name = 'HotlineError';
    this.code = code;
    this.details = details;
  }
}
