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
  'damaged',
  'encrypted',
  'unpacks_too_large',
  'xml_unsafe',
  'links_outside',
  'too_many_pages',
  'ocr_unavailable',
  'ocr_failed',
  'took_too_long',
  'memory_exceeded',
  'reader_failed',
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
