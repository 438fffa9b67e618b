/**
 * A step of the review loop that cannot be taken.
 *
 * - `review_not_found`: no such item, turn or case
 * - `review_locked`: another reviewer has it, or had it in between
 * - `review_judged`: it has its verdict already
 * - `case_incomplete`: too little was said to make a case of it
 * - `import_invalid`: an uploaded data set cannot be used as it is
 * - `data_set_unknown`: no data set of that name
 * - `run_busy`: another run is under way
 */
export type ReviewErrorCode =
  | 'review_not_found' | 'review_locked' | 'review_judged' | 'case_incomplete' | 'import_invalid' | 'data_set_unknown' | 'run_busy'; // biome-ignore format: a list

export class ReviewError extends Error {
  readonly code: ReviewErrorCode;
  constructor(code: ReviewErrorCode, message: string) {
    super(message);
    this.name = 'ReviewError';
    this.code = code;
  }
}
