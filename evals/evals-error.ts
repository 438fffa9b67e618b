/**
 * Something about a run is broken, as opposed to a case being answered wrongly, which is a score.
 *
 * - `dataset_missing`: a folder or file of the data set is not there
 * - `dataset_invalid`: a line cannot be used; the message names file and line
 * - `unknown_suite`: no suite of that name
 * - `run_cancelled`: the run was stopped by its signal
 * - `suites_differ`: two runs of different suites were to be compared
 * - `run_unknown`, `run_unfinished`: a run that is not there, or not in the state that is needed
 * - `not_resumable`: a run that cannot be gone on with; the message says what differs
 * - `baseline_missing`, `baseline_invalid`: nothing was blessed, or the file cannot be read
 * - `bless_refused`: what must not become a baseline
 * - `judge_missing`: no chat model is set that could judge
 * - `peer_missing`: the library that a bench measures against is not installed
 */
export type EvalsErrorCode =
  | 'dataset_missing'
  | 'dataset_invalid'
  | 'unknown_suite'
  | 'run_cancelled'
  | 'suites_differ'
  | 'run_unknown'
  | 'run_unfinished'
  | 'not_resumable'
  | 'baseline_missing'
  | 'baseline_invalid'
  | 'bless_refused'
  | 'peer_missing'
  | 'judge_missing';
// biome-ignore format: a list of words

export class EvalsError extends Error {
  readonly code: EvalsErrorCode;
  constructor(code: EvalsErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'EvalsError';
    this.code = code;
  }
}
