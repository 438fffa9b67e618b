import { deserialize, serialize } from 'node:v8';

/** What a classifier learnt, as plain values: arrays of numbers, texts, and objects of them. */
export interface Memory {
  /** What was learnt under this name before, else what `learn` learns now. */
  recall<Learnt>(name: string, learn: () => Learnt): Learnt;
}

/** Remembers nothing. */
export const noMemory: Memory = { recall: (_, learn) => learn() };

/** A memory that also gives out what it holds, to be written down. */
export interface KeptMemory extends Memory {
  /** Every lesson as bytes, by name. */
  toSections(): Record<string, Uint8Array>;
}

/**
 * A memory of these sections, which must be what `toSections` gave and unchanged since: their reader checks that by a
 * digest. Numbers come back to the last bit, so what was recalled answers as what was learnt.
 */
export function createMemory(sections: Readonly<Record<string, Uint8Array>> = {}): KeptMemory {
  const kept: Record<string, Uint8Array> = { ...sections };
  return {
    recall<Learnt>(name: string, learn: () => Learnt): Learnt {
      const known = kept[name];
      if (known) return deserialize(known) as Learnt;
      const learnt = learn();
      kept[name] = serialize(learnt);
      return learnt;
    },
    toSections: () => kept,
  };
}
