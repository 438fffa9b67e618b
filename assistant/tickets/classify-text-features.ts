/** Texts as sparse rows: row i has the columns `columns[starts[i] .. starts[i + 1]]` with their `values`. */
export interface SparseRows {
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

/** Hashes of character n-grams in ascending order, with their weight when they occur: the memory of the classifier. */
export interface Vocabulary {
  hashes: Uint32Array;
  idf: Float32Array;
}

/** One character to three: single characters carry topic words of classical brevity, three carry most compounds. */
const longestGram = 3;

/** A gram of a text: where it starts, how long it is, and its hash. */
export interface Gram {
  start: number;
  length: number;
  hash: number;
}

/** Lower case, any number as 0 and any white space as one blank, so that amounts and layout do not become features. */
export function cleaned(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
}

/** Every gram of a cleaned text; grams across punctuation are kept, for they mark where a clause begins. */
export function gramsOf(text: string): Gram[] {
  const grams: Gram[] = [];
  forEachGram(text, (hash, start, length) => grams.push({ start, length, hash }));
  return grams;
}

/**
 * Learns which grams occur and how rare they are: idf = ln((1 + n) / (1 + df)) + 1. A gram of one text only says nothing
 * about others; of the rest the most frequent `limit` stay.
 */
export function learnVocabulary(texts: readonly string[], limit: number): Vocabulary {
  const documentFrequency = new Map<number, number>();
  for (const text of texts)
    for (const { hash } of countedGrams(text)) documentFrequency.set(hash, (documentFrequency.get(hash) ?? 0) + 1);
  const kept = mostFrequent(
    [...documentFrequency].filter(([, df]) => df > 1),
    limit,
  ).sort((a, b) => a[0] - b[0]);
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    idf: Float32Array.from(kept, ([, df]) => Math.log((1 + texts.length) / (1 + df)) + 1),
  };
}

/** Rows of unit length: (1 + ln tf) × idf for every gram the vocabulary knows. */
export function toRows(texts: readonly string[], vocabulary: Vocabulary): SparseRows {
  const rows = texts.map((text) => toRow(text, vocabulary));
  const starts = new Uint32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = starts[index]! + row.columns.length;
  const columns = new Uint32Array(starts[rows.length]!);
  const values = new Float32Array(starts[rows.length]!);
  for (const [index, row] of rows.entries()) {
    columns.set(row.columns, starts[index]);
    values.set(row.values, starts[index]);
  }
  return { starts, columns, values };
}

/** The rows with these indexes, in this order. */
export function pickRows(rows: SparseRows, picked: readonly number[]): SparseRows {
  const starts = new Uint32Array(picked.length + 1);
  for (const [at, row] of picked.entries()) starts[at + 1] = starts[at]! + rows.starts[row + 1]! - rows.starts[row]!;
  const columns = new Uint32Array(starts[picked.length]!);
  const values = new Float32Array(starts[picked.length]!);
  for (const [at, row] of picked.entries()) {
    columns.set(rows.columns.subarray(rows.starts[row], rows.starts[row + 1]), starts[at]);
    values.set(rows.values.subarray(rows.starts[row], rows.starts[row + 1]), starts[at]);
  }
  return { starts, columns, values };
}

/** The column of a gram's hash, or -1 when it was never seen in training. */
export function columnOf({ hashes }: Vocabulary, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = hashes[middle]!;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function toRow(text: string, vocabulary: Vocabulary): { columns: number[]; values: number[] } {
  const columns: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const { hash, count } of countedGrams(text)) {
    const column = columnOf(vocabulary, hash);
    if (column < 0) continue;
    const value = (1 + Math.log(count)) * vocabulary.idf[column]!;
    columns.push(column);
    values.push(value);
    squares += value * value;
  }
  const norm = Math.sqrt(squares) || 1;
  return { columns, values: values.map((value) => value / norm) };
}

/** Distinct grams in ascending order of hash; sorting numbers is quicker than a map a text. */
function countedGrams(text: string): { hash: number; count: number }[] {
  const hashes = new Uint32Array(text.length * longestGram);
  let size = 0;
  forEachGram(text, (hash) => {
    hashes[size++] = hash;
  });
  const sorted = hashes.subarray(0, size).sort();
  const counted: { hash: number; count: number }[] = [];
  for (let at = 0; at < size; ) {
    let end = at + 1;
    while (end < size && sorted[end] === sorted[at]) end++;
    counted.push({ hash: sorted[at]!, count: end - at });
    at = end;
  }
  return counted;
}

/** FNV-1a over UTF-16 units, the length mixed in by the number of steps. */
function forEachGram(text: string, visit: (hash: number, start: number, length: number) => void): void {
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5;
    for (let length = 1; length <= longestGram && start + length <= text.length; length++) {
      hash = Math.imul(hash ^ text.charCodeAt(start + length - 1), 0x01000193);
      visit((hash ^ (hash >>> 15)) >>> 0, start, length);
    }
  }
}

function mostFrequent(counts: [number, number][], limit: number): [number, number][] {
  if (counts.length <= limit) return counts;
  return counts.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
}
