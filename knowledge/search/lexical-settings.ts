/** What is indexed of a passage: its headings, its own words, and words added only to be found by. */
export interface LexicalDocument {
  id: string;
  title: string;
  text: string;
  also?: string | undefined;
}

export const lexicalFields = ['title', 'text', 'also'] as const;
export type LexicalField = (typeof lexicalFields)[number];

export interface LexicalSettings {
  /** How soon repeats of a term stop counting. */
  k1: number;
  /** `weight`: what one occurrence in the field counts; `b`: how much a long field is held against it, 0 to 1. */
  fields: Record<LexicalField, { weight: number; b: number }>;
}

/** Chosen on three collections at once, never for one of them: see docs/search-measurements.md. */
export const lexicalSettings: LexicalSettings = {
  k1: 1.2,
  fields: { title: { weight: 2, b: 0.5 }, text: { weight: 1, b: 0.9 }, also: { weight: 1, b: 0.5 } },
};
