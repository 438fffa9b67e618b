/**
 * A change of accounts that is not made.
 *
 * - `account_name_taken`: names stay those of one person, also of a disabled account
 * - `account_own`: nobody locks themselves out, and nobody gives themselves another duty
 * - `account_changed`: somebody else has changed its duty since it was read
 * - `account_last_administrator`: somebody must be left who can let others in again
 * - `district_unknown`: not a district of the city today
 * - `reason_missing`: what others will ask about later needs a reason now
 */
export type AccountErrorCode =
  | 'account_name_taken'
  | 'account_own'
  | 'account_changed'
  | 'account_last_administrator'
  | 'district_unknown'
  | 'reason_missing';

export class AccountError extends Error {
  readonly code: AccountErrorCode;
  constructor(code: AccountErrorCode, message: string) {
    super(message);
    this.name = 'AccountError';
    this.code = code;
  }
}
