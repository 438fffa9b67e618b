import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import { openPlainBrowserAt } from '../testing/plain-browser.ts';
import type { ChatList } from './hand-over-types.ts';

describe('a person for browsers without script', () => {
  let desk: TestDesk;
  let operator: Awaited<ReturnType<TestDesk['as']>>;
  let time = new Date('2026-11-23T10:00:00+08:00');
  const later = (seconds: number) => {
    time = new Date(time.getTime() + seconds * 1000);
  };

  beforeAll(async () => {
    desk = await openTestDesk({}, () => time);
    operator = await desk.as('hotline');
  }, 120_000);
  afterAll(() => desk?.close());
  // Nobody is on duty where a test does not say so.
  beforeEach(() => later(3600));

  const duty = (receives: boolean) => operator('POST', '/api/chats/receiving', { receives });
  const list = async () => (await operator('GET', '/api/chats')).body as ChatList;
  async function open(url?: string) {
    const browser = openPlainBrowserAt(desk.server);
    await browser.open(url);
    return browser;
  }
  async function joined() {
    await duty(true);
    const browser = await open();
    await browser.person('ask');
    const { id } = (await list()).waiting[0]!;
    await operator('POST', `/api/chats/${id}/take`, {});
    await browser.open();
    return { browser, id };
  }
  const conversations = async () =>
    (await desk.record.db.selectFrom('conversation').select('id').where('channel', '=', 'web').execute()).length;

  it('say that nobody is on duty, offer no button, and queue nothing for a form that comes all the same', async () => {
    const browser = await open();
    expect(browser.page).toContain('现在没有坐席在岗');
    expect(browser.page).not.toContain('转人工');
    const before = await conversations();
    await browser.person('ask');
    expect(browser.page).toContain('现在没有坐席在岗');
    expect(browser.page).toContain('href="tel:12345"');
    expect(await conversations()).toBe(before);
    await browser.say('你好');
    await browser.person('ask');
    await duty(true);
    expect((await list()).waiting).toEqual([]);
  });

  it('wait in the same queue, are answered by the assistant meanwhile, and give up', async () => {
    await duty(true);
    const [first, second] = [await open(), await open('/plain?lang=en')];
    expect(first.page).toContain('现在 1 位坐席在岗');
    await first.person('ask');
    later(1);
    await second.person('ask', { lang: 'en' });
    expect(first.page).toContain('您排在最前面');
    expect(second.page).toContain('Waiting for a person; 1 before you. 1 operator on duty.');
    await first.say('新生儿上户口要带什么材料？');
    await expect.poll(first.reopened).toMatch(/href="\/plain\/documents\//u);
    expect(first.page).toContain('您排在最前面');
    expect(await second.frame()).toContain('nothing new');
    await first.person('leave');
    expect(first.page).toContain('转人工');
    expect(await second.frame()).toMatch(/News at .*you are next/u);
    await second.anew();
    expect((await list()).waiting).toEqual([]);
  });

  it("show a person's words under their name, deliver the citizen's, and tell the end", async () => {
    const { browser, id } = await joined();
    expect(browser.page).toContain('hotline正在和您对话');
    await browser.say('出生证还没有拿到怎么办？');
    expect(browser.page).toMatch(/<p class="delivered"[^>]*>已送达人工/u);
    const said = { clientMessageId: 'one', text: '请先到医院<补领>。' };
    await operator('POST', `/api/chats/${id}/messages`, said);
    expect(await browser.frame()).toMatch(/人工 · hotline[\s\S]*请先到医院&lt;补领&gt;。/u);
    await browser.open();
    expect(browser.page).toMatch(
      /<article class="person"[^>]*>\s*<h2>人工 · hotline<\/h2>[\s\S]*请先到医院&lt;补领&gt;。/u,
    );
    later(31);
    expect(await browser.reopened()).toContain('hotline暂时不在页面上');
    await operator('POST', `/api/chats/${id}/end`, {});
    const frame = await browser.frame();
    expect(frame).toContain('hotline已结束人工服务');
    expect(frame).not.toContain('http-equiv="refresh"');
    expect(await browser.reopened()).toContain('转人工');
  });

  it('let the citizen end it', async () => {
    const { browser } = await joined();
    expect(browser.page).toContain('结束人工');
    await browser.person('leave');
    expect(browser.page).toContain('您已结束和hotline的对话');
    expect((await list()).taken).toEqual([]);
  });

  it('say after ten minutes that nobody came, with 12345 and the ticket', async () => {
    await duty(true);
    const browser = await open();
    await browser.person('ask');
    later(31);
    expect(await browser.reopened()).toContain('坐席现在都不在岗');
    later(570);
    expect(await browser.frame()).toContain('没有坐席接入');
    expect(await browser.reopened()).toMatch(/没有坐席接入[\s\S]*12345[\s\S]*登记工单/u);
  });

  it('offer no person when the city has switched it off, and refuse a form of before', async () => {
    await duty(true);
    const browser = await open();
    await browser.say('你好');
    const { switches } = desk.desk.services;
    await switches.set('person', false, { actor: 'admin', reason: '演练' });
    await browser.person('ask');
    await switches.set('person', true, { actor: 'admin', reason: '演练结束' });
    expect(browser.page).toMatch(/role="alert">[^<]*12345/u);
    expect(browser.page).not.toContain('转人工');
    expect(browser.page).toContain('href="tel:12345"');
    expect((await list()).waiting).toEqual([]);
  });

  it('take no wish that this browser was not given a form for', async () => {
    await duty(true);
    const browser = await open();
    expect(await browser.person('ask', { token: 'another' })).toBe(403);
    expect((await list()).waiting).toEqual([]);
  });
});
