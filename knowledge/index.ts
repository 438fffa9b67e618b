export type { Certainty, Fact } from './catalogue/fact.ts';
export { facets, type Facet, type Material, MatterCard, type MatterQuestion } from './catalogue/matter-card.ts';
export { materialLine, toMatterDocument } from './catalogue/matter-document.ts';
export type { Document, Passage, Search, SearchHit } from './search/passage.ts';
