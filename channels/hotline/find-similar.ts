import type { IncidentStore, SimilarToWords } from '../../assistant/index.ts';
import type { CallState, SimilarToCall } from '../http/hotline-types.ts';
import type { LiveCall } from './call-memory.ts';
import { suggestionId } from './suggestion-id.ts';

/** A line sees the whole city. */
const everywhere = { district: null, unit: null };
/** More than this an operator does not look through while somebody is speaking. */
const mostShown = 5;

/** What looking for similar tickets depends on; the same words at the same place find the same. */
export function similarKey({ draft }: CallState): string | null {
  if (!draft || draft.content.length < 6) return null;
  return JSON.stringify([draft.category.code, draft.place.district, draft.place.street, draft.content]);
}

/** Open tickets that may be about what a call speaks of; empty while it complains of nothing. */
export async function findSimilar(
  { draft }: CallState,
  at: Date,
  incidents: Pick<IncidentStore, 'similarToWords'>,
): Promise<SimilarToCall[]> {
  if (!draft) return [];
  const place = [draft.place.district, draft.place.street].filter(Boolean).join('') || undefined;
  const found = await incidents.similarToWords({ text: draft.content, place }, everywhere, at);
  return found.slice(0, mostShown).map(toSimilar);
}

function toSimilar({ ticket, score, samePlace, sameProblem, sharedWords, sameStreet }: SimilarToWords): SimilarToCall {
  return {
    id: suggestionId('similar', ticket.number),
    heardIn: [],
    decision: null,
    number: ticket.number,
    title: ticket.title,
    status: ticket.status,
    filedAt: ticket.filed_at.toISOString(),
    owner: ticket.owner_unit,
    score,
    samePlace,
    sameProblem,
    sharedWords,
    sameStreet,
  };
}

/** Whether what was found is other than what is shown. */
export const differs = (live: Pick<LiveCall, 'similar'>, found: readonly SimilarToCall[]): boolean =>
  live.similar.map(({ number }) => number).join() !== found.map(({ number }) => number).join();
