import type { Lexicon } from './catalogue/lexicon.ts';
import type { MatterCard } from './catalogue/matter-card.ts';
import { toMatterDocument } from './catalogue/matter-document.ts';
import { createQueryExpansion } from './search/expand-query.ts';
import { facetWords } from './search/facet-words.ts';
import { type OpenSearchOptions, openSearch, type PassageSearch } from './search/open-search.ts';
import type { Document, Passage } from './search/passage.ts';

export interface OpenMatterSearchOptions extends Omit<OpenSearchOptions, 'documents' | 'expand'> {
  cards: readonly MatterCard[];
  /** Documents that are not cards; found by their own words. */
  others?: readonly Document[];
  lexicon: Lexicon;
}

/**
 * The search of the desk. A question names the matter and the part that is wanted (「上户口」「要带啥子」), a line of a card
 * often neither, so every line is indexed also by the everyday names of its matter and by how people ask for its part;
 * the words of the question are joined by their official ones. What each adds is in docs/search-measurements.md.
 */
export function openMatterSearch({
  cards,
  others = [],
  lexicon,
  ...options
}: OpenMatterSearchOptions): Promise<PassageSearch> {
  const documents = [...cards.map(toSearchDocument), ...others];
  return openSearch({ ...options, documents, expand: createQueryExpansion(lexicon) });
}

function toSearchDocument(card: MatterCard): Document {
  const { fields: _, ...document } = toMatterDocument(card);
  const names = card.aliases.join(' ');
  const findable = (passage: Passage): Passage => ({
    ...passage,
    indexedAlso: [passage.indexedAlso, names, passage.facet && facetWords[passage.facet]].filter(Boolean).join(' '),
  });
  return { ...document, passages: document.passages.map(findable) };
}
