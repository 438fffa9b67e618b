import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

describe.skipIf(!hasChromium)('a citizen and an operator', () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    desk = await openLiveDesk('2026-11-23T10:00:00+08:00');
  }, 300_000);
  afterAll(() => desk?.close());

  const say = async (page: Page, text: string) => {
    await page.getByRole('textbox', { name: '输入您的问题' }).fill(text);
    await page.getByRole('button', { name: '发送', exact: true }).click();
  };
  const openDialog = async (page: Page) => {
    await page.getByRole('button', { name: '找人工', exact: true }).click();
    return page.getByRole('dialog');
  };
  const openConsole = async (account: string) => {
    const opened = await desk.openPage('/console/');
    await desk.logIn(opened.page, account);
    await opened.page.goto(`${desk.address}/console/chats`);
    await opened.page.getByRole('heading', { level: 1, name: '对话' }).waitFor();
    return opened;
  };
  const strip = (page: Page) => page.getByRole('group', { name: '人工', exact: true });

  it('talk with each other, over reloads of both, and part', async () => {
    const citizen = await desk.openPage('/');
    await say(citizen.page, '新生儿上户口要带什么材料？');
    await citizen.page
      .getByRole('button', { name: /^来源 1：/ })
      .first()
      .waitFor();
    const dialog = await openDialog(citizen.page);
    await dialog.getByText('现在没有坐席在岗').waitFor();
    expect(await dialog.getByRole('button', { name: '请坐席加入' }).count()).toBe(0);
    await citizen.page.keyboard.press('Escape');

    const operator = await openConsole('hotline');
    const other = await openConsole('admin');
    for (const { page } of [operator, other]) {
      await page.getByRole('switch', { name: '接待中' }).press('Space');
      await page.getByText(/现在 \d 位坐席在岗/).waitFor();
    }
    await openDialog(citizen.page);
    await citizen.page.getByRole('dialog').getByRole('button', { name: '请坐席加入' }).press('Enter');
    await strip(citizen.page).getByText('您排在最前面').waitFor();
    await picture(citizen.page, 'widget-waiting-for-person');
    // Who waits may change their mind, and change it back.
    await strip(citizen.page).getByRole('button', { name: '不等了' }).press('Enter');
    await strip(citizen.page).getByRole('button', { name: '撤销，接着等' }).press('Enter');
    await strip(citizen.page).getByText('您排在最前面').waitFor();

    const take = (page: Page) => page.getByRole('button', { name: /^接入：/ });
    await Promise.all([operator, other].map(({ page }) => take(page).waitFor()));
    await operator.page.getByText('1 人在等').waitFor();
    await take(operator.page).press('Enter');
    await operator.page.getByRole('textbox', { name: '回复' }).waitFor();
    const lines = operator.page.getByRole('region', { name: '对话记录' });
    expect(await lines.textContent()).toContain('居民户口簿');
    await other.page.getByText('hotline在接待').waitFor();
    expect(await take(other.page).count()).toBe(0);

    await strip(citizen.page).getByText('hotline正在和您对话').waitFor();
    await say(citizen.page, '出生证还没有拿到怎么办？');
    await citizen.page.locator('li.delivered').waitFor();
    await lines.getByText('出生证还没有拿到怎么办？').waitFor();
    const box = operator.page.getByRole('textbox', { name: '回复' });
    await box.fill('请先到医院补领出生证。');
    await operator.page.reload();
    expect(await box.inputValue()).toBe('请先到医院补领出生证。');
    await picture(operator.page, 'console-chats');
    await box.press('Enter');
    const words = citizen.page.locator('li.desk', { hasText: '请先到医院补领出生证。' });
    await words.getByText('人工 · hotline').waitFor();
    expect(await words.getByText('AI 生成').count()).toBe(0);
    await expectAccessible(citizen.page);
    await picture(citizen.page, 'widget-with-person');

    await citizen.page.reload();
    await words.waitFor();
    await strip(citizen.page).getByText('hotline正在和您对话').waitFor();
    expect(await words.count()).toBe(1);
    await expectAccessible(operator.page);
    await operator.page.getByRole('button', { name: '结束人工' }).press('Enter');
    await citizen.page.locator('li.desk').getByText('hotline已结束人工服务').waitFor();
    await strip(citizen.page).waitFor({ state: 'detached' });
    await say(citizen.page, '谢谢');
    await expect
      .poll(() => citizen.page.locator('.log li').allTextContents(), { timeout: 15_000 })
      .toContainEqual(expect.stringContaining('不客气'));
    expect([citizen.errors, operator.errors, other.errors]).toEqual([[], [], []]);
  }, 180_000);
});
