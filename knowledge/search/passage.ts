import type { SourceSpan } from '../catalogue/fact.ts';
import type { Facet } from '../catalogue/matter-card.ts';

/** A document as it is shown and cited: plain text in which passages are spans. */
export interface Document {
  /** `matter/<id>@<validFrom>` for an authored card, `matter/<id>@<validFrom>.v<version>` for one of the record. */
  id: string;
  title: string;
  text: string;
  validFrom: string;
  validTo: string | null;
  passages: Passage[];
  /** Where each page begins in the text, of files that have pages. */
  pages?: number[];
}

/** A span of a document that can be found and cited; `text` is exactly `document.text.slice(start, end)`. */
export interface Passage {
  id: string;
  docId: string;
  title: string;
  /** The headings above it, outermost first, joined by ` › `. */
  heading: string;
  text: string;
  start: number;
  end: number;
  /** Set when the passage is a field of a matter card. */
  matterId: string | null;
  facet: Facet | null;
  /** The 1-based page of the file on which it begins, where the file has pages; of a card's line, of the file it was read in. */
  page?: number;
  /** Of a card's line: where in a document it was read. */
  readIn?: SourceSpan & { title: string };
  /** Further words to index it by, never shown: aliases and everyday names. */
  indexedAlso: string;
}

export interface SearchHit {
  passage: Passage;
  /** Fused score, higher is better; comparable only within one result. */
  score: number;
  /** 1-based rank in each list it was found in. */
  ranks: { words?: number; meaning?: number };
}

/** Ranked passages in force on `on` (a day, default today), best first. */
export type Search = (query: string, options?: { limit?: number; on?: string }) => Promise<SearchHit[]>;
