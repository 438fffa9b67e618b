/** The distinct character pairs of a text without punctuation and white space: a cheap measure of what it talks about. */
export function bigrams(text: string): Set<string> {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)));
}

/** Share of `of`'s pairs that also stand in `text`; 0 when there are none. */
export function coverage(of: Set<string>, text: Set<string>): number {
  if (of.size === 0) return 0;
  let shared = 0;
  for (const pair of of) if (text.has(pair)) shared += 1;
  return shared / of.size;
}
