import type { StoredMessage } from '../../channels/socket/protocol.ts';
import type { AnswerReply, Citation, Reply } from './reply-types.ts';
import { toSections } from './sections.ts';
import type { Words } from './zh.ts';

/** An answer to take away: its lines with the numbers of their sources, the sources, and that a machine wrote it. */
export function replyAsText(reply: Reply, words: Words): string {
  if (reply.outcome === 'several') {
    const parts = reply.replies.map((part) => bodyOf(part, words));
    return [...parts, words.aiLabel].join('\n\n');
  }
  return `${bodyOf(reply, words)}\n\n${words.aiLabel}`;
}

/** What goes under words that were taken out of an answer. */
export function originAsText(reply: Reply, words: Words): string {
  const replies = reply.outcome === 'several' ? reply.replies : [reply];
  const citations = replies.flatMap((part) => ('citations' in part ? part.citations : []));
  const titles = toTitles(citations);
  const label = reply.outcome === 'person' && reply.by !== null ? words.person.label(reply.by) : words.aiLabel;
  return [...(titles ? [`${words.basis}：${titles}`] : []), label].join('\n');
}

/** A conversation to take along, to read to an operator: who said what, and once that a machine wrote the replies. */
export function conversationAsText(messages: readonly StoredMessage[], words: Words): string {
  const said = messages.map(({ role, text, reply }) => {
    if (role === 'citizen') return `${words.you}：${text}`;
    if (reply?.outcome === 'person' && reply.by !== null) return `${words.person.label(reply.by)}：${text}`;
    return `${words.desk}：${(reply ? partsOf(reply) : []).map((part) => bodyOf(part, words)).join('\n\n') || text}`;
  });
  const isShared = messages.some(({ reply }) => reply?.outcome === 'person');
  return [...said, isShared ? `${words.aiLabel}${words.person.exceptPersons}` : words.aiLabel].join('\n\n');
}

const partsOf = (reply: Reply) => (reply.outcome === 'several' ? reply.replies : [reply]);

export const toTitles = (citations: readonly Citation[]) =>
  [...new Set(citations.map(({ title }) => `《${title}》`))].join('');

function bodyOf(reply: Reply, words: Words): string {
  return 'sentences' in reply && reply.sentences.length > 0 ? answerAsText(reply, words) : reply.text;
}

function answerAsText(reply: AnswerReply, words: Words): string {
  const sections = toSections(reply.sentences).map(({ heading, sentences }) => {
    const lines = sentences.map(
      ({ text, citations }) => `${text}${citations.map((index) => `[${index + 1}]`).join('')}`,
    );
    return heading === undefined ? lines.join('\n') : listed(heading, lines);
  });
  const missing = reply.outcome === 'partial' ? [listed(words.missing, reply.missing)] : [];
  const basis = reply.citations.length > 0 ? [`${words.basis}：\n${sourcesAsText(reply.citations)}`] : [];
  return [...sections, ...missing, ...basis].join('\n\n');
}

const listed = (heading: string, lines: readonly string[]) => [heading, ...lines.map((line) => `· ${line}`)].join('\n');

/** A line a document, with the numbers of the lines that rest on it. */
function sourcesAsText(citations: readonly Citation[]): string {
  const numbers = new Map<string, string>();
  for (const [index, { title }] of citations.entries()) numbers.set(title, `${numbers.get(title) ?? ''}[${index + 1}]`);
  return [...numbers].map(([title, marks]) => `${marks} 《${title}》`).join('\n');
}
