import { expect, it } from 'vitest';
import { judgementText, readJudgement } from '../tickets/closure/read-judgement.ts';
import { TicketError } from '../tickets/ticket-error.ts';
import { createJudgeTicketSkill, type JudgeTicket } from './judge-ticket.ts';

const number = '20261123-000001';
const turn = (text: string) => ({
  conversationId: 'c',
  messageId: 'm',
  text,
  asked: text,
  channel: 'web' as const,
  at: new Date(),
  dialogue: {},
});
const run = async (text: string, judge: JudgeTicket) =>
  (await createJudgeTicketSkill(judge).run(turn(text))).reply.text;

it.each([
  [judgementText(number, null, 'solved'), [{ item: null, verdict: 'solved' }]],
  [judgementText(number, 2, 'part'), [{ item: 2, verdict: 'part' }]],
  [judgementText(number, 3, 'not'), [{ item: 3, verdict: 'not' }]],
  [`工单${number}，第一项解决了，第二项没有解决`, [{ item: 1, verdict: 'solved' }, { item: 2, verdict: 'not' }]],
  [`工单 ${number}：还没得到解决`, [{ item: null, verdict: 'not' }]],
])('reads %s', (text, verdicts) => expect(readJudgement(text)).toEqual({ number, verdicts })); // biome-ignore format: a table

it.each([`工单 ${number} 办到哪一步了`, '问题解决了', '评价工单：解决了'])('takes %s for no judgement', (text) =>
  expect(readJudgement(text)).toBeNull(),
);

it('names what goes on, and says when all is done', async () => {
  const items = [{ id: 2, text: '清理占道桌椅', state: 'open' as const, answer: null, reopened: 1 }];
  expect(await run(judgementText(number, 2, 'part'), async () => ({ status: 'reopened', items }))).toContain(
    '2. 清理占道桌椅',
  );
  expect(await run(judgementText(number, null, 'solved'), async () => ({ status: 'closed', items: [] }))).toContain(
    '已办结',
  );
});

it('lets nobody judge a ticket of another conversation, and says why something cannot be', async () => {
  expect(await run(judgementText(number, null, 'not'), async () => null)).toContain('这个对话里没有工单');
  const refuse: JudgeTicket = () => Promise.reject(new TicketError('move_not_allowed', '当前状态不能评价。'));
  expect(await run(judgementText(number, null, 'not'), refuse)).toBe('当前状态不能评价。');
});
