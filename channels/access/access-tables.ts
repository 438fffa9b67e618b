import type { ColumnType } from 'kysely';
import type { AuditTable } from '../accounts/account-tables.ts';

export interface AccessKeyTable {
  id: string;
  name: string;
  doors: string[];
  files_tickets: boolean;
  /** The secret, encrypted by the desk's key: a signature can only be checked by whoever knows the secret itself. */
  sealed_secret: string;
  created_at: ColumnType<Date, Date, never>;
  created_by: string;
  /** To the minute: a stream of thousands of utterances is not thousands of updates. */
  last_used_at: Date | null;
  revoked_at: Date | null;
  revoked_by: string | null;
  revoked_reason: string | null;
}

/** What a key has signed once and may not sign again. */
export interface AccessNonceTable {
  key_id: string;
  nonce: string;
  expires_at: ColumnType<Date, Date, never>;
}

export interface SurfaceSwitchTable {
  surface: string;
  is_on: boolean;
  changed_at: Date;
  changed_by: string;
  reason: string;
}

export interface RetentionSettingTable {
  kind: string;
  days: number;
  changed_at: Date;
  changed_by: string;
  reason: string;
}

export interface AccessTables {
  access_key: AccessKeyTable;
  access_nonce: AccessNonceTable;
  surface_switch: SurfaceSwitchTable;
  retention_setting: RetentionSettingTable;
  audit: AuditTable;
}
