import type { Postings } from './lexical-index.ts';
import { type LexicalDocument, type LexicalSettings, lexicalFields } from './lexical-settings.ts';
import { segment } from './segment.ts';

/** One term in one document: how often it stands in each field. */
interface Occurrence {
  term: number;
  document: number;
  counts: [title: number, text: number, also: number];
}

interface Collected {
  terms: Map<string, number>;
  occurrences: Occurrence[];
  /** Token counts by field, then document. */
  lengths: Float64Array[];
}

/**
 * Turns documents into postings whose impacts are BM25F scores (Robertson, Zaragoza and Taylor, 2004; in the form of
 * Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, section 3.6):
 *
 *   tf~(t, d) = sum over fields f of weight_f * tf_f / (1 - b_f + b_f * length_f / averageLength_f)
 *   impact    = idf(t) * (k1 + 1) * tf~ / (k1 + tf~),  idf(t) = ln(1 + (N - n_t + 0.5) / (n_t + 0.5))
 *
 * The idf is the one that cannot turn negative, so a frequent word never lowers a score. An average is taken over the
 * documents that have the field, else a field that few documents have would look long in all of them.
 */
export function collectPostings(documents: readonly LexicalDocument[], settings: LexicalSettings): Postings {
  const { terms, occurrences, lengths } = collect(documents);
  const starts = countStarts(occurrences, terms.size);
  const pressure = lengths.map((perDocument, field) => fieldPressure(perDocument, settings, field));
  const next = starts.slice();
  const postings = {
    terms: [...terms.keys()],
    starts,
    documents: new Uint32Array(occurrences.length),
    impacts: new Float32Array(occurrences.length),
    size: documents.length,
  };
  for (const { term, document, counts } of occurrences) {
    const frequency = counts.reduce((sum, count, field) => sum + count * pressure[field]![document]!, 0);
    const slot = next[term]!++;
    const documentsWithTerm = starts[term + 1]! - starts[term]!;
    postings.documents[slot] = document;
    postings.impacts[slot] =
      (rarity(documents.length, documentsWithTerm) * (settings.k1 + 1) * frequency) / (settings.k1 + frequency);
  }
  return postings;
}

function collect(documents: readonly LexicalDocument[]): Collected {
  const terms = new Map<string, number>();
  const occurrences: Occurrence[] = [];
  const lengths = lexicalFields.map(() => new Float64Array(documents.length));
  for (const [document, fields] of documents.entries()) {
    const seen = new Map<number, Occurrence>();
    for (const [field, name] of lexicalFields.entries())
      for (const token of segment(fields[name] ?? '')) {
        const term = terms.get(token) ?? terms.size;
        terms.set(token, term);
        const occurrence = seen.get(term) ?? { term, document, counts: [0, 0, 0] };
        seen.set(term, occurrence);
        occurrence.counts[field]! += 1;
        lengths[field]![document]! += 1;
      }
    for (const occurrence of seen.values()) occurrences.push(occurrence);
  }
  return { terms, occurrences, lengths };
}

/** idf(t) above: of `size` documents `withTerm` hold it. Always positive. */
export const rarity = (size: number, withTerm: number): number =>
  Math.log(1 + (size - withTerm + 0.5) / (withTerm + 0.5));

/** What one occurrence in the field counts, for each document. */
function fieldPressure(lengths: Float64Array, { fields }: LexicalSettings, field: number): Float64Array {
  const { weight, b } = fields[lexicalFields[field]!];
  const filled = lengths.filter((length) => length > 0);
  const average = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
  return lengths.map((length) => (length === 0 ? 0 : weight / (1 - b + (b * length) / average)));
}

/** Where each term's postings start, and last the number of all. */
function countStarts(occurrences: readonly Occurrence[], termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  for (const { term } of occurrences) starts[term + 1]! += 1;
  for (let term = 0; term < termCount; term += 1) starts[term + 1]! += starts[term]!;
  return starts;
}
