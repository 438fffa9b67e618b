/**
 * A step with figures or saved questions that cannot be taken.
 *
 * - `figures_unknown`: no such figures in a conversation of one's own
 * - `saved_question_unknown`: no such question, or one of another office
 * - `saved_name_taken`: the office has another question of that name
 */
export type DataQuestionErrorCode = 'figures_unknown' | 'saved_question_unknown' | 'saved_name_taken';

export class DataQuestionError extends Error {
  readonly code: DataQuestionErrorCode;
  constructor(code: DataQuestionErrorCode, message: string) {
    super(message);
    this.name = 'DataQuestionError';
    this.code = code;
  }
}
