import type pg from 'pg';
import { toScramVerifier } from './scram-verifier.ts';

/**
 * Three roles, so that a mistake in one part cannot do another part's harm: the owner migrates and does nothing else, the
 * app writes and cannot change a table's shape, the reader answers data questions and sees the schema data_platform only.
 */
export const databaseRoles = ['yuwen_owner', 'yuwen_app', 'yuwen_reader'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

export type PasswordOf = (role: DatabaseRole) => string;

/** Days are Chongqing's days, whatever the server's own clock says. */
const timeZone = 'Asia/Shanghai';

/** A data question that takes longer than this is wrong or hostile; the widest of ours takes under a second. */
const readerTimeoutMs = 10_000;

const settingsOf: Record<DatabaseRole, Record<string, string>> = {
  yuwen_owner: { search_path: 'yuwen', timezone: `'${timeZone}'` },
  yuwen_app: { search_path: 'yuwen', timezone: `'${timeZone}'`, idle_in_transaction_session_timeout: "'60s'" },
  yuwen_reader: {
    search_path: 'data_platform',
    timezone: `'${timeZone}'`,
    default_transaction_read_only: 'on',
    statement_timeout: `'${readerTimeoutMs}ms'`,
    lock_timeout: "'2s'",
    idle_in_transaction_session_timeout: "'30s'",
  },
};

/**
 * Everything that takes more rights than the owner has, as statements that may run again and again. They are run by the
 * desk where it may, and shown to the database's administrator where it may not. What the roles may do to tables is
 * granted by the owner itself, in the first migration.
 */
export function provisioningStatements(passwordOf?: PasswordOf): string[] {
  return [
    ...databaseRoles.flatMap((role) => roleStatements(role, passwordOf)),
    'grant yuwen_owner to current_user',
    'create schema if not exists yuwen authorization yuwen_owner',
    'create schema if not exists data_platform authorization yuwen_owner',
  ];
}

function roleStatements(role: DatabaseRole, passwordOf?: PasswordOf): string[] {
  const password = passwordOf ? ` password '${toScramVerifier(passwordOf(role))}'` : '';
  const settings = Object.entries(settingsOf[role]);
  return [
    `do $$ begin create role ${role} login; exception when duplicate_object then null; end $$`,
    ...(password ? [`alter role ${role} with login${password}`] : []),
    ...settings.map(([name, value]) => `alter role ${role} set ${name} = ${value}`),
  ];
}

/** Any number; two desks that start together would otherwise alter the same role at the same moment, an error. */
const provisioningLock = 1_236_002;

export async function provision(admin: pg.Client, statements: readonly string[]): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [provisioningLock]);
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [provisioningLock]);
  }
}
