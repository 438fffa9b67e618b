/** A line this long, as a share of the longest of its page, was broken by the margin and goes on in the next. */
const fullLine = 0.85;

/** A shorter line, in characters, is a field of a form or a heading, however long its neighbours are. */
const shortestFullLine = 22;

/** A numbered item, or a field: `办理时限：`. */
const startsAnew = /^(?:[一二三四五六七八九十\d]+[、.．]|[（(]|第.{1,4}[章条]|[^，。；：]{2,12}：)/u;

/** What was recognised, with the marks of Chinese print, without the spaces put between Chinese characters and without the line breaks of the margin. */
export function toRecognizedText(recognized: string): string {
  const lines = recognized.split('\n').map((line) => withoutInnerSpaces(chineseMarks(line)));
  const longest = Math.max(0, ...lines.map((line) => line.length));
  let text = '';
  let open = false;
  for (const line of lines.filter((line) => line !== '')) {
    text += text === '' || (open && !startsAnew.test(line)) ? line : `\n${line}`;
    open = line.length >= Math.max(shortestFullLine, longest * fullLine) && !/[。；：！？]$/u.test(line);
  }
  return text;
}

const withoutInnerSpaces = (line: string) => line.trim().replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/gu, '');

const wideMarks: Record<string, string> = { ':': '：', ',': '，', ';': '；', '?': '？', '!': '！' };

/** After a Chinese character a narrow mark is a misreading. */
const chineseMarks = (line: string) =>
  line.replace(/(?<=\p{sc=Han})\s*([:,;?!])\s*/gu, (_, mark: string) => wideMarks[mark]!);
