import { maskPersonalData, type Reply, type SingleReply } from '../../assistant/index.ts';

/** A ticket's progress code opens it to whoever says it: its reporter's, not a reviewer's. */
const codeSaid = /(查询码[是为：:\s]*)[A-Za-z0-9_-]{6,}/gu;
const hidden = '〔查询码〕';

/** What people or the desk wrote, as somebody else may read it: without personal data, and without what opens a ticket. */
export function shownText(text: string, reply: Reply | null = null): string {
  const withoutCodes = (reply ? singleReplies(reply) : []).reduce(
    (shown, one) =>
      one.outcome === 'ticket' && one.ticket.progressSecret
        ? shown.replaceAll(one.ticket.progressSecret, hidden)
        : shown,
    text,
  );
  return maskPersonalData(withoutCodes.replace(codeSaid, `$1${hidden}`));
}

export const singleReplies = (reply: Reply): SingleReply[] => (reply.outcome === 'several' ? reply.replies : [reply]);
