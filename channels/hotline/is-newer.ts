import type { CallEvent } from '../http/hotline-types.ts';

export type UtteranceEvent = Extract<CallEvent, { kind: 'utterance' }>;

/** What is known of an utterance, as far as it decides whether another version of it is newer. */
export interface KnownVersion {
  final: boolean;
  revision: number | null;
  text: string;
}

/**
 * Whether a version of an utterance takes the place of the one that is known: a final that of every partial, then the higher
 * revision. A partial without a revision is newer when it says something else; a final without one never is.
 */
export function isNewer(next: KnownVersion, known: KnownVersion | undefined): boolean {
  if (!known) return true;
  if (next.final !== known.final) return next.final;
  if (next.revision !== null || known.revision !== null) return (next.revision ?? -1) > (known.revision ?? -1);
  return !next.final && next.text !== known.text;
}
