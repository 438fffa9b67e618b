/** Chinese characters stand alone; letters and digits stand as runs (`12345`, `app`); everything else separates. */
const runs = /(\p{Script=Han}+)|([\p{L}\p{N}]+)/gu;

/** Full-width forms, compatibility characters and case carry no meaning for a search. */
export const foldForSearch = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The index tokens of a text, in order, repeats kept: every Chinese character, every pair of neighbours, and every run
 * of letters or digits. Characters find a word whose neighbours differ (办证, 办个证), pairs keep word order; no dictionary
 * is needed, so a new term of an office is found on the day it is first written.
 */
export function segment(text: string): string[] {
  const tokens: string[] = [];
  for (const [, han, other] of foldForSearch(text).matchAll(runs)) {
    if (other !== undefined) tokens.push(...mixedRun(other));
    else if (han !== undefined) pushCharactersAndPairs([...han], tokens);
  }
  return tokens;
}

/** `\p{L}` also holds Chinese, so a run that starts with a letter may go on in Chinese: 「a栋」, 「12345热线」. */
function mixedRun(run: string): string[] {
  if (!/\p{Script=Han}/u.test(run)) return [run];
  const tokens: string[] = [];
  for (const part of run.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []) tokens.push(...segment(part));
  return tokens;
}

function pushCharactersAndPairs(characters: readonly string[], tokens: string[]): void {
  for (const [position, character] of characters.entries()) {
    tokens.push(character);
    const next = characters[position + 1];
    if (next !== undefined) tokens.push(character + next);
  }
}
