/** Scores and metrics of which less is better; of every other more is. */
const lessIsBetter: ReadonlySet<string> = new Set([
  'unsupportedSentences', 'unsupportedNumbers', 'unsupportedQuotes', 'unsupportedOffices', 'falseRefusal',
  'falseBlockRate', 'falselyBlocked', 'lookAlikeMasked', 'wrongShown', 'ece', 'msPerQuery',
]); // biome-ignore format: a list of words

/** 1 where more is better, −1 where less is: times this, a change for the better is above zero. */
export function directionOf(score: string): 1 | -1 {
  return lessIsBetter.has(score) ? -1 : 1;
}
