import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focusedName, hasChromium } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

/** Nothing in here touches the page but by keys, on a real desk. */
describe.skipIf(!hasChromium)('by keyboard alone', () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    desk = await openLiveDesk('2026-11-23T10:00:00+08:00');
    // Builds both parts of the pages and learns all engines, on a machine that may be busy with much else.
  }, 300_000);
  afterAll(() => desk?.close());

  /** Goes on with Tab (or back with Shift+Tab) until something of that name has the focus. */
  async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
    const passed: (string | null)[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press(key);
      const focused = await focusedName(page);
      if (focused && name.test(focused.replaceAll(/\s+/g, ' '))) return;
      passed.push(focused);
    }
    throw new Error(`${name} was not reached by ${key}; passed ${passed.join(' | ')}`);
  }

  /** What has the focus can be seen to have it. */
  const isOutlined = (page: Page) =>
    page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused!);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });

  it('a citizen opens the window, reads a source, ticks a list, files a ticket, follows it, and closes the window', async () => {
    const { page, errors } = await desk.openPage('/embed.html');
    await tabTo(page, /^打开渝问咨询窗口$/);
    expect(await isOutlined(page)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('输入您的问题');
    await page.keyboard.type('娃儿刚生下来，上户口要带啥子材料？');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^来源 1：/ }).waitFor();

    await tabTo(page, /^来源 1：/, 'Shift+Tab');
    expect(await isOutlined(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('mark').waitFor();
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toMatch(/^来源 1：/);

    await tabTo(page, /^打开《.+》的办事清单$/);
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().waitFor();
    // The checkbox has no text of its own: its label gives it the name.
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (
        await page
          .getByRole('checkbox')
          .first()
          .evaluate((box) => box.matches(':focus'))
      )
        break;
    }
    await page.keyboard.press('Space');
    await page.getByText(/^已备好 1 项/).waitFor();
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toMatch(/^打开《/);

    await tabTo(page, /^有帮助$/);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '撤销' }).waitFor();
    await tabTo(page, /^输入您的问题$/);
    await page.keyboard.type('渝中区解放碑步行街烧烤摊半夜吵得睡不着');
    await page.keyboard.press('Enter');
    const card = page.getByRole('group', { name: '工单' });
    await card.waitFor();
    await tabTo(page, /^查看办理进度$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await card.getByText('当前状态').waitFor();

    await tabTo(page, /^找人工$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^在对话里说/);
    await page.keyboard.press('Enter');
    // Only a reply that hands over carries the telephone as a link.
    await page.locator('li.desk').getByRole('link', { name: '拨打 12345' }).waitFor();

    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toBe('打开渝问咨询窗口');
    expect(errors).toEqual([]);
  });

  it('and in the plain mode: question, pages, ticket', async () => {
    const { page, errors } = await desk.openPage('/', { viewport: { width: 390, height: 780 } });
    await tabTo(page, /^长者版$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^我自己说$/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('渝中区解放碑步行街烧烤摊半夜吵得睡不着');
    await tabTo(page, /^写好了，发送$/);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: '工单' }).waitFor();
    await tabTo(page, /^下一页$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedName(page)).toBe('接下来');
    await tabTo(page, /^普通版$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: '输入您的问题' }).waitFor();
    expect(errors).toEqual([]);
  });
});
