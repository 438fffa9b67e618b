/** One data set as it is on this day; its digest changes with every byte of its cases. */
export interface DataSetVersion {
  suite: string;
  name: string;
  /** SHA-256 over names and contents of its files; runs carry it as `identity.dataDigest`. */
  digest: string;
  cases: number;
  /** `split` → cases. Those that name none are `test`. */
  splits: Record<string, number>;
  /** `dimension=value` → cases, as in the slices of a run. */
  coverage: Record<string, number>;
}
