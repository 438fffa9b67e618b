import { isIntegers, isText, type Part, partOf } from './packed-parts.ts';

/**
 * Terms and their ids, counted from 0 in order of first sight. Characters and pairs of them are kept as two numbers (a
 * single character has no second) in a hash table with open addressing: half a million strings in a Map would take
 * longer to make and more memory than the postings themselves.
 */
export interface TermTable {
  readonly size: number;
  /** The id of a character (`second` 0) or a pair; a new one is given the next. */
  addHan(first: number, second: number): number;
  /** The same for a run of letters or digits. */
  addRun(run: string): number;
  /** The id of a token as `segment` gives it. */
  idOf(token: string): number | undefined;
  toParts(): Record<string, Part>;
}

const empty = -1;
/** No character has the code point 0, so it marks a run, whose second number is its place among the runs. */
const isRun = 0;

/** Reads what `toParts` gave, or with nothing begins an empty table. */
export function openTermTable(parts?: ReadonlyMap<string, Part>): TermTable {
  let firsts = parts ? partOf(parts, 'firsts', isIntegers) : new Uint32Array(1024);
  let seconds = parts ? partOf(parts, 'seconds', isIntegers) : new Uint32Array(1024);
  let size = parts ? firsts.length : 0;
  const packedRuns = parts ? partOf(parts, 'runs', isText) : '';
  const runs = packedRuns === '' ? [] : packedRuns.split('\n');
  const runIds = new Map<string, number>();
  let slots = new Int32Array(0);

  /** The slot that holds the term, or the free one where it belongs; slots are a power of two, at most half full. */
  const slotOf = (first: number, second: number): number => {
    const mask = slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let id = slots[slot]!; id !== empty; id = slots[slot]!) {
      if (firsts[id] === first && seconds[id] === second) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const placeAll = (): void => {
    slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1024, 4 * size)))).fill(empty);
    for (let id = 0; id < size; id += 1) {
      if (firsts[id] === isRun) runIds.set(runs[seconds[id]!]!, id);
      else slots[slotOf(firsts[id]!, seconds[id]!)] = id;
    }
  };
  const append = (first: number, second: number): number => {
    if (size === firsts.length) [firsts, seconds] = [grown(firsts), grown(seconds)];
    [firsts[size], seconds[size]] = [first, second];
    return size++;
  };
  placeAll();

  return {
    get size() {
      return size;
    },
    addHan(first, second) {
      const slot = slotOf(first, second);
      const known = slots[slot]!;
      if (known !== empty) return known;
      const id = append(first, second);
      slots[slot] = id;
      if (2 * size > slots.length) placeAll();
      return id;
    },
    addRun(run) {
      const known = runIds.get(run);
      if (known !== undefined) return known;
      const id = append(isRun, runs.length);
      runs.push(run);
      runIds.set(run, id);
      return id;
    },
    idOf(token) {
      const run = runIds.get(token);
      if (run !== undefined) return run;
      const [first, second, more] = token;
      if (first === undefined || more !== undefined) return undefined;
      const id = slots[slotOf(first.codePointAt(0)!, second?.codePointAt(0) ?? 0)]!;
      return id === empty ? undefined : id;
    },
    toParts: () => ({ firsts: firsts.slice(0, size), seconds: seconds.slice(0, size), runs: runs.join('\n') }),
  };
}

/** Multiplicative hashing (Knuth, The Art of Computer Programming, vol. 3, section 6.4) of both numbers, bits mixed down. */
function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function grown(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * Math.max(512, old.length));
  larger.set(old);
  return larger;
}
