/**
 * Why another system's request is not served.
 *
 * - `idempotency_mismatch`: an id that was used for something else; `idempotency_key_missing`: nothing is filed without one
 * - `confirmation_unknown`: a confirmation that was never given for these words, or too long ago
 * - `not_a_ticket`: discipline, courts and the like have their own way, which the message tells
 * - `model_unknown`, `parameter_unsupported`: what an OpenAI client asks for and there is not
 * - `origin_not_allowed`: a page of a foreign site sends the request
 */
export type DoorErrorCode =
  | 'idempotency_mismatch'
  | 'idempotency_key_missing'
  | 'confirmation_unknown'
  | 'not_a_ticket'
  | 'model_unknown'
  | 'parameter_unsupported'
  | 'origin_not_allowed';
