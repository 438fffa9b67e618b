/**
 * Something about a run is broken, as opposed to a case being answered wrongly, which is a score.
 *
 * - `dataset_missing`: a folder or file of the data set is not there
 * - `dataset_invalid`: a line cannot be used; the message names file and line
 * - `unknown_suite`: no suite of that name
 * - `run_cancelled`: the run was stopped by its signal
 * - `peer_missing`: the library that a bench measures against is not installed
 */
export type EvalsErrorCode = 'dataset_missing' | 'dataset_invalid' | 'unknown_suite' | 'run_cancelled' | 'peer_missing';

export class EvalsError extends Error {
  readonly code: EvalsErrorCode;
  constructor(code: EvalsErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'EvalsError';
    this.code = code;
  }
}
