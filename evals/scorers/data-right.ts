import type { DataCase } from '../suites/data/data-case.ts';
import type { RecordedData } from '../suites/data/play-data-case.ts';
import { matchRows } from './rows-match.ts';
import type { Scorer } from './scorer.ts';

type DataScorer = Scorer<DataCase, RecordedData>;

const gaveFigures = ({ outcome }: RecordedData) => outcome === 'data';
/** 「没有符合条件的数据」 is an answer where the right rows are none. */
const saidNone = (input: DataCase, output: RecordedData) =>
  input.gold?.length === 0 && output.outcome === 'nothing_found';

/** Whether figures were given to a question that has some; null where the right ending is another. */
export const dataAnswered: DataScorer = {
  name: 'answered',
  score: ({ input, output }) => (input.gold === null ? null : gaveFigures(output) || saidNone(input, output) ? 1 : 0),
};

/**
 * Gold rows found and no other rows; columns that tell rows apart (names, times) or that the rows were ranked or compared
 * by may stand beside the gold ones. Where no figure is right, the ending must be the right one.
 */
export const dataRight: DataScorer = {
  name: 'right',
  score: ({ input, output }) => (isRight(input, output) ? 1 : 0),
};

/** As right, with no column beside the gold ones, and every question's order kept. */
export const dataRightStrict: DataScorer = {
  name: 'rightStrict',
  score({ input, output }) {
    if (input.gold === null) return isRight(input, output) ? 1 : 0;
    if (saidNone(input, output)) return 1;
    const match = matchRows(input.gold, output, true);
    return gaveFigures(output) && match.isFound && match.extra.length === 0 && (!input.ordered || match.isInOrder)
      ? 1
      : 0;
  },
};

/** A figure was shown, without a doubt being said, and it is not the right one. */
export const dataWrongShown: DataScorer = {
  name: 'wrongShown',
  score: ({ input, output }) => (gaveFigures(output) && !isRight(input, output) ? 1 : 0),
};

function isRight(input: DataCase, output: RecordedData): boolean {
  if (input.gold === null) return input.outcome?.includes(output.outcome) ?? false;
  if (saidNone(input, output)) return true;
  if (!gaveFigures(output)) return false;
  const match = matchRows(input.gold, output, input.ordered);
  return (
    match.isFound && (!input.ordered || match.isInOrder) && match.extra.every((index) => mayStandBeside(output, index))
  );
}

/** A figure beside the one asked for is right only where it is what the rows were ranked by or compared with. */
function mayStandBeside({ columns, isRanked }: RecordedData, index: number): boolean {
  const column = columns[index];
  if (!column) return false;
  return column.role !== 'metric' || isRanked || /_(?:base|change|change_rate|share)$|^meets$/.test(column.name);
}
