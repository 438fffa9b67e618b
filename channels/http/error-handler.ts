import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { DataQueryError, TicketErrorCode } from '../../assistant/index.ts';
import type { AccessErrorCode } from '../access/access-codes.ts';
import type { AccountErrorCode } from '../accounts/account-error.ts';
import type { DataQuestionErrorCode } from '../data-questions/data-question-error.ts';
import type { DoorErrorCode } from '../doors/door-codes.ts';
import type { ReviewErrorCode } from '../evaluation/review-error.ts';
import type { HandOverErrorCode } from '../hand-over/hand-over-error.ts';
import type { HotlineErrorCode } from '../hotline/hotline-error.ts';
import type { UpkeepErrorCode } from '../knowledge-upkeep/upkeep-error.ts';
import type { PhotographErrorCode } from '../photographs/photograph-error.ts';
import type { ApiError } from './api-types.ts';

export type ApiErrorCode =
  | TicketErrorCode
  | ReviewErrorCode
  | HotlineErrorCode
  | HandOverErrorCode
  | DataQuestionErrorCode
  | PhotographErrorCode
  | UpkeepErrorCode
  | DataQueryError['code']
  | 'suites_differ'
  | 'bad_input'
  | 'text_empty'
  | 'text_too_long'
  | 'text_unreadable'
  | 'not_logged_in'
  | 'log_in_failed'
  | 'not_allowed'
  | 'request_untrusted'
  | 'not_found'
  | 'conversation_unknown'
  | 'suite_unknown'
  | 'too_many'
  | AccessErrorCode
  | AccountErrorCode
  | DoorErrorCode;

/** Every code with its status; a new code does not compile until it has one. */
const statusOf: Record<ApiErrorCode, number> = {
  bad_input: 400, text_empty: 422, text_too_long: 413, text_unreadable: 422, not_logged_in: 401, log_in_failed: 401,
  not_allowed: 403, request_untrusted: 403, not_found: 404, conversation_unknown: 404, suite_unknown: 404, too_many: 429,
  key_missing: 401, key_wrong: 401, key_revoked: 401, key_wrong_door: 403, key_unreadable: 503, filing_not_allowed: 403,
  signature_wrong: 401, signature_expired: 401, nonce_replayed: 401, surface_off: 503,
  account_name_taken: 409, account_own: 409, account_changed: 409, account_last_administrator: 409, district_unknown: 422,
  reason_missing: 422,
  ticket_not_found: 404, move_not_allowed: 409, move_incomplete: 422, version_conflict: 409, emergency_not_filed: 422,
  unit_unknown: 422, category_unknown: 422, ruling_binding: 409, extension_spent: 409, extension_not_asked: 409,
  extension_too_long: 422, reply_incomplete: 422, no_reply_to_approve: 409, item_unknown: 422, merge_refused: 409,
  grade_unchanged: 409, not_due: 409,
  review_not_found: 404, review_locked: 409, review_judged: 409, case_incomplete: 422, import_invalid: 422,
  figures_unknown: 404, saved_question_unknown: 404, saved_name_taken: 409, unsafe_query: 422, data_timeout: 503,
  data_too_large: 422, data_unavailable: 503, data_source_invalid: 503,
  call_unknown: 404, call_empty: 422, event_invalid: 400, suggestion_unknown: 404, suggestion_decided: 409,
  correction_incomplete: 422, finding_unknown: 404, findings_open: 409, call_filed: 409,
  chat_unknown: 404, chat_taken: 409, chat_not_yours: 403, chat_ended: 409, reopen_too_late: 409,
  photo_too_large: 413, photo_too_many_pixels: 413, photo_format_unknown: 415, photo_animated: 415,
  photo_carries_other_file: 415, photo_unreadable: 422, photo_too_many: 409, photo_filed: 409, photo_unknown: 404,
  data_set_unknown: 404, run_busy: 409, suites_differ: 422,
  idempotency_mismatch: 409, idempotency_key_missing: 422, confirmation_unknown: 409, not_a_ticket: 422,
  card_not_found: 404, card_exists: 409, draft_exists: 409, card_incomplete: 422, card_move_refused: 409,
  undo_too_late: 409, second_person_needed: 409, document_not_found: 404, document_not_ready: 409,
  document_no_guide: 422, upload_incomplete: 400, upload_too_large: 413, upload_type_not_read: 415,
  model_unknown: 404, parameter_unsupported: 400, origin_not_allowed: 403,
}; // biome-ignore format: a table

/** Something the caller did. The message is for people and says what to do next. */
export class RequestError extends Error {
  readonly code: ApiErrorCode;
  constructor(code: ApiErrorCode, message: string) {
    super(message);
    this.name = 'RequestError';
    this.code = code;
  }
}

export function isKnownCode(code: unknown): code is ApiErrorCode {
  return typeof code === 'string' && code in statusOf;
}

export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, body } = answerTo(error, request);
    return send(reply, status, body);
  });
  app.setNotFoundHandler((request, reply) =>
    send(reply, 404, { code: 'not_found', message: `没有 ${request.url.split('?')[0]} 这个地址，请检查链接。` }),
  );
}

function send(reply: FastifyReply, status: number, body: ApiError) {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Any error as status and body; what is nobody's fault outside is logged and not told. */
export function answerTo(error: FastifyError, request: FastifyRequest): { status: number; body: ApiError } {
  const { code, details } = error as { code?: unknown; details?: Record<string, unknown> };
  if (isKnownCode(code))
    return { status: statusOf[code], body: { code, message: error.message, ...(details ? { details } : {}) } };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation;
    const field = issue?.instancePath.replace(/^\//u, '') || '请求';
    return {
      status: 400,
      body: { code: 'bad_input', message: `“${field}”不符合要求，请对照 /docs 的说明修改后再提交。` },
    };
  }
  const { statusCode = 500 } = error;
  if (statusCode === 429)
    return { status: 429, body: { code: 'too_many_requests', message: '请求太频繁，请过一分钟再试。' } };
  if (statusCode >= 400 && statusCode < 500)
    return {
      status: statusCode,
      body: { code: 'bad_input', message: '请求的格式不对，请检查是不是完整的 JSON、大小是否超限。' },
    };
  request.log.error({ err: error }, 'request failed');
  return { status: 500, body: { code: 'internal', message: '系统出了问题，已经记录；请稍后再试，或拨打 12345。' } };
}
