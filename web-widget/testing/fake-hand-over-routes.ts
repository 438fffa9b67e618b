import type { ChatDetail, ChatList, ChatSummary, HandOverShown } from '../../channels/http/hand-over-types.ts';
import { answered } from './builders.ts';
import type { Route } from './fake-api.ts';

/** Nobody is on duty, unless a test says otherwise. */
export function handOverShown(fields: Partial<HandOverShown> = {}): HandOverShown {
  return {
    state: 'nobody', operatorsPresent: 0, ahead: null, since: null, operator: null, operatorPresent: false, lastSequence: 0, ...fields,
  }; // biome-ignore format: a state at a glance
}

export function chatSummary(fields: Partial<ChatSummary> = {}): ChatSummary {
  return {
    id: 'chat-1', askedAt: '2026-11-23T02:00:00.000Z', waitedSeconds: 75, takenBy: null, isMine: false,
    lastWords: '上户口要带什么？', isUnanswered: true, citizenPresent: true, endedAt: null, ...fields,
  }; // biome-ignore format: a chat at a glance
}

/** One citizen waits, one is with the operator who looks, one with another. */
export function fakeHandOverRoutes(): Record<string, Route> {
  const list: ChatList = {
    receives: true,
    operatorsPresent: 2,
    waiting: [chatSummary()],
    taken: [
      chatSummary({ id: 'chat-2', takenBy: '话务员（演示）', isMine: true }),
      chatSummary({ id: 'chat-3', takenBy: '另一位坐席', citizenPresent: false }),
    ],
  };
  const reply = answered();
  const line = { clientMessageId: null, at: '2026-11-23T02:00:00.000Z' };
  const said = { outcome: 'person' as const, event: 'said' as const, by: '话务员（演示）', text: '请带户口簿。' };
  const detail: ChatDetail = {
    ...chatSummary({ id: 'chat-2', takenBy: '话务员（演示）', isMine: true }),
    messages: [
      { ...line, id: 'm1', sequence: 1, role: 'citizen', text: '上户口要带什么？', reply: null },
      { ...line, id: 'm1.a', sequence: 2, role: 'desk', text: reply.text, reply },
      { ...line, id: 'm2', sequence: 3, role: 'desk', text: said.text, reply: said },
    ],
  };
  return {
    'POST /api/hand-over/look': () => [200, handOverShown()],
    'POST /api/hand-over/ask': () => [200, handOverShown()],
    'POST /api/hand-over/leave': () => [200, handOverShown()],
    'GET /api/chats': () => [200, list],
    'POST /api/chats/receiving': () => [200, list],
    'GET /api/chats/*': () => [200, detail],
    'POST /api/chats/*': () => [200, detail],
  };
}
