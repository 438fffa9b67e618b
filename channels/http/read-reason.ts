import { AccountError } from '../accounts/account-error.ts';

/** So short that nobody has to invent a story, too long for a slip of the finger. */
const fewestCharacters = 4;

/** What stands in the audit as the reason. @throws AccountError `reason_missing` */
export function readReason(raw: string): string {
  const reason = raw.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, ' ').trim();
  if ([...reason].length < fewestCharacters)
    throw new AccountError('reason_missing', `请写明原因，至少 ${fewestCharacters} 个字：以后查记录的人要看得懂。`);
  return reason;
}
