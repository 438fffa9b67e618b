import type { Citation, SingleReply } from '../../assistant/index.ts';

export interface NumberedCitation extends Citation {
  /** Counts from 1 within the whole text. */
  number: number;
  url: string;
}

export interface CitedText {
  /** The replies one after the other, 「[1]」 behind what rests on the first source, the sources listed at the end. */
  text: string;
  citations: NumberedCitation[];
  /** Where in the text each mark stands, end exclusive. */
  marks: { number: number; start: number; end: number }[];
}

/** Puts replies into one plain text with its sources. */
export function citeInText(replies: readonly SingleReply[], urlOf: (citation: Citation) => string): CitedText {
  const citations: NumberedCitation[] = [];
  const marks: CitedText['marks'] = [];
  let text = '';
  for (const [index, reply] of replies.entries()) {
    text += index > 0 ? '\n\n' : '';
    text += replies.length > 1 ? `${index + 1}. ` : '';
    const numbered = citationsOf(reply).map((citation, at) => ({
      ...citation,
      number: citations.length + at + 1,
      url: urlOf(citation),
    }));
    for (const piece of marked(reply, numbered)) {
      if (typeof piece === 'string') text += piece;
      else {
        const mark = `[${piece.number}]`;
        marks.push({ number: piece.number, start: text.length, end: text.length + mark.length });
        text += mark;
      }
    }
    citations.push(...numbered);
  }
  return { text: text + sourcesOf(citations), citations, marks };
}

/** The reply's own text, cut behind each sentence for the marks of what it rests on. */
function marked(reply: SingleReply, numbered: readonly NumberedCitation[]): (string | NumberedCitation)[] {
  if (!('sentences' in reply)) return [reply.text + choicesOf(reply)];
  const pieces: (string | NumberedCitation)[] = [];
  let from = 0;
  for (const sentence of reply.sentences) {
    const at = reply.text.indexOf(sentence.text, from);
    if (at < 0) continue;
    const end = at + sentence.text.length;
    pieces.push(reply.text.slice(from, end));
    for (const index of new Set(sentence.citations)) if (numbered[index]) pieces.push(numbered[index]);
    from = end;
  }
  return [...pieces, reply.text.slice(from)];
}

const citationsOf = (reply: SingleReply): readonly Citation[] => ('citations' in reply ? reply.citations : []);

/** Who has no buttons to tap is told what can be answered. */
function choicesOf(reply: SingleReply): string {
  if (reply.outcome !== 'clarifying' || reply.options.length === 0) return '';
  return `\n（可以回答：${reply.options.map(({ send }) => send).join('；')}）`;
}

function sourcesOf(citations: readonly NumberedCitation[]): string {
  if (citations.length === 0) return '';
  const lines = citations.map(({ number, title, url }) => `[${number}] 《${title.replace(/\s+/gu, ' ')}》 ${url}`);
  return `\n\n来源：\n${lines.join('\n')}`;
}
