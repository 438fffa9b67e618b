/**
 * `unsafe_query`: a plan names something that the semantic model does not have, or asks for what cannot be computed from
 * it; `data_timeout`: the database took longer than it may; `data_unavailable`: it could not be asked at all.
 */
export class DataQueryError extends Error {
  readonly code: 'unsafe_query' | 'data_timeout' | 'data_unavailable';

  constructor(code: DataQueryError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataQueryError';
    this.code = code;
  }
}
