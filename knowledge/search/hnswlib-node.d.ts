/**
 * The part of hnswlib-node that we use. Written down here because the package is optional: where it cannot be compiled npm
 * leaves all of it out, its types too, and the desk must still build.
 */
declare module 'hnswlib-node' {
  export class HierarchicalNSW {
    constructor(space: 'l2' | 'ip' | 'cosine', dimensions: number);
    initIndex(options: { maxElements: number; m?: number; efConstruction?: number; randomSeed?: number }): void;
    addPoint(vector: number[], label: number): void;
    setEf(searchBreadth: number): void;
    /** Nearest first, in parallel arrays. */
    searchKnn(
      vector: number[],
      count: number,
      accept?: (label: number) => boolean,
    ): { distances: number[]; neighbors: number[] };
    getCurrentCount(): number;
    readIndex(file: string): Promise<boolean>;
    writeIndex(file: string): Promise<boolean>;
  }

  const hnswlib: { HierarchicalNSW: typeof HierarchicalNSW };
  // biome-ignore lint/style/noDefaultExport: it is how a CommonJS package looks from an ES module.
  export default hnswlib;
}
