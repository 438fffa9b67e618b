import type { Selectable } from 'kysely';
import type { AccessKeyTable } from './access-tables.ts';

/** The ways in for other systems that ask for a key. */
export const doors = ['hotline', 'open311', 'openai', 'mcp'] as const;
export type Door = (typeof doors)[number];

/** What may be known of a key; its secret is not part of it. */
export interface AccessKey {
  id: string;
  name: string;
  doors: readonly Door[];
  /** Whether tickets may be filed with it without a person of the desk looking first. */
  filesTickets: boolean;
  createdAt: Date | null;
  createdBy: string;
  lastUsedAt: Date | null;
  revoked: { at: Date; by: string; reason: string } | null;
}

/** The key that the environment names (`HOTLINE_KEY`): for the hotline alone, changed only where it is set. */
export const environmentKey: AccessKey = {
  id: 'environment',
  name: 'environment',
  doors: ['hotline'],
  filesTickets: false,
  createdAt: null,
  createdBy: 'HOTLINE_KEY',
  lastUsedAt: null,
  revoked: null,
};

export function toAccessKey(row: Selectable<AccessKeyTable>): AccessKey {
  const { revoked_at, revoked_by, revoked_reason } = row;
  return {
    id: row.id,
    name: row.name,
    doors: row.doors.filter((door): door is Door => doors.some((known) => known === door)),
    filesTickets: row.files_tickets,
    createdAt: row.created_at,
    createdBy: row.created_by,
    lastUsedAt: row.last_used_at,
    revoked: revoked_at && { at: revoked_at, by: revoked_by ?? '', reason: revoked_reason ?? '' },
  };
}
