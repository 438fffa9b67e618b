/** A line this long, as a share of the longest of its page, was broken by the margin and goes on in the next. */
const fullLine = 0.85;

/** What was recognised, without the spaces put between Chinese characters and without the line breaks of the margin. */
export function toRecognizedText(recognized: string): string {
  const lines = recognized.split('\n').map(withoutInnerSpaces);
  const longest = Math.max(0, ...lines.map((line) => line.length));
  let text = '';
  let open = false;
  for (const line of lines.filter((line) => line !== '')) {
    text += text === '' || open ? line : `\n${line}`;
    open = line.length >= longest * fullLine && !/[。；：！？]$/u.test(line);
  }
  return text;
}

const withoutInnerSpaces = (line: string) => line.trim().replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, '');
