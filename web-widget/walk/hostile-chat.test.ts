import { afterAll, beforeAll, expect, it } from 'vitest';
import { readableText } from '../../channels/http/readable-text.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { hostileTitle, openHostileModel } from '../testing/hostile-model.ts';
import { storeConversation } from '../testing/hostile-record.ts';
import { hostilePayloads, hostileTexts } from '../testing/hostile-texts.ts';
import { expectHarmless, expectShown, messagesOf, openWatched, textsOf } from '../testing/hostile-walk.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

const payloads = hostilePayloads();
const texts = payloads.map(({ text }) => text);
const inOneLine = hostileTexts();

/** Every way in takes them as texts, and no page makes more of them. */
describeWith('chromium', `${payloads.length} hostile texts in the chat`, () => {
  let desk: LiveDesk;
  let model: Awaited<ReturnType<typeof openHostileModel>>;
  let conversation: { conversationId: string; secret: string };

  beforeAll(async () => {
    model = await openHostileModel();
    const settings = { CHAT_MODEL_URL: model.url, CHAT_MODEL: 'hostile', CHAT_MESSAGES_PER_MINUTE: '600' };
    desk = await openLiveDesk(new Date().toISOString(), undefined, settings);
    conversation = await storeConversation(desk.record, texts);
  }, 240_000);
  afterAll(async () => {
    await desk?.close();
    await model?.[Symbol.asyncDispose]();
  });

  it('is noticed where somebody makes markup of them', async () => {
    const watched = await openWatched(desk);
    await watched.go('/plain');
    const raw = payloads.filter(({ family }) => ['scripts', 'handlers', 'mutations'].includes(family)).slice(0, 60);
    await watched.page.evaluate((all) => {
      // As the template of a careless page would; the policy refuses what it can, the rest is found as a stranger.
      for (const { text } of all) document.body.appendChild(document.createElement('div')).innerHTML = text;
    }, raw);
    const noticed = [...watched.watch.seen, ...(await watched.watch.strangers())].join('\n');
    expect(noticed.split('\n').length).toBeGreaterThan(40);
    await expect
      .poll(() => watched.watch.seen.filter((deed) => deed.startsWith('refused script-src')).length)
      .toBeGreaterThan(10);
    await watched.page.context().close();

    const open = await openWatched(desk, undefined, { bypassCSP: true });
    await open.go('/plain');
    await open.page.evaluate(() => {
      document.body.innerHTML = '<img src=x onerror="(top.__ran||alert)(7)"><img src=x onerror="alert(8)">';
    });
    await expect.poll(() => open.watch.seen.filter((deed) => !deed.startsWith('asked')).sort()).toEqual(['dialog 8', 'ran 7']); // biome-ignore format: one look
    await open.page.context().close();
  }, 120_000);

  it('in the chat: the words of citizens and replies of every shape stay words', async () => {
    const watched = await openWatched(desk);
    const { page } = watched;
    await page.addInitScript((known) => {
      localStorage.setItem(`yuwen:${location.origin}:conversation`, JSON.stringify(known));
    }, conversation);
    await watched.go('/');
    await expect.poll(() => textsOf(page, 'li.citizen > p'), { timeout: 30_000 }).toEqual(texts);
    expect(await page.locator('li.desk[data-message]').count()).toBe(texts.length);
    await expectShown(page, 'li.desk h3, li.desk h4', texts.slice(0, 2));
    await expectHarmless('chat, from the record', watched, texts.length);
    await page.getByRole('button', { name: /^来源 1：/u }).first().click(); // biome-ignore format: one click
    await page.getByRole('dialog').waitFor();
    await expectHarmless('chat, a passage', watched, 1);
    await page.context().close();
  }, 400_000);

  it('in the chat, typed', async () => {
    const watched = await openWatched(desk);
    const { page } = watched;
    await watched.go('/');
    const some = inOneLine.slice(0, 60);
    const typed = [...messagesOf(some), texts.slice(-8).join('\n')];
    for (const text of typed) {
      await page.getByRole('textbox', { name: '输入您的问题' }).fill(text);
      await page.getByRole('button', { name: '发送', exact: true }).click();
    }
    await expect.poll(() => page.locator('li.desk[data-message]').count(), { timeout: 120_000 }).toBe(typed.length);
    expect(await textsOf(page, 'li.citizen > p')).toEqual(typed.map(readableText));
    await expectHarmless('chat, typed', watched, some.length + 8);
    await page.context().close();
  }, 200_000);

  it('in the page without script, and in its documents', async () => {
    const watched = await openWatched(desk);
    const { page } = watched;
    const { conversationId, secret } = conversation;
    const value = `${'v'.repeat(24)}.${conversationId}.${secret}`;
    await page.context().addCookies([{ name: 'yuwen_plain', value, url: `${desk.address}/plain` }]);
    await watched.go('/plain');
    await expectShown(page, 'article.citizen p', texts);
    await expectHarmless('plain page', watched, texts.length);
    await page.context().close();
  }, 120_000);

  it('in what a chat model writes, as text and as the arguments of a call', async () => {
    const watched = await openWatched(desk);
    const { page } = watched;
    await watched.go('/');
    for (const text of ['换身份证要多少钱', '渝中区解放碑步行街垃圾桶好几天没人清，臭得很']) {
      await page.getByRole('textbox', { name: '输入您的问题' }).fill(text);
      await page.getByRole('button', { name: '发送', exact: true }).click();
    }
    await expect.poll(() => page.locator('li.desk[data-message]').count(), { timeout: 30_000 }).toBe(2);
    await expectHarmless('model, in the widget', watched, 2);
    expect(model.asked.text).toBeGreaterThan(0);
    expect(model.asked.plan).toBeGreaterThan(0);
    await page.context().close();
    const operator = await openWatched(desk, 'operator');
    await operator.go(`/console/tickets?q=${encodeURIComponent('垃圾桶好几天')}`);
    await expectShown(operator.page, 'tbody td', [hostileTitle]);
    await expectHarmless('model, in the console', operator, 1);
    await operator.page.context().close();
  }, 180_000);
});
