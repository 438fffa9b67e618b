/**
 * Multinomial naive Bayes over pairs of characters with add-one smoothing: the plain classifier that anybody would write
 * first, as the peer of the product's.
 */
export function trainNaiveBayes(examples: readonly { text: string; label: string }[]) {
  const classes = new Map<string, { texts: number; pairs: number; counts: Map<string, number> }>();
  const vocabulary = new Set<string>();
  for (const { text, label } of examples) {
    const one = classes.get(label) ?? { texts: 0, pairs: 0, counts: new Map<string, number>() };
    classes.set(label, one);
    one.texts += 1;
    for (const pair of pairsOf(text)) {
      vocabulary.add(pair);
      one.pairs += 1;
      one.counts.set(pair, (one.counts.get(pair) ?? 0) + 1);
    }
  }
  return {
    /** The likeliest label. */
    predict(text: string): string {
      const pairs = pairsOf(text);
      const scored = [...classes].map(([label, { texts, pairs: total, counts }]) => {
        let score = Math.log(texts / examples.length);
        for (const pair of pairs) score += Math.log(((counts.get(pair) ?? 0) + 1) / (total + vocabulary.size));
        return { label, score };
      });
      return scored.reduce((best, one) => (one.score > best.score ? one : best)).label;
    },
  };
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
