import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../channels/testing/machine.ts';
import { openDeskFolder, type StartedDesk, startDesk } from '../../channels/testing/start-desk.ts';
import { expectAccessible, openBrowser, overflowsSideways, picture, watchErrors } from '../testing/browser.ts';

/** From a failed case to a regression case in the next run, as a service operator goes it: a real desk, a real browser. */
describeWith('chromium', 'the loop of an operator', () => {
  let desk: StartedDesk;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  const closers: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const { folder, dispose } = await openDeskFolder();
    closers.push(dispose);
    desk = await startDesk(folder, { DEMO_DATA: 'false', REVIEW_SAMPLE_SHARE: '0' });
    closers.push(() => desk.stop());
    browser = await openBrowser();
    closers.push(() => browser.close());
    page = await (
      await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' })
    ).newPage();
    page.setDefaultTimeout(30_000);
    errors = watchErrors(page);
    await page.goto(`${desk.address}/console/`);
    await page.getByLabel('账号').fill('operator-demo');
    await page.getByLabel('密码', { exact: true }).fill(desk.passwords['operator-demo']!);
    await page.getByRole('button', { name: '登录' }).click();
  }, 180_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  const tab = (name: string) =>
    page.getByRole('navigation', { name: '评测导航' }).getByRole('link', { name, exact: true }).click();
  const pick = async (field: string, option: string) => {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const finish = () => page.getByText(/ · 已完成$/).waitFor({ timeout: 120_000 });

  /** Nothing for axe to find and nothing cut off, on a screen and on a phone. */
  async function look(name: string): Promise<void> {
    await expectAccessible(page);
    await picture(page, `loop-${name}`, { fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    // Charts draw themselves anew after the page has become narrower.
    await expect.poll(async () => [name, await overflowsSideways(page)]).toEqual([name, false]);
    await picture(page, `loop-${name}-390`, { fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  it('starts a run, watches it, and opens a case that failed', async () => {
    await page.getByRole('link', { name: '评测' }).click();
    await tab('运行');
    await pick('评测集', '分流');
    await page.getByRole('button', { name: '运行评测' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /已跑 [1-9]\d* \/ \d+ 题/ })
      .waitFor();
    await picture(page, 'loop-progress');
    await finish();
    await page.getByRole('img', { name: 'right 的分布' }).locator('canvas').waitFor();
    await look('run');
    await page.getByRole('region', { name: '没有答对的题' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^题目 / }).waitFor();
    await look('case');
  }, 240_000);

  it('sends it to the queue and judges it by the keyboard, which makes it a regression case', async () => {
    await page.getByRole('button', { name: '送去复核' }).click();
    await page.getByRole('link', { name: '去复核' }).click();
    await page.getByRole('radio', { name: '3 错' }).waitFor();
    await page.keyboard.press('3');
    await page.getByRole('checkbox', { name: '分错类型' }).check();
    await page.getByRole('checkbox', { name: '生成回归用例' }).check();
    // What the case asks for is filled in already.
    expect(await page.getByRole('combobox', { name: '应分到' }).inputValue()).not.toBe('');
    await page.getByText('已送进复核队列').waitFor({ state: 'hidden' });
    await look('queue');
    await page.getByRole('button', { name: '保存结论' }).click();
    await page.getByText(/已成为分流的回归用例 regression-\w+（第 1 版）/).waitFor();
    await tab('数据集');
    await page.getByRole('rowheader', { name: '第 1 版' }).waitFor();
    await look('data-sets');
  }, 120_000);

  it('finds the new case in the next run, and compares the two runs', async () => {
    await page.getByRole('link', { name: '用它运行' }).and(page.locator('[href*="regression"]')).click();
    await page.getByRole('combobox', { name: '用哪份数据' }).and(page.locator('[value*="回归用例"]')).waitFor();
    await page.getByRole('button', { name: '运行评测' }).click();
    await finish();
    await page.getByRole('heading', { level: 1, name: 'routing' }).waitFor();
    await page
      .getByRole('link', { name: /^regression-/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: '与上一次比较' }).click();
    await page.getByText(/只在基线里 0 题，只在新的里 1 题/).waitFor();
    await page.getByRole('region', { name: '得分' }).getByRole('rowheader', { name: 'right', exact: true }).waitFor();
    await look('compare');
  }, 240_000);

  it('shows the overview with both, safety and live quality', async () => {
    await tab('总览');
    await page.getByRole('heading', { name: '分流' }).waitFor();
    await look('overview');
    await tab('安全');
    await page.getByText('还没有运行过安全评测').first().waitFor();
    await look('safety');
    await tab('线上质量');
    await page.getByText('这段时间没有对话').waitFor();
    await look('live');
    expect(errors).toEqual([]);
  }, 120_000);
});
