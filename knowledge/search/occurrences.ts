/** Fields are counted together in one number: title and further words up to 255 times, text up to 65,535 times. */
const most = [0xff, 0xffff, 0xff] as const;
const shift = [0, 8, 24] as const;

/**
 * Which term stands in which document how often, by field, gathered in the order of the documents. Columns of numbers
 * instead of objects: 100,000 passages hold some ten million of these.
 */
export interface Occurrences {
  readonly count: number;
  startDocument(document: number): void;
  add(term: number, field: 0 | 1 | 2): void;
  term(slot: number): number;
  document(slot: number): number;
  times(slot: number, field: 0 | 1 | 2): number;
}

export function createOccurrences(): Occurrences {
  let terms = new Uint32Array(1024);
  let documents = new Uint32Array(1024);
  let counts = new Uint32Array(1024);
  /** Where each term was last added; from `documentStart` on that is in the present document. */
  let lastSlots = new Int32Array(1024).fill(-1);
  let [count, documentStart, present] = [0, 0, 0];

  const slotOf = (term: number): number => {
    if (term >= lastSlots.length) lastSlots = grown(lastSlots, new Int32Array(2 * term).fill(-1));
    const known = lastSlots[term]!;
    if (known >= documentStart) return known;
    if (count === terms.length) {
      [terms, documents, counts] = [terms, documents, counts].map((old) => grown(old, new Uint32Array(2 * count))) as [
        typeof terms, typeof terms, typeof terms,
      ]; // biome-ignore format: three of a kind
    }
    terms[count] = term;
    documents[count] = present;
    lastSlots[term] = count;
    return count++;
  };
  const times = (slot: number, field: 0 | 1 | 2) => (counts[slot]! >>> shift[field]) & most[field];

  return {
    get count() {
      return count;
    },
    startDocument(document) {
      [present, documentStart] = [document, count];
    },
    add(term, field) {
      const slot = slotOf(term);
      if (times(slot, field) < most[field]) counts[slot] = counts[slot]! + 2 ** shift[field];
    },
    term: (slot) => terms[slot]!,
    document: (slot) => documents[slot]!,
    times,
  };
}

function grown<T extends Uint32Array | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
