import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Browser, Locator, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from '../../channels/server.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { openTestDesk, type TestDesk } from '../../channels/testing/open-test-desk.ts';
import { expectAccessible, openBrowser, overflowsSideways, picture, watchErrors } from '../testing/browser.ts';
import { copyBuilt } from '../testing/built-web.ts';

const password = 'a password for tests';

/** A cadre asks, corrects, follows up, takes figures along and leaves a question to a colleague: real desk, data and browser. */
describeWith('chromium', 'a cadre’s data questions', () => {
  let desk: TestDesk;
  let server: FastifyInstance;
  let browser: Browser;
  let page: Page;
  let address: string;
  const errors: string[][] = [];
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yuwen-web-'));
    closers.push(() => rm(folder, { recursive: true }));
    await copyBuilt('console', folder);
    desk = await openTestDesk({ DEMO_DATA: 'true' });
    closers.push(() => desk.close());
    await desk.desk.fillDemoData(0.2);
    await desk.desk.services.accounts.create({
      name: 'colleague', displayName: '同事', role: 'cadre', district: null, unit: null, password,
    }); // biome-ignore format: one account
    const { services } = desk.desk;
    server = await buildServer({ ...services, config: { ...services.config, web: { folder } } });
    closers.push(() => server.close());
    address = await server.listen({ port: 0, host: '127.0.0.1' });
    browser = await openBrowser();
    closers.push(() => browser.close());
    page = await logIn('cadre');
  }, 300_000);
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
    expect(errors.flat()).toEqual([]);
  });

  async function logIn(account: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'zh-CN',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(30_000);
    errors.push(watchErrors(opened));
    await opened.goto(`${address}/console/data`);
    await opened.getByLabel('账号').fill(account);
    await opened.getByLabel('密码', { exact: true }).fill(password);
    await opened.getByRole('button', { name: '登录' }).click();
    await opened.getByRole('heading', { level: 1, name: '数据问答' }).waitFor();
    return opened;
  }

  const newest = () => page.getByRole('article').first();
  const put = async (question: string): Promise<Locator> => {
    const box = page.getByRole('textbox', { name: '用中文提问' });
    await box.fill(question);
    await box.press('Enter');
    await newest()
      .getByRole('heading', { name: `问：${question}` })
      .waitFor();
    return newest();
  };
  const shownAs = (kind: string) => newest().getByRole('button', { name: kind, exact: true, pressed: true }).waitFor();
  const isDrawn = () => newest().getByRole('img', { name: /^图：/ }).locator('canvas').waitFor();
  const cellsOf = async (card: Locator) => {
    const rows = await card.getByRole('row').all();
    return Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
  };

  it('asks, and sees bars, the figures, the days and what stands open to correction', async () => {
    await page.getByRole('button', { name: '上个月各区县诉求量前五' }).waitFor();
    const card = await put('上个月各区县投诉量前五');
    await isDrawn();
    await shownAs('柱状');
    expect(await cellsOf(card)).toHaveLength(5);
    await card.getByText('合成数据', { exact: true }).waitFor();
    await expectAccessible(page);
    await picture(page, 'cadre-data', { fullPage: true });
  }, 120_000);

  it('corrects a chip by the keyboard alone, and the figures are computed anew', async () => {
    await newest()
      .getByRole('button', { name: /^时间：.*点开更改$/ })
      .focus();
    await page.keyboard.press('Enter');
    const choice = page.getByRole('menuitem', { name: '去年' });
    await choice.waitFor();
    await expectAccessible(page);
    while (!(await choice.evaluate((item) => item === document.activeElement))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await newest().getByRole('heading', { name: '问：更正：去年' }).waitFor();
    await newest().getByText('2025-01-01 至 2025-12-31').waitFor();
    expect(await cellsOf(newest())).toHaveLength(5);
  }, 120_000);

  it('follows up three times and sees a line, then takes a step back', async () => {
    await put('换成按月');
    await isDrawn();
    await shownAs('折线');
    expect((await cellsOf(newest())).map(([month]) => month).slice(0, 2)).toEqual(['2025-01', '2025-02']);
    await put('只看渝中区');
    await newest()
      .getByRole('button', { name: /^区县为渝中区/ })
      .waitFor();
    await put('那南岸区呢');
    await newest()
      .getByRole('button', { name: /^区县为南岸区/ })
      .waitFor();
    expect(await cellsOf(newest())).toHaveLength(12);
    await page.getByRole('button', { name: '撤销这一步' }).click();
    await newest()
      .getByRole('button', { name: /^区县为渝中区/ })
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'cadre-data-line', { fullPage: true });
  }, 120_000);

  it('sees the same figures in another picture, in the place of the first', async () => {
    const turns = await page.getByRole('article').count();
    const before = await cellsOf(newest());
    await newest().getByRole('button', { name: '柱状', exact: true }).click();
    await shownAs('柱状');
    expect(await cellsOf(newest())).toEqual(before);
    expect(await page.getByRole('article').count()).toBe(turns);
  }, 120_000);

  it('takes the figures along as a workbook and as CSV', async () => {
    const shown = (await cellsOf(newest())).map(([month, count]) => [month, Number(count!.replaceAll(',', ''))]);
    const fileOf = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        newest().getByRole('button', { name: button }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const workbook = await fileOf('导出 XLSX');
    expect(workbook.name).toMatch(/^数据问答-\d{4}-\d{2}-\d{2}\.xlsx$/);
    expect((await readSheet(workbook.bytes, '数据')).slice(1)).toEqual(shown);
    const csv = await fileOf('导出 CSV');
    expect(csv.name).toMatch(/\.csv$/);
    expect(csv.bytes.toString().split('\r\n').slice(1, -1)).toEqual(shown.map((row) => row.join(',')));
  }, 120_000);

  it('comes back to the conversation after reloading, and leaves a question to a colleague, who runs it again', async () => {
    await page.reload();
    await newest()
      .getByRole('button', { name: /^区县为渝中区/ })
      .waitFor();
    const before = await cellsOf(newest());
    await newest().getByRole('button', { name: '保存这个问题' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('渝中按月');
    await expectAccessible(page);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存为“渝中按月”').waitFor();
    const colleague = await logIn('colleague');
    await colleague.getByRole('button', { name: '再算：渝中按月' }).click();
    await colleague.getByRole('heading', { name: '问：渝中按月' }).waitFor();
    expect(await cellsOf(colleague.getByRole('article').first())).toEqual(before);
    expect(await colleague.getByRole('button', { name: '删除：渝中按月' }).count()).toBe(0);
    await colleague.context().close();
  }, 180_000);

  it('says of each question without an answer why, and what to do next', async () => {
    await page.getByRole('button', { name: '新的提问' }).click();
    for (const [question, title] of [
      ['把渝中区九月的投诉量改成100', /这里只能查询|这个请求不能办/],
      ['今天天气怎么样', '不像数据问题'],
      ['渝中区房价多少', '没有查到数据'],
      ['上个月信访量', '超出您的权限'],
      ['上个月处置率', '还要您定一下'],
    ] as const) {
      await (await put(question)).getByText(title).waitFor();
    }
    await expectAccessible(page);
    await newest().getByRole('button').first().click(); // what was asked back is settled by a tap
    await newest().getByText('怎么算的').waitFor();
  }, 120_000);

  it('looks right on a phone, in both languages', async () => {
    await put('上个月各区县投诉量前五');
    await isDrawn();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => overflowsSideways(page)).toBe(false);
    await expectAccessible(page);
    await picture(page, 'cadre-data-390', { fullPage: true });
    await page.getByRole('button', { name: 'English' }).click();
    await newest().getByRole('button', { name: 'Export XLSX' }).waitFor();
    await expect.poll(() => overflowsSideways(page)).toBe(false);
    await expectAccessible(page);
  }, 120_000);
});
