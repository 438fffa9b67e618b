import {
  hashEnd,
  hashSeed,
  hashStep,
  longestGram,
  type SparseRows,
  type TextRow,
  type Vocabulary,
} from './classify-text-features.ts';

/** What says what a text is about: it is counted twice. A shorter opening is a greeting more often than a subject. */
const opening = /^.{4,60}?[。！？!?]/su;
const openingCounts = 2;
/** Who writes without a full stop has said it by then. */
const openingAtMost = 30;

const openingOf = (text: string) => opening.exec(text)?.[0].length ?? Math.min(text.length, openingAtMost);

/** Reads texts as rows of a vocabulary. What `read` gives lies in memory that the next call writes over. */
export interface RowReader {
  /** (1 + ln tf) × idf for every gram the vocabulary knows, and the factor that makes the row of unit length. */
  read(text: string): TextRow;
  /** The column of a gram's hash, or -1 when it was never seen in training. */
  columnOf(hash: number): number;
}

/** 1 + ln of small counts; nearly every count is one of them. */
const damped = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(1, count)));

/**
 * A text is read in one pass: each gram's hash goes on from the one before, is looked up in a table of numbers and counted
 * at its column. No string is cut, nothing is sorted and nothing but the four numbers of the result is made.
 */
export function createRowReader({ hashes, idf }: Vocabulary): RowReader {
  const { slots, mask } = slotsFor(hashes);
  const counts = new Uint32Array(hashes.length);
  let columns = new Uint32Array(1024);
  let values = new Float32Array(1024);

  /** Distinct columns in the order of their first gram; their counts are left in `counts`. */
  const count = (text: string): number => {
    let size = 0;
    const head = openingOf(text);
    for (let start = 0; start < text.length; start++) {
      const times = start < head ? openingCounts : 1;
      const end = Math.min(start + longestGram, text.length);
      let hash = hashSeed;
      for (let at = start; at < end; at++) {
        hash = hashStep(hash, text.charCodeAt(at));
        const column = find(slots, mask, hashEnd(hash));
        if (column < 0) continue;
        if (counts[column] === 0) columns[size++] = column;
        counts[column]! += times;
      }
    }
    return size;
  };

  return {
    columnOf: (hash) => find(slots, mask, hash),
    read(text) {
      if (columns.length < text.length * longestGram) {
        columns = new Uint32Array(text.length * longestGram * 2);
        values = new Float32Array(columns.length);
      }
      const size = count(text);
      let squares = 0;
      for (let at = 0; at < size; at++) {
        const column = columns[at]!;
        const times = counts[column]!;
        const value = (times < 64 ? damped[times]! : 1 + Math.log(times)) * idf[column]!;
        counts[column] = 0;
        values[at] = value;
        squares += value * value;
      }
      return { from: 0, to: size, columns, values, scale: 1 / (Math.sqrt(squares) || 1) };
    },
  };
}

/** Rows of unit length, to learn from. */
export function toRows(texts: readonly string[], reader: RowReader): SparseRows {
  const starts = new Uint32Array(texts.length + 1);
  let columns = new Uint32Array(1 << 16);
  let values = new Float32Array(1 << 16);
  for (const [index, text] of texts.entries()) {
    const row = reader.read(text);
    const start = starts[index]!;
    const end = start + row.to;
    if (end > columns.length) {
      columns = larger(columns, new Uint32Array(end * 2));
      values = larger(values, new Float32Array(end * 2));
    }
    columns.set(row.columns.subarray(0, row.to), start);
    for (let at = 0; at < row.to; at++) values[start + at] = row.values[at]! * row.scale;
    starts[index + 1] = end;
  }
  return { starts, columns, values };
}

function larger<Numbers extends Uint32Array | Float32Array>(old: Numbers, room: Numbers): Numbers {
  room.set(old);
  return room;
}

/**
 * Pairs of a hash and its column + 1, at the first free pair from the hash's own on. Side by side they are one read of
 * memory; a quarter full, most grams are found or missed at the first look.
 */
function slotsFor(hashes: Uint32Array): { slots: Uint32Array; mask: number } {
  let size = 1024;
  while (size < hashes.length * 4) size *= 2;
  const slots = new Uint32Array(size * 2);
  const mask = size - 1;
  for (let column = 0; column < hashes.length; column++) {
    let slot = hashes[column]! & mask;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = hashes[column]!;
    slots[slot * 2 + 1] = column + 1;
  }
  return { slots, mask };
}

/** The column of a hash, or -1. */
function find(slots: Uint32Array, mask: number, hash: number): number {
  let slot = hash & mask;
  while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== hash) slot = (slot + 1) & mask;
  return slots[slot * 2 + 1]! - 1;
}
