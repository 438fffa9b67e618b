import { type LexicalDocument, lexicalFields, lexicalSettings, segment, weighQuery } from '../../knowledge/index.ts';

/**
 * BM25F as its formula reads (see the product's index), one document after the other and without an index: what the
 * index must agree with. Gives the scores of all documents for each query.
 */
export function naiveScores(documents: readonly LexicalDocument[], queries: readonly string[]): Float64Array[] {
  const asked = new Set(queries.flatMap(segment));
  const averages = lexicalFields.map(() => ({ sum: 0, filled: 0 }));
  const holding = new Map<string, number>();
  for (const document of documents) {
    const fields = fieldsOf(document);
    for (const [field, tokens] of fields.entries()) {
      averages[field]!.sum += tokens.length;
      averages[field]!.filled += tokens.length > 0 ? 1 : 0;
    }
    for (const token of new Set(fields.flat())) if (asked.has(token)) holding.set(token, (holding.get(token) ?? 0) + 1);
  }
  const average = averages.map(({ sum, filled }) => sum / Math.max(1, filled));
  const idf = (token: string) => {
    const n = holding.get(token);
    return n === undefined ? undefined : Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  const weights = queries.map((query) =>
    [...weighQuery(query, idf)].map(([token, weight]) => ({ token, weight: weight * idf(token)! })),
  );
  const scores = queries.map(() => new Float64Array(documents.length));
  for (const [index, document] of documents.entries()) {
    const frequency = frequencies(fieldsOf(document), asked, average);
    for (const [query, terms] of weights.entries())
      for (const { token, weight } of terms) scores[query]![index]! += weight * saturated(frequency.get(token) ?? 0);
  }
  return scores;
}

const fieldsOf = (document: LexicalDocument) => lexicalFields.map((field) => segment(document[field] ?? ''));

const saturated = (frequency: number) => ((lexicalSettings.k1 + 1) * frequency) / (lexicalSettings.k1 + frequency);

/** How often each asked token stands in the document, weighed by field and held against the field's length. */
function frequencies(fields: readonly string[][], asked: ReadonlySet<string>, average: readonly number[]) {
  const found = new Map<string, number>();
  for (const [field, tokens] of fields.entries()) {
    const { weight, b } = lexicalSettings.fields[lexicalFields[field]!];
    const one = weight / (1 - b + (b * tokens.length) / average[field]!);
    for (const token of tokens) if (asked.has(token)) found.set(token, (found.get(token) ?? 0) + one);
  }
  return found;
}
