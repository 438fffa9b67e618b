/** Full-width forms, compatibility characters and case carry no meaning for a search. */
export const foldForSearch = (text: string): string => text.normalize('NFKC').toLowerCase();

const separator = 0;
const han = 1;
const letter = 2;

const kindOf = (character: string): number =>
  /\p{Script=Han}/u.test(character) ? han : /[\p{L}\p{N}]/u.test(character) ? letter : separator;

/** The kinds of the basic plane, looked up instead of matched: cutting texts is half the work of building an index. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(String.fromCharCode(code)));

/** What is told of a text's tokens, in order: Chinese characters by their code points, the rest as text. */
export interface TokenListener {
  character(code: number): void;
  pair(first: number, second: number): void;
  run(text: string): void;
}

/**
 * Tells the index tokens of a text: every Chinese character, every pair of neighbours, and every run of letters or
 * digits (`12345`, `app`). Characters find a word whose neighbours differ (办证, 办个证), pairs keep word order; no
 * dictionary is needed, so a new term of an office is found on the day it is first written.
 */
export function readTokens(text: string, listener: TokenListener): void {
  const folded = foldForSearch(text);
  // The Chinese character just before, and where the present run of letters began; -1 for none.
  let [before, runStart] = [-1, -1];
  for (let at = 0, end = 0; at < folded.length; at = end) {
    const code = folded.codePointAt(at)!;
    end = at + (code > 0xffff ? 2 : 1);
    const kind = code > 0xffff ? kindOf(folded.slice(at, end)) : kinds[code];
    if (runStart >= 0 && kind !== letter) {
      listener.run(folded.slice(runStart, at));
      runStart = -1;
    }
    if (kind === letter && runStart < 0) runStart = at;
    if (kind === han) {
      if (before >= 0) listener.pair(before, code);
      listener.character(code);
    }
    before = kind === han ? code : -1;
  }
  if (runStart >= 0) listener.run(folded.slice(runStart));
}

/** The tokens of `readTokens` as texts, in order, repeats kept. */
export function segment(text: string): string[] {
  const tokens: string[] = [];
  readTokens(text, {
    character: (code) => tokens.push(String.fromCodePoint(code)),
    pair: (first, second) => tokens.push(String.fromCodePoint(first, second)),
    run: (run) => tokens.push(run),
  });
  return tokens;
}
