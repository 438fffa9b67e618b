/** Why a file was not taken in. Each comes with a sentence that says what to do about it. */
export const ingestErrorCodes = [
  'not_found',
  'not_readable',
  'nothing_to_read',
  'too_large',
  'type_not_read',
  'not_text',
  'encoding_not_utf8',
  'head_invalid',
  'text_empty',
] as const;
export type IngestErrorCode = (typeof ingestErrorCodes)[number];

export class IngestError extends Error {
  readonly code: IngestErrorCode;
  constructor(code: IngestErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'IngestError';
    this.code = code;
  }
}
