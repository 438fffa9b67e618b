import type { Corrected, DraftFieldName } from '../http/hotline-types.ts';
import { draftFields } from '../http/hotline-types.ts';
import type { DecisionRow } from './call-store.ts';

/** What people decided on a call's suggestions, the last word on each. */
export interface Decided {
  /** Fields that a person accepted or set. */
  pins: Partial<Record<DraftFieldName, Corrected>>;
  /** Ids of suggestions that are not to be made again. */
  rejected: ReadonlySet<string>;
  bySubject: ReadonlyMap<string, DecisionRow>;
  /** The word that pinned each field: what was set has another id than what it was set on. */
  pinnedBy: Partial<Record<DraftFieldName, DecisionRow>>;
}

/** `field-place-3f2a…`: which field a suggestion is of. */
export function fieldOf(suggestionId: string): DraftFieldName | null {
  const name = /^field-([a-z]+)-/u.exec(suggestionId)?.[1];
  return draftFields.find((field) => field === name) ?? null;
}

/** Reads decisions in the order in which they were made; of a field's, the last on any of its suggestions counts. */
export function readDecisions(rows: readonly DecisionRow[]): Decided {
  const bySubject = new Map<string, DecisionRow>();
  const pins: Decided['pins'] = {};
  const pinnedBy: Decided['pinnedBy'] = {};
  const rejected = new Set<string>();
  for (const row of rows) {
    if (row.subject.startsWith('finding:')) continue;
    const field = fieldOf(row.subject);
    if (row.decision === 'withdrawn') bySubject.delete(row.subject);
    else bySubject.set(row.subject, row);
    if (row.decision === 'rejected') rejected.add(row.subject);
    else rejected.delete(row.subject);
    if (!field) continue;
    delete pins[field];
    delete pinnedBy[field];
    if (row.decision !== 'accepted' && row.decision !== 'corrected') continue;
    pins[field] = row.corrected ?? {};
    pinnedBy[field] = row;
  }
  return { pins, rejected, bySubject, pinnedBy };
}
