import type { StoredMessage } from '../../channels/socket/protocol.ts';

/** How many of the citizen's messages still want their reply; what the desk says unasked is nobody's reply. */
export function repliesOwed(messages: readonly StoredMessage[]): number {
  const answered = new Set(messages.map(({ answersMessageId }) => answersMessageId));
  return messages.filter(({ role, id }) => role === 'citizen' && !answered.has(id)).length;
}
