import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export const roles = ['hotline_operator', 'unit_handler', 'cadre', 'operator', 'administrator'] as const;
export type Role = (typeof roles)[number];

export interface AccountTable {
  id: string;
  name: string;
  display_name: string;
  role: Role;
  /** A cadre's or handler's district; null is the whole city. */
  district: string | null;
  /** A handler's unit, as the responsibility table names it; null sees every unit of the district. */
  unit: string | null;
  password_hash: string;
  created_at: ColumnType<Date, Date, never>;
  disabled_at: Date | null;
}

export interface SessionTable {
  token_hash: string;
  account_id: string;
  created_at: ColumnType<Date, Date, never>;
  expires_at: Date;
}

/** Who did what, kept for audit; rows are only ever added. */
export interface AuditTable {
  id: Generated<string>;
  at: ColumnType<Date, Date, never>;
  actor: string;
  action: string;
  subject: string;
  detail: JSONColumnType<Record<string, unknown>>;
}

export interface AccountTables {
  account: AccountTable;
  session: SessionTable;
  audit: AuditTable;
}
