import type { Postings } from './lexical-index.ts';
import { type LexicalDocument, type LexicalSettings, lexicalFields } from './lexical-settings.ts';
import { createOccurrences, type Occurrences } from './occurrences.ts';
import { readTokens } from './segment.ts';
import { openTermTable } from './term-table.ts';

const fieldPositions = [0, 1, 2] as const;

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
    terms,
    starts,
    documents: new Uint32Array(occurrences.count),
    impacts: new Float32Array(occurrences.count),
    size: documents.length,
  };
  for (let occurrence = 0; occurrence < occurrences.count; occurrence += 1) {
    const term = occurrences.term(occurrence);
    const document = occurrences.document(occurrence);
    let frequency = 0;
    for (const field of fieldPositions) frequency += occurrences.times(occurrence, field) * pressure[field]![document]!;
    const slot = next[term]!++;
    const weight = rarity(documents.length, starts[term + 1]! - starts[term]!);
    postings.documents[slot] = document;
    postings.impacts[slot] = (weight * (settings.k1 + 1) * frequency) / (settings.k1 + frequency);
  }
  return postings;
}

/** idf(t) above: of `size` documents `withTerm` hold it. Always positive. */
export const rarity = (size: number, withTerm: number): number =>
  Math.log(1 + (size - withTerm + 0.5) / (withTerm + 0.5));

/** The terms, what stands where, and token counts by field, then document. */
function collect(documents: readonly LexicalDocument[]) {
  const terms = openTermTable();
  const occurrences = createOccurrences();
  const lengths = lexicalFields.map(() => new Float64Array(documents.length));
  let length = 0;
  let field: 0 | 1 | 2 = 0;
  const count = (term: number) => {
    occurrences.add(term, field);
    length += 1;
  };
  const listener = {
    character: (code: number) => count(terms.addHan(code, 0)),
    pair: (first: number, second: number) => count(terms.addHan(first, second)),
    run: (run: string) => count(terms.addRun(run)),
  };
  for (const [document, fields] of documents.entries()) {
    occurrences.startDocument(document);
    for (field of fieldPositions) {
      length = 0;
      readTokens(fields[lexicalFields[field]] ?? '', listener);
      lengths[field]![document] = length;
    }
  }
  return { terms, occurrences, lengths };
}

/** What one occurrence in the field counts, for each document. */
function fieldPressure(lengths: Float64Array, { fields }: LexicalSettings, field: number): Float64Array {
  const { weight, b } = fields[lexicalFields[field]!];
  const filled = lengths.filter((length) => length > 0);
  const average = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
  return lengths.map((length) => (length === 0 ? 0 : weight / (1 - b + (b * length) / average)));
}

/** Where each term's postings start, and last the number of all. */
function countStarts(occurrences: Occurrences, termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  for (let slot = 0; slot < occurrences.count; slot += 1) starts[occurrences.term(slot) + 1]! += 1;
  for (let term = 0; term < termCount; term += 1) starts[term + 1]! += starts[term]!;
  return starts;
}
