/** Texts as sparse rows: row i has the columns `columns[starts[i] .. starts[i + 1]]` with their `values`. */
export interface SparseRows {
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

/** The columns and values of one text, at `from` up to `to`; all values are still to be multiplied by `scale`. */
export interface TextRow {
  from: number;
  to: number;
  columns: Uint32Array;
  values: Float32Array;
  scale: number;
}

/** Hashes of character n-grams, the most frequent first, with their weight when they occur: the memory of the classifier. */
export interface Vocabulary {
  hashes: Uint32Array;
  idf: Float32Array;
}

/** One character to three: single characters carry topic words of classical brevity, three carry most compounds. */
export const longestGram = 3;

/** Lower case, any number as 0 and any white space as one blank, so that amounts and layout do not become features. */
export function cleaned(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
}

// FNV-1a over UTF-16 units; the length is mixed in by the number of steps.
export const hashSeed = 0x811c9dc5;
export const hashStep = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
export const hashEnd = (hash: number) => (hash ^ (hash >>> 15)) >>> 0;

/** Every gram of a cleaned text; grams across punctuation are kept, for they mark where a clause begins. */
export function forEachGram(text: string, visit: (hash: number, start: number, length: number) => void): void {
  for (let start = 0; start < text.length; start++) {
    let hash = hashSeed;
    for (let length = 1; length <= longestGram && start + length <= text.length; length++) {
      hash = hashStep(hash, text.charCodeAt(start + length - 1));
      visit(hashEnd(hash), start, length);
    }
  }
}

/**
 * Learns which grams occur and how rare they are: idf = ln((1 + n) / (1 + df)) + 1. A gram of one text only says nothing
 * about others; of the rest the most frequent `limit` stay. The most frequent come first, so that what most texts read
 * lies close together in memory.
 */
export function learnVocabulary(texts: readonly string[], limit: number): Vocabulary {
  const { hashes, frequencies } = documentFrequencies(texts);
  // Both numbers in one: it sorts without a comparison function, and 2^53 has room for two million texts.
  const keys = new Float64Array(hashes.length);
  let size = 0;
  for (let slot = 0; slot < hashes.length; slot++)
    if (frequencies[slot]! > 1) keys[size++] = (texts.length - frequencies[slot]!) * 2 ** 32 + hashes[slot]!;
  const kept = keys.subarray(0, size).sort().subarray(0, limit);
  return {
    hashes: Uint32Array.from(kept, (key) => key % 2 ** 32),
    idf: Float32Array.from(kept, (key) => {
      const frequency = texts.length - Math.floor(key / 2 ** 32);
      return Math.log((1 + texts.length) / (1 + frequency)) + 1;
    }),
  };
}

interface FrequencyTable {
  hashes: Uint32Array;
  /** Texts that hold the gram; 0 where the slot is free. */
  frequencies: Uint32Array;
  /** The last text that was counted, from 1. */
  lastText: Uint32Array;
}

/** In how many texts each gram occurs: an open-addressing table of numbers, for a Map of millions takes ten times as long. */
function documentFrequencies(texts: readonly string[]): FrequencyTable {
  let table = emptyTable(1 << 14);
  let used = 0;
  for (const [index, text] of texts.entries()) {
    if (used + text.length * longestGram > table.hashes.length >> 1) table = grown(table, text.length * longestGram);
    const { hashes, frequencies, lastText } = table;
    forEachGram(text, (hash) => {
      const slot = slotOf(table, hash);
      if (lastText[slot] === index + 1) return;
      if (frequencies[slot] === 0) used++;
      hashes[slot] = hash;
      frequencies[slot]!++;
      lastText[slot] = index + 1;
    });
  }
  return table;
}

const emptyTable = (size: number): FrequencyTable => ({
  hashes: new Uint32Array(size),
  frequencies: new Uint32Array(size),
  lastText: new Uint32Array(size),
});

/** The slot that holds a hash, or the free one where it belongs. */
function slotOf({ hashes, frequencies }: FrequencyTable, hash: number): number {
  const mask = hashes.length - 1;
  let slot = hash & mask;
  while (frequencies[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

/** Never more than half full, even if every gram to come is new. */
function grown(table: FrequencyTable, room: number): FrequencyTable {
  let size = table.hashes.length * 2;
  while (size < room * 4) size *= 2;
  const larger = emptyTable(size);
  for (let slot = 0; slot < table.hashes.length; slot++) {
    if (table.frequencies[slot] === 0) continue;
    const to = slotOf(larger, table.hashes[slot]!);
    larger.hashes[to] = table.hashes[slot]!;
    larger.frequencies[to] = table.frequencies[slot]!;
    larger.lastText[to] = table.lastText[slot]!;
  }
  return larger;
}
