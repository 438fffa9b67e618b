import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatList } from '../../channels/http/hand-over-types.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { expectAccessible, overflowsSideways, picture } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

describeWith('chromium', 'a person for a browser without script', () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    desk = await openLiveDesk('2026-11-23T10:00:00+08:00');
  }, 600_000);
  afterAll(() => desk?.close());

  /** An operator's console as its wire sees it. */
  async function openOperator() {
    const { page } = await desk.openPage('/plain');
    await desk.logIn(page, 'hotline');
    const headers = { 'x-yuwen-request': '1' };
    return {
      list: async () => (await (await page.request.get(`${desk.address}/api/chats`)).json()) as ChatList,
      async send(path: string, data: object = {}) {
        const answer = await page.request.post(`${desk.address}/api/chats/${path}`, { data, headers });
        expect(answer.ok(), await answer.text()).toBe(true);
      },
    };
  }
  const say = async (page: Page, text: string) => {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  };
  const smallest = { viewport: { width: 320, height: 900 } };

  it('is asked for, waited for, talked with and left', async () => {
    const operator = await openOperator();
    const { page } = await desk.openPage('/plain', { javaScriptEnabled: false, ...smallest });
    await page.getByText('现在没有坐席在岗').waitFor();
    expect(await page.getByRole('button', { name: '转人工' }).count()).toBe(0);
    await operator.send('receiving', { receives: true });
    await page.reload();
    await page.getByRole('button', { name: '转人工' }).click();
    await page.getByText('您排在最前面').waitFor();
    await picture(page, 'plain-waiting', { fullPage: true });
    await page.getByRole('button', { name: '不等了' }).click();
    await page.getByRole('button', { name: '转人工' }).click();

    await page.getByRole('textbox').fill('还没有发送的话');
    const { id } = (await operator.list()).waiting[0]!;
    await operator.send(`${id}/take`);
    await operator.send(`${id}/messages`, { clientMessageId: 'hello', text: '您好，请问孩子几个月了？' });
    const frame = page.frameLocator('iframe');
    // The frame shows it without taking away what is being typed.
    await frame.getByText('您好，请问孩子几个月了？').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('还没有发送的话');
    await frame.getByRole('link', { name: /^刷新对话/ }).click();
    const words = page.locator('article.person', { hasText: '您好，请问孩子几个月了？' });
    await words.getByRole('heading', { name: '人工 · hotline' }).waitFor();
    await say(page, '两个月。');
    await page.locator('p.delivered').waitFor();
    await picture(page, 'plain-with-person', { fullPage: true });
    await page.getByRole('button', { name: '结束人工' }).click();
    await page.getByText('您已结束和hotline的对话').waitFor();
  }, 120_000);

  it.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility and needs no scrolling sideways (%s)',
    async (colorScheme) => {
      const operator = await openOperator();
      await operator.send('receiving', { receives: true });
      // With script on, so that the checker can run; the pages themselves hold none.
      const { page, errors } = await desk.openPage('/plain', { ...smallest, colorScheme });
      const check = async () => {
        await expectAccessible(page);
        expect(await overflowsSideways(page)).toBe(false);
      };
      await check();
      await page.getByRole('button', { name: '转人工' }).click();
      await page.getByText('您排在最前面').waitFor();
      await check();
      const { id } = (await operator.list()).waiting[0]!;
      await operator.send(`${id}/take`);
      await page.reload();
      await page.getByText('hotline正在和您对话').waitFor();
      await say(page, '谢谢');
      await page.locator('p.delivered').waitFor();
      await check();
      await operator.send(`${id}/end`);
      expect(errors).toEqual([]);
    },
    60_000,
  );
});
