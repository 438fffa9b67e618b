import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway } from '../socket/gateway.ts';
import { openChatClient } from '../testing/chat-client.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type { ChatDetail, ChatList, ChatSuggestion, HandOverShown } from './hand-over-types.ts';

describe('a person in the chat', () => {
  let desk: TestDesk;
  let time = new Date('2026-11-23T10:00:00+08:00');
  let first: Awaited<ReturnType<TestDesk['as']>>;
  let second: Awaited<ReturnType<TestDesk['as']>>;
  const later = (seconds: number) => {
    time = new Date(time.getTime() + seconds * 1000);
  };

  beforeAll(async () => {
    desk = await openTestDesk({}, () => time);
    first = await desk.as('hotline');
    second = await desk.as('admin');
  }, 120_000);
  afterAll(() => desk?.close());

  const begin = () => desk.desk.services.conversations.begin('web', time);
  type Opening = Awaited<ReturnType<typeof begin>>;
  const citizen = async (path: string, opening: Partial<Opening>): Promise<{ status: number; body: HandOverShown }> => {
    const answer = await desk.server.inject({ method: 'POST', url: `/api/hand-over/${path}`, payload: opening });
    return { status: answer.statusCode, body: answer.json() };
  };
  const shown = async (path: string, opening: Partial<Opening>) => (await citizen(path, opening)).body;
  const say = async ({ conversationId }: Opening, text: string) => {
    const { answering } = desk.desk.services;
    const { message } = await answering.take({ conversationId, clientMessageId: `c-${text}`, text });
    return (await answering.answer(message.id))!;
  };
  const duty = (on: boolean, by = first) => by('POST', '/api/chats/receiving', { receives: on });
  const list = async (by = first) => (await by('GET', '/api/chats')).body as ChatList;
  const take = async (opening: Opening, by = first) => {
    await shown('ask', opening);
    const [waiting] = (await list(by)).waiting.slice(-1);
    return (await by('POST', `/api/chats/${waiting!.id}/take`, {})).body as ChatDetail;
  };
  const rows = ({ conversationId }: Opening) => desk.desk.services.conversations.messagesAfter(conversationId, 0);

  it('queues nothing while nobody is on duty, and somebody whose console fell silent is not', async () => {
    const opening = await begin();
    expect(await shown('ask', opening)).toMatchObject({ state: 'nobody', operatorsPresent: 0 });
    await duty(true);
    expect(await shown('look', {})).toMatchObject({ state: 'none', operatorsPresent: 1 });
    later(31);
    expect(await shown('ask', opening)).toMatchObject({ state: 'nobody' });
    expect((await list()).waiting).toEqual([]);
  });

  it('tells the place in the queue, keeps it for who takes giving up back, and opens nothing without the secret', async () => {
    await duty(true);
    const [one, other] = [await begin(), await begin()];
    expect(await shown('ask', one)).toMatchObject({ state: 'waiting', ahead: 0, operatorsPresent: 1 });
    later(1);
    const asked = await shown('ask', other);
    expect(asked).toMatchObject({ state: 'waiting', ahead: 1 });
    expect(await shown('ask', other)).toMatchObject({ since: asked.since });
    expect(await shown('leave', one)).toMatchObject({ state: 'none' });
    expect(await shown('look', other)).toMatchObject({ ahead: 0 });
    expect(await shown('ask', one)).toMatchObject({ state: 'waiting', ahead: 0 });
    expect(await shown('look', other)).toMatchObject({ ahead: 1 });
    expect((await citizen('look', { ...one, secret: 'wrong' })).status).toBe(404);
    for (const opening of [one, other]) await shown('leave', opening);
  });

  it('gives a chat to one operator, tells the second who has it, and lets nobody else read or speak', async () => {
    await duty(true);
    const opening = await begin();
    await say(opening, '新生儿上户口要带什么材料？');
    await shown('ask', opening);
    const id = (await list()).waiting[0]!.id;
    const taken = await Promise.all([first, second].map((by) => by('POST', `/api/chats/${id}/take`, {})));
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = taken[0]!.status === 409 ? first : second;
    const winner = loser === first ? second : first;
    const name = loser === first ? 'admin' : 'hotline';
    const refused = taken.find(({ status }) => status === 409)!.body as unknown as { code: string; details: object };
    expect(refused).toMatchObject({ code: 'chat_taken', details: { takenBy: name } });
    expect((await loser('GET', `/api/chats/${id}`)).status).toBe(403);
    const words = { clientMessageId: 'x', text: '您好' };
    expect((await loser('POST', `/api/chats/${id}/messages`, words)).status).toBe(403);
    const detail = (await winner('GET', `/api/chats/${id}`)).body as ChatDetail;
    expect(detail.messages.map(({ reply }) => reply?.outcome ?? 'citizen')).toEqual(['citizen', 'answered', 'person']);
    expect(detail.messages[1]?.reply).toMatchObject({ citations: expect.arrayContaining([expect.anything()]) });
    const { text, sources } = (await winner('POST', `/api/chats/${id}/suggestion`, {})).body as ChatSuggestion;
    expect(text).toContain('户口簿');
    expect(sources.length).toBeGreaterThan(0);
    await winner('POST', `/api/chats/${id}/end`, {});
  });

  it('answers each message of the citizen once whoever has the conversation, and stores what the operator sends twice once', async () => {
    await duty(true);
    const opening = await begin();
    await say(opening, '你好');
    const { id } = await take(opening);
    expect(await shown('look', opening)).toMatchObject({ state: 'joined', operator: 'hotline', operatorPresent: true });
    const delivered = await say(opening, '渝中区解放碑步行街烧烤摊半夜吵得睡不着');
    expect(delivered.reply).toEqual({ outcome: 'with_person', text: '已送达人工' });
    const alarm = await say(opening, '家里煤气漏了，有人晕倒了');
    expect(JSON.stringify(alarm.reply)).toContain('emergency');
    const words = { clientMessageId: 'once', text: '马上给您登记。' };
    for (const _ of [1, 2]) await first('POST', `/api/chats/${id}/messages`, words);
    await first('POST', `/api/chats/${id}/end`, {});
    expect((await first('POST', `/api/chats/${id}/messages`, { ...words, clientMessageId: 'late' })).status).toBe(409);
    expect((await say(opening, '谢谢')).reply?.outcome).toBe('greeted');
    const stored = await rows(opening);
    const own = stored.filter(({ role }) => role === 'citizen').map(({ id }) => id);
    const answers = stored.flatMap(({ answers_message_id }) => answers_message_id ?? []);
    expect(answers.sort()).toEqual(own.sort());
    const person = stored.flatMap(({ reply }) => (reply?.outcome === 'person' ? [reply] : []));
    expect(person.map(({ event, by }) => `${event} ${by}`)).toEqual(['joined hotline', 'said hotline', 'left hotline']);
    const audit = await desk.record.db
      .selectFrom('audit')
      .select('action')
      .where('subject', '=', id)
      .orderBy('id')
      .execute();
    expect(audit.map(({ action }) => action)).toContain('chat-take');
    expect(audit.map(({ action }) => action)).toContain('chat-end');
  });

  it('takes an ending back for two minutes, and not once the citizen waits again', async () => {
    await duty(true);
    const opening = await begin();
    const { id } = await take(opening);
    await first('POST', `/api/chats/${id}/end`, {});
    expect((await first('POST', `/api/chats/${id}/reopen`, {})).status).toBe(200);
    expect(await shown('look', opening)).toMatchObject({ state: 'joined' });
    await first('POST', `/api/chats/${id}/end`, {});
    await shown('ask', opening);
    expect((await first('POST', `/api/chats/${id}/reopen`, {})).status).toBe(409);
    await shown('leave', opening);
  });

  it('says after ten minutes that nobody came, and that an operator has gone silent', async () => {
    await duty(true);
    const [waiting, left] = [await begin(), await begin()];
    await take(left);
    await shown('ask', waiting);
    later(60);
    expect(await shown('look', waiting)).toMatchObject({ state: 'waiting', operatorsPresent: 0 });
    later(541);
    expect(await shown('look', waiting)).toMatchObject({ state: 'nobody' });
    expect((await rows(waiting)).at(-1)?.text).toContain('没有坐席接入');
    expect((await rows(left)).at(-1)?.reply).toMatchObject({ outcome: 'person', event: 'left', by: 'hotline' });
    expect((await say(left, '你好')).reply?.outcome).toBe('greeted');
  });

  it('is off with its switch: asking says where to turn, and the page learns that there is no such way', async () => {
    const { switches } = desk.desk.services;
    const opening = await begin();
    await switches.set('person', false, { actor: 'admin', reason: '演练' });
    expect(await shown('look', {})).toMatchObject({ state: 'off' });
    expect(await citizen('ask', opening)).toMatchObject({ status: 503, body: { code: 'surface_off' } });
    await switches.set('person', true, { actor: 'admin', reason: '演练结束' });
  });

  it("brings an operator's words to both tabs that have the conversation open", async () => {
    const gateway = openGateway(desk.server.server, { ...desk.desk.services, log: desk.server.log }, null);
    desk.desk.onRecovered((row) => gateway.announce(row));
    await desk.server.listen({ port: 0, host: '127.0.0.1' });
    const address = `http://127.0.0.1:${(desk.server.server.address() as AddressInfo).port}`;
    await duty(true);
    const tabs = await Promise.all([openChatClient(address), openChatClient(address)]);
    const opening = await begin();
    for (const tab of tabs) await tab.open(opening);
    const { id } = await take(opening);
    await first('POST', `/api/chats/${id}/messages`, { clientMessageId: 'hello', text: '您好，我是坐席。' });
    for (const tab of tabs)
      expect((await tab.reply(({ text }) => text.startsWith('您好'))).reply).toMatchObject({ outcome: 'person' });
    for (const tab of tabs) tab.close();
    await gateway.close();
  });
});
