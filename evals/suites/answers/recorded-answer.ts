import { maskPersonalData, type Reply, type SingleReply, type Trace } from '../../../assistant/index.ts';
import type { Recording } from '../../harness.ts';

/** What is kept of one played case: all that its scorers, and those still to come, read. */
export interface RecordedAnswer {
  reply: Reply;
  /** Per single reply, per citation: whether the quote is exactly that span of that document. */
  genuine: boolean[][];
  trace: Trace;
  earlier: Recording['earlier'];
}

/** The replies of one turn: a message with several requests is answered by several. */
export function repliesIn(reply: Reply): SingleReply[] {
  return reply.outcome === 'several' ? reply.replies : [reply];
}

export function toRecordedAnswer(recording: Recording, documentText: (docId: string) => string | null): RecordedAnswer {
  const { reply, trace } = recording;
  const earlier = recording.earlier.map((turn) => ({ ...turn, said: maskPersonalData(turn.said) }));
  const genuine = repliesIn(reply).map((single) =>
    'citations' in single
      ? single.citations.map(({ docId, start, end, quote }) => documentText(docId)?.slice(start, end) === quote)
      : [],
  );
  return { reply, genuine, trace, earlier };
}

/** One sentence of an answer with the quotes it cites; quotes that are not what the document says are left out. */
export interface CitedSentence {
  text: string;
  quotes: string[];
}

export function citedSentences({ reply, genuine }: Pick<RecordedAnswer, 'reply' | 'genuine'>): CitedSentence[] {
  return repliesIn(reply).flatMap((single, at) => {
    if (!('sentences' in single)) return [];
    return single.sentences.map(({ text, citations }) => ({
      text,
      quotes: citations.flatMap((index) => {
        const citation = genuine[at]?.[index] ? single.citations[index] : undefined;
        // The document's title belongs to the quote as its heading does in print: it says what 「免费」 is about.
        return citation ? [`${citation.title}\n${citation.quote}`] : [];
      }),
    }));
  });
}

/** Everything that a citizen reads of a reply. */
export function readableText(reply: Reply): string {
  const parts = repliesIn(reply).flatMap((single) => [
    single.text,
    ...('sentences' in single
      ? single.sentences.map(({ section, text }) => [section, text].filter(Boolean).join('：'))
      : []),
    ...('options' in single ? (single.options ?? []).map(({ label }) => label) : []),
    ...('missing' in single ? single.missing : []),
  ]);
  return parts.join('\n');
}
