/** A stretch of a document's text: `text` is what stands there without its number, mark and spaces. */
export interface Item {
  text: string;
  start: number;
  end: number;
}

/** A number or mark that begins an item: 1. 1、 （1） ① （一） - •; a decimal fraction or a day is none. */
const marker =
  /^(?:#{1,6}\s+|[-•●■◆★▲]\s*)?(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]\s*[、.．]?\s*|\d{1,2}\s*[、．]\s*|\d{1,2}\s*\.\s*(?!\d)|[一二三四五六七八九十]{1,3}、\s*|[①-⑳]\s*|第[一二三四五六七八九十\d]{1,2}步[：:]?\s*)?/u;

/** Within a line an item begins after the end of the one before it, where a cell's lines were joined. */
const inlineStart =
  /(?<=[；;。\s])(?=[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[①-⑳])/gu;

/** The items of a stretch of text: its lines, and numbered ones within a line. */
export function splitItems(text: string, start: number, end: number): Item[] {
  const items: Item[] = [];
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\n]+/gu)) {
    let at = start + index;
    for (const piece of line.split(inlineStart)) {
      const item = toItem(piece, at);
      if (item) items.push(item);
      at += piece.length;
    }
  }
  return items;
}

function toItem(piece: string, at: number): Item | null {
  const lead = /^\s*/u.exec(piece)![0].length;
  const mark = marker.exec(piece.slice(lead))?.[0].length ?? 0;
  const text = piece.slice(lead + mark).trim();
  if (text === '') return null;
  const start = at + piece.indexOf(text, lead + mark);
  return { text, start, end: start + text.length };
}
