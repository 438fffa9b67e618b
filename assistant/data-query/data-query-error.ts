/**
 * `unsafe_query`: a plan names something that the semantic model does not have, or asks for what cannot be computed from
 * it; `data_timeout`: the database took longer than it may; `data_too_large`: it found more rows, or needed more memory,
 * than one question may have; `data_unavailable`: it could not be asked at all; `data_source_invalid`: a file or folder
 * that was named as the data platform cannot be read as one.
 */
export class DataQueryError extends Error {
  readonly code: 'unsafe_query' | 'data_timeout' | 'data_too_large' | 'data_unavailable' | 'data_source_invalid';

  constructor(code: DataQueryError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataQueryError';
    this.code = code;
  }
}
