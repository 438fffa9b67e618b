import type { StoredMessage } from '../../channels/socket/protocol.ts';
import { toMoment } from './moments.ts';
import type { Reply } from './reply-types.ts';
import type { Words } from './zh.ts';

/** A reply in words, for those who hear the page. A ticket is told by what its reporter must know: number, owner, limit. */
export function toAnnouncement({ reply, text }: StoredMessage, words: Words): string {
  if (reply?.outcome === 'person' && reply.by !== null) return `${words.person.label(reply.by)}：${text}`;
  if (reply?.outcome === 'with_person') return words.person.delivered;
  return words.replied(reply ? spoken(reply, words) : text);
}

function spoken(reply: Reply, words: Words): string {
  if (reply.outcome === 'several') return reply.replies.map((part) => spoken(part, words)).join(' ');
  if (reply.outcome !== 'ticket') return reply.text;
  const { number, owner, dueAt } = reply.ticket;
  return words.ticket.announced(number, owner, toMoment(dueAt, words.locale));
}
