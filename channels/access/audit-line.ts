import type { Kysely } from 'kysely';
import type { AuditTable } from '../accounts/account-tables.ts';

interface AuditLine {
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
}

/** Adds a line of audit in the transaction of what it tells: neither is kept without the other. */
export async function addAuditLine<Tables extends { audit: AuditTable }>(
  trx: Kysely<Tables>,
  { detail, ...line }: AuditLine,
): Promise<void> {
  const audit = trx as unknown as Kysely<{ audit: AuditTable }>;
  await audit
    .insertInto('audit')
    .values({ ...line, detail: JSON.stringify(detail) })
    .execute();
}
