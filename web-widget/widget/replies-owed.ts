import type { StoredMessage } from '../../channels/socket/protocol.ts';

/** How many of the citizen's messages still want their reply; every message has exactly one. */
export function repliesOwed(messages: readonly StoredMessage[]): number {
  const citizens = messages.filter(({ role }) => role === 'citizen').length;
  return Math.max(0, 2 * citizens - messages.length);
}
