import type { StoredMessage } from '../../channels/socket/protocol.ts';
import { toAnnouncement } from './announcement.ts';
import type { AnswerReply, Option, Reply, Sentence, SingleReply } from './reply-types.ts';
import { toSections } from './sections.ts';
import type { Words } from './zh.ts';

/** One thing at a time: what one screen of the plain mode shows of a message of the desk. */
export type PlainPage =
  | { kind: 'lines'; heading: string | null; sentences: readonly Sentence[]; reply: AnswerReply }
  | { kind: 'missing'; items: readonly string[] }
  | { kind: 'whole'; reply: SingleReply }
  | { kind: 'text'; text: string }
  /** What can be done next; the last page of a message. */
  | { kind: 'next' };

// What a phone shows in large print without scrolling.
const mostLines = 3;
const mostCharacters = 60;

/** The pages of one message, in reading order; never empty. */
export function toPages({ reply, text }: StoredMessage): PlainPage[] {
  if (!reply) return [{ kind: 'text', text }, { kind: 'next' }];
  const replies: readonly SingleReply[] = reply.outcome === 'several' ? reply.replies : [reply];
  return [...replies.flatMap(pagesOf), { kind: 'next' }];
}

function pagesOf(reply: SingleReply): PlainPage[] {
  if (reply.outcome !== 'answered' && reply.outcome !== 'partial') return [{ kind: 'whole', reply }];
  const lines = toSections(reply.sentences).flatMap(({ heading, sentences }) =>
    inGroups(sentences).map(
      (group): PlainPage => ({ kind: 'lines', heading: heading ?? null, sentences: group, reply }),
    ),
  );
  const body: PlainPage[] = lines.length > 0 ? lines : [{ kind: 'text', text: reply.text }];
  return reply.outcome === 'partial' && reply.missing.length > 0
    ? [...body, { kind: 'missing', items: reply.missing }]
    : body;
}

/** As many lines together as fit on a page; one that is longer has a page of its own. */
function inGroups(sentences: readonly Sentence[]): Sentence[][] {
  const groups: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    const length = (last ?? []).reduce((sum, { text }) => sum + text.length, sentence.text.length);
    if (last && last.length < mostLines && length <= mostCharacters) last.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

/** What an answer offers to go on with; other replies show their options on their own page. */
export function optionsOf(reply: Reply | null): readonly Option[] {
  const replies = reply?.outcome === 'several' ? reply.replies : reply ? [reply] : [];
  return replies.flatMap((part) =>
    part.outcome === 'answered' || part.outcome === 'partial' ? (part.options ?? []) : [],
  );
}

/** A page in words to be heard. */
export function spokenPage(page: PlainPage, message: StoredMessage, words: Words): string {
  switch (page.kind) {
    case 'lines':
      return [page.heading ?? '', ...page.sentences.map(({ text }) => text)].filter(Boolean).join('。\n');
    case 'missing':
      return [words.missing, ...page.items].join('。\n');
    case 'text':
      return page.text;
    case 'whole':
      return toAnnouncement({ ...message, reply: page.reply }, words);
    case 'next':
      return toPages(message)
        .filter(({ kind }) => kind !== 'next')
        .map((other) => spokenPage(other, message, words))
        .join('\n');
  }
}

export interface PlainPlace {
  messageId: string;
  page: number;
}

/** One page on or back, over all that the desk has said; null at either end. */
export function turnPage(desk: readonly StoredMessage[], place: PlainPlace, by: 1 | -1): PlainPlace | null {
  const index = desk.findIndex(({ id }) => id === place.messageId);
  const message = desk[index];
  if (!message) return null;
  const page = place.page + by;
  if (page >= 0 && page < toPages(message).length) return { ...place, page };
  const other = desk[index + by];
  if (!other) return null;
  return { messageId: other.id, page: by === 1 ? 0 : toPages(other).length - 1 };
}
