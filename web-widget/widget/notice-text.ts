import { type ConversationState, conversationUnknown } from './conversation.ts';
import type { Words } from './zh.ts';

/** What stands above the conversation when something is not as it should be; null when all is well. */
export function noticeText({ link, problem, isKept }: ConversationState, words: Words): string | null {
  if (link === 'offline') return words.offline;
  if (!problem) return isKept ? null : words.notKept;
  return problem.code === conversationUnknown ? words.expired : problem.message;
}
