import type { Facet, Knowledge } from '../../knowledge/index.ts';
import { facetClassifier } from './facet-classifier.ts';
import { asksProgress, pickFacets } from './pick-facets.ts';

export interface FacetsAsked {
  /** The sides that are asked for, the likeliest first; empty when none is sure. */
  facets: Facet[];
  likelihood: Record<Facet, number>;
}

/** So likely a side must be to count without a cue of its own. */
const likelyNeeded = 0.5;
/** What a cue adds to a side's likelihood when sides are put in order. */
const cueWorth = 0.4;
/** A cue of a side that the whole question speaks against is one word of another question. */
const cueRefuted = 0.04;
const mostSides = 3;

/** Which sides of a matter a question asks for: by cues that leave no doubt, and by a classifier that has heard many ways. */
export function facetsAsked(question: string, knowledge: Knowledge, on: string): FacetsAsked {
  const likelihood = facetClassifier(knowledge, on)(question);
  const cued = pickFacets(question);
  if (asksProgress(question)) return { facets: cued, likelihood };
  const worth = (facet: Facet) => likelihood[facet] + (cued.includes(facet) ? cueWorth : 0);
  const facets = (Object.keys(likelihood) as Facet[])
    .filter((facet) => facet !== 'overview')
    .filter((facet) => (cued.includes(facet) ? likelihood[facet] > cueRefuted : likelihood[facet] >= likelyNeeded))
    .sort((left, right) => worth(right) - worth(left))
    .slice(0, mostSides);
  return { facets, likelihood };
}
