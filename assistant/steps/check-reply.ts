import { cannedReplies } from '../canned-replies.ts';
import type { Citation } from '../citation.ts';
import { bigrams, coverage } from '../matters/bigrams.ts';
import type { Sentence, SingleReply } from '../reply.ts';

/** Below this share of a sentence's words in its spans it says something that they do not. */
const wordsShareNeeded = 0.5;

// What the desk adds of itself; it claims nothing about the matter.
const ownWords = /（以渝快办当前指南为准）|的情形：/gu;

/**
 * Whether a sentence rests on the spans it cites: every number in it stands in one of them, and most of its words do.
 * A check of words cannot see a denied or swapped fact; it is the floor under the prose, for both engines alike.
 */
export function isSupported({ text, citations }: Sentence, all: readonly Citation[]): boolean {
  const quotes = citations.flatMap((index) => all[index]?.quote ?? []);
  if (quotes.length === 0) return false;
  const quoted = quotes.join('\n');
  const claim = text.replace(ownWords, '');
  const numbers = new Set(numbersIn(quoted));
  return (
    numbersIn(claim).every((number) => numbers.has(number)) &&
    coverage(bigrams(claim), bigrams(quoted)) >= wordsShareNeeded
  );
}

/** Numbers with digits as they are written, thousands separators and trailing zeros aside: 「1,000.50」 is 1000.5. */
export function numbersIn(text: string): string[] {
  const folded = text.normalize('NFKC').replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '');
  return [...folded.matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => String(Number(number)));
}

/** Cite or cut: what is not supported is not said; an answer with nothing left was never one. */
export function checkReply(reply: SingleReply): SingleReply {
  if (reply.outcome !== 'answered' && reply.outcome !== 'partial') return reply;
  const sentences = reply.sentences.filter((sentence) => isSupported(sentence, reply.citations));
  if (sentences.length === 0) return cannedReplies.nothingFound;
  if (sentences.length === reply.sentences.length) return reply;
  return {
    ...reply,
    sentences,
    text: toText(titleOf(reply), sentences, reply.outcome === 'partial' ? reply.missing : []),
  };
}

/** What an answer is about: its matter, else the document that it cites first. */
function titleOf({ matter, citations }: Pick<Extract<SingleReply, { outcome: 'answered' }>, 'matter' | 'citations'>) {
  return matter?.title ?? citations[0]?.title.split(' › ')[0] ?? '您的问题';
}

/** The answer as plain text, for the hotline, the command line and copying. */
export function toText(title: string, sentences: readonly Sentence[], missing: readonly string[]): string {
  const lines = [`关于“${title}”：`];
  let section: string | undefined;
  for (const sentence of sentences) {
    if (sentence.section !== section && sentence.section) lines.push(`【${sentence.section}】`);
    section = sentence.section;
    lines.push(`· ${sentence.text}`);
  }
  if (missing.length > 0) lines.push(`指南里没有写明：${missing.join('、')}，请拨打 12345 或到办理窗口确认。`);
  return lines.join('\n');
}
