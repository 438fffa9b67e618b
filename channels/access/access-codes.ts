/**
 * Why somebody does not come in by a door.
 *
 * - `key_missing`, `key_wrong`: no key, or none that is known; `key_revoked`: it was, and was closed
 * - `key_wrong_door`: a good key, for other doors; `filing_not_allowed`: a good key that may only ask
 * - `key_unreadable`: this process has another secret key than the one that issued it
 * - `signature_wrong`, `signature_expired`, `nonce_replayed`: a signed request that is altered, late, or comes again
 * - `surface_off`: an administrator has turned it off for the time being
 */
export type AccessErrorCode =
  | 'key_missing'
  | 'key_wrong'
  | 'key_revoked'
  | 'key_wrong_door'
  | 'key_unreadable'
  | 'filing_not_allowed'
  | 'signature_wrong'
  | 'signature_expired'
  | 'nonce_replayed'
  | 'surface_off';
