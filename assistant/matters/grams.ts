/** Distinct characters and character pairs of a text without punctuation and white space. */
export function gramsOf(text: string): Set<string> {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
  const grams = new Set<string>(bare);
  for (let at = 0; at + 1 < bare.length; at++) grams.add(bare.slice(at, at + 2));
  return grams;
}

/** In how many of the sets each gram stands. */
export function documentFrequencies(sets: Iterable<ReadonlySet<string>>): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const grams of sets) for (const gram of grams) frequencies.set(gram, (frequencies.get(gram) ?? 0) + 1);
  return frequencies;
}
