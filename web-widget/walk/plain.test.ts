import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../channels/testing/machine.ts';
import { expectAccessible, overflowsSideways, picture } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

describeWith('chromium', 'a browser without script', () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    desk = await openLiveDesk('2026-11-23T02:00:00Z');
  }, 600_000);
  afterAll(() => desk?.close());

  const say = async (page: Awaited<ReturnType<LiveDesk['openPage']>>['page'], text: string) => {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('button', { name: '发送' }).click();
  };

  it('asks, opens a passage, chooses, complains and sees the ticket, on the smallest screen', async () => {
    const { page } = await desk.openPage('/plain', {
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
    });
    await say(page, '娃儿刚生下来，上户口要带啥子材料？');
    const source = page.getByRole('link', { name: /^来源 1：/ }).first();
    await source.waitFor();
    await picture(page, 'plain-answer');
    const choice = page.locator('.choices button').first();
    if ((await choice.count()) > 0) {
      const before = await page.locator('article').count();
      await choice.click();
      await expect.poll(() => page.locator('article').count()).toBeGreaterThan(before);
    }
    await page
      .getByRole('link', { name: /^来源 1：/ })
      .first()
      .click();
    expect(await page.locator('mark').textContent()).toMatch(/\S/);
    await page.getByRole('link', { name: '返回对话' }).click();
    await say(page, '渝中区解放碑步行街烧烤摊半夜吵得睡不着');
    await page.getByText(/\d{8}-\d{6}/).waitFor();
    await picture(page, 'plain-ticket');
  }, 120_000);

  it.each(['light', 'dark'] as const)(
    'breaks no rule of accessibility and needs no scrolling sideways (%s)',
    async (colorScheme) => {
      // With script on, so that the checker can run; the pages themselves hold none.
      const { page, errors } = await desk.openPage('/plain', { viewport: { width: 320, height: 640 }, colorScheme });
      await say(page, '娃儿刚生下来，上户口要带啥子材料？');
      const source = page.getByRole('link', { name: /^来源 1：/ }).first();
      await source.waitFor();
      expect(await page.locator('script').count()).toBe(0);
      for (const step of ['answer', 'document'] as const) {
        if (step === 'document') await source.click();
        await expectAccessible(page);
        expect(await overflowsSideways(page)).toBe(false);
      }
      expect(errors).toEqual([]);
    },
  );
});
