/** The mark before a list item or a quotation. A number stays: 「1. 身份证」 may be referred to by it. */
const lineMark = /^\s*(?:[-*+•]\s+|>\s*)+/u;

/**
 * The sentences of a passage as they are read aloud: the words are the passage's own, Markdown's marks are gone. Lines
 * without a word (rules, the second row of a table) are none.
 */
export function passageSentences(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => plainLine(line).split(/(?<=[。！？](?![」』”’）)]))/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function plainLine(line: string): string {
  return line
    .replace(lineMark, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\*\*|__|`/gu, '')
    .replace(/^\s*\|\s*|\s*\|\s*$/gu, '')
    .replace(/\s*\|\s*/gu, '，');
}
