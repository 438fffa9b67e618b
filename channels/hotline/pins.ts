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
  const rejected = new Set<string>();
  for (const row of rows) {
    if (row.subject.startsWith('finding:')) continue;
    const field = fieldOf(row.subject);
    if (row.decision === 'withdrawn') bySubject.delete(row.subject);
    else bySubject.set(row.subject, row);
    if (row.decision === 'rejected') rejected.add(row.subject);
    else rejected.delete(row.subject);
    if (!field) continue;
    if (row.decision === 'accepted' || row.decision === 'corrected') pins[field] = row.corrected ?? {};
    else delete pins[field];
  }
  return { pins, rejected, bySubject };
}
