import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  expectAccessible,
  hasChromium,
  openBrowser,
  overflowsSideways,
  picture,
  watchErrors,
} from '../testing/browser.ts';
import { answered, evalRun, ticketDetail } from '../testing/builders.ts';
import { dataReply } from '../testing/builders-console.ts';
import { copyWhole } from '../testing/built-web.ts';
import { account } from '../testing/fake-routes.ts';
import { type FakeServer, openFakeServer } from '../testing/fake-server.ts';

describe.skipIf(!hasChromium)('the console in Chromium', () => {
  let browser: Browser;
  let web: string;
  let server: FakeServer;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    web = await mkdtemp(join(tmpdir(), 'yuwen-web-'));
    await copyWhole(web);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(web, { recursive: true });
  });
  beforeEach(async () => {
    server = await openFakeServer(web);
  });
  afterEach(async () => {
    await page?.context().close();
    await server.close();
    expect(errors).toEqual([]);
  });

  const show = async (path: string, as: string | null, options: BrowserContextOptions = {}) => {
    server.api.account = as === null ? null : account(as);
    const context = await browser.newContext({
      locale: 'zh-CN',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...options,
    });
    page = await context.newPage();
    page.setDefaultTimeout(8_000);
    errors = watchErrors(page);
    await page.goto(`${server.url}/console${path}`);
  };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('says why a log-in failed, and leads on to where one wanted to go', async () => {
    await show('/tickets?status=assigned', null);
    await page.getByLabel('账号').fill('handler-demo');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('账号或密码不对').waitFor();
    await expectAccessible(page);
    await picture(page, 'console-log-in');
    await page.getByLabel('密码', { exact: true }).fill('right');
    await page.getByRole('button', { name: '登录' }).click();
    await heading('工单');
    expect(new URL(page.url()).search).toBe('?status=assigned');
    expect(server.api.asked.filter(({ method }) => method === 'POST').every(({ guarded }) => guarded)).toBe(true);
  });

  it('never goes on to another site after the log-in', async () => {
    await show('/log-in?next=//evil.example/', 'handler-demo');
    await heading('工单');
    expect(page.url()).toBe(`${server.url}/console/tickets`);
  });

  it('lists tickets as the address says, and each choice changes the address', async () => {
    await show('/tickets', 'handler-demo');
    await page.getByRole('link', { name: '20261123-000001' }).waitFor();
    await page.getByText('共 24 张').waitFor();
    await page.getByText('超期', { exact: true }).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'console-tickets');
    await page.getByRole('textbox', { name: '搜索' }).fill('路灯');
    await page.getByRole('textbox', { name: '搜索' }).press('Enter');
    await page.getByText('共 6 张').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('路灯');
    await page.goBack();
    await page.getByText('共 24 张').waitFor();
    await page.getByRole('combobox', { name: '状态' }).click();
    await page.getByRole('option', { name: '已办结' }).click();
    await page.getByText('共 6 张').waitFor();
    expect(new URL(page.url()).search).toBe('?status=closed');
  });

  it('turns pages', async () => {
    await show('/tickets', 'handler-demo');
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('link', { name: '20261123-000024' }).waitFor();
    expect(new URL(page.url()).search).toBe('?page=2');
  });

  it('shows a ticket with what was understood, by which words and clause, and the clock', async () => {
    await show('/tickets', 'handler-demo');
    await page.getByRole('link', { name: '20261123-000001' }).click();
    await heading('烧烤摊夜间噪声');
    for (const text of [
      '渝中区解放碑步行街烧烤摊半夜吵得睡不着',
      '烧烤摊',
      '噪声扰民 › 社会生活噪声 82%',
      '第 C05.02 条',
      '已超期',
    ])
      await page.getByText(text).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'console-ticket');
  });

  it('accepts a ticket in a dialog and shows it as it stands then', async () => {
    await show('/tickets/20261123-000001', 'handler-demo');
    await page.getByRole('button', { name: '受理' }).click();
    await page.getByRole('dialog', { name: '受理' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('button', { name: '答复' }).waitFor();
    await page.getByText('已受理').first().waitFor();
    expect(server.api.asked.find(({ method }) => method === 'POST')).toMatchObject({
      body: { move: 'accept', version: 1 },
      guarded: true,
    });
  });

  it('returns a ticket only with a reason', async () => {
    await show('/tickets/20261123-000001', 'handler-demo');
    await page.getByRole('button', { name: '退回' }).click();
    await page.getByRole('button', { name: '确认' }).click();
    expect(server.api.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await page.getByLabel('原因').fill('不属于本单位职责');
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('不属于本单位职责').waitFor();
  });

  it('says so when somebody else has changed the ticket, and shows it afresh', async () => {
    await show('/tickets/20261123-000001', 'handler-demo');
    await page.getByRole('button', { name: '受理' }).waitFor();
    server.api.routes['GET /api/tickets/*'] = () => [200, ticketDetail({ version: 2, title: '别人改过的工单' })];
    server.api.routes['POST /api/tickets/*/moves'] = () => [409, { code: 'version_conflict', message: '…' }];
    await page.getByRole('button', { name: '受理' }).click();
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('刚被别人改过').waitFor();
    await page.getByRole('button', { name: '刷新工单' }).click();
    await heading('别人改过的工单');
  });

  it('answers a data question with a sentence, a table, a chart and how it was computed', async () => {
    await show('/data', 'cadre-demo');
    await page.getByRole('button', { name: '上个月各区县投诉量前五' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('textbox', { name: '用中文提问' }).fill('上个月各区县投诉量前五');
    await page.getByRole('button', { name: '提问' }).click();
    await page.getByText('渝中区投诉量最多').first().waitFor();
    await page.getByRole('cell', { name: '412' }).waitFor();
    await page.getByText('按投诉量从高到低取前 5 个区县。').waitFor();
    await page.getByRole('img', { name: /^图：/ }).locator('canvas').waitFor();
    await expect.poll(() => colouredPixels(page)).toBeGreaterThan(1_000);
    await expectAccessible(page);
    await picture(page, 'console-data');
    await page.getByText('查询语句').click();
    await page.getByText('select "district"').waitFor();
  });

  it('asks on in the same conversation, and begins a new one when told to', async () => {
    await show('/data', 'cadre-demo');
    const box = page.getByRole('textbox', { name: '用中文提问' });
    await box.fill('上个月投诉量');
    await box.press('Enter');
    await page.getByText('问：上个月投诉量').waitFor();
    await box.fill('那渝中区呢');
    await box.press('Enter');
    await page.getByText('问：那渝中区呢').waitFor();
    await page.getByRole('button', { name: '新的提问' }).click();
    await box.fill('第三问');
    await box.press('Enter');
    await page.getByText('问：第三问').waitFor();
    const bodies = server.api.asked.filter(({ path }) => path === '/api/data-questions').map(({ body }) => body);
    expect(bodies).toEqual([
      { question: '上个月投诉量' },
      { question: '那渝中区呢', conversationId: 'conversation-1' },
      { question: '第三问' },
    ]);
  });

  it('shows no query to those who get none, and says what was not understood', async () => {
    const reply = dataReply({ sql: null, uncovered: ['大概'], rows: [], chart: null });
    server.api.routes['POST /api/data-questions'] = () => [200, { conversationId: 'k', reply }];
    await show('/data', 'cadre-demo');
    await page.getByRole('textbox', { name: '用中文提问' }).fill('大概多少');
    await page.getByRole('button', { name: '提问' }).click();
    await page.getByText('没有符合条件的数据').waitFor();
    await page.getByText('没有看懂的部分').waitFor();
    expect(await page.getByText('查询语句').count()).toBe(0);
  });

  it('shows any other ending of a data question in its words, with its options to tap', async () => {
    const options = [{ label: '按登记时间', send: '按登记时间统计' }];
    const clarifying = { outcome: 'clarifying', text: '按什么时间统计？', options };
    server.api.routes['POST /api/data-questions'] = () => [200, { conversationId: 'k', reply: clarifying }];
    await show('/data', 'cadre-demo');
    await page.getByRole('button', { name: '上个月各区县投诉量前五' }).click();
    server.api.routes['POST /api/data-questions'] = () => [
      200,
      { conversationId: 'k', reply: answered({ text: '好的' }) },
    ];
    await page.getByRole('button', { name: '按登记时间' }).click();
    await page.getByText('问：按登记时间统计').waitFor();
  });

  it('shows runs, a run with its metrics and slices, and the cases that failed', async () => {
    await show('/evals', 'operator-demo');
    await page.getByText('accuracy 0.842').first().waitFor();
    await expectAccessible(page);
    await picture(page, 'console-evals');
    await page.getByRole('link', { name: 'classification 的这次运行' }).click();
    await heading('classification');
    for (const text of ['0.771', '噪声', '楼上漏水', 'built-in']) await page.getByText(text).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'console-run');
  });

  it('starts a run of the chosen suite', async () => {
    await show('/evals', 'operator-demo');
    await page.getByRole('combobox', { name: '评测集' }).click();
    await page.getByRole('option', { name: '诉求分类' }).click();
    await page.getByRole('button', { name: '运行评测' }).click();
    await page.getByText('评测已开始').waitFor();
    expect(server.api.asked.find(({ method }) => method === 'POST')?.body).toEqual({ suite: 'classification' });
  });

  it('shows a call as it goes, with suggestions and the draft', async () => {
    await show('/calls', 'hotline-demo');
    await page.getByRole('link', { name: /的通话/ }).click();
    for (const text of ['我们楼下烧烤摊半夜吵得很。', '请问具体在哪条街？', '渝中区城市管理局'])
      await page.getByText(text).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'console-call');
  });

  it('leads to the log-in page when the session has ended', async () => {
    await show('/tickets', 'handler-demo');
    await page.getByRole('link', { name: '20261123-000001' }).waitFor();
    server.api.account = null;
    await page.getByRole('link', { name: '20261123-000001' }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toBe('/tickets/20261123-000001');
  });

  it('logs out and keeps nothing of what was read', async () => {
    await show('/tickets', 'handler-demo');
    await page.getByRole('button', { name: '经办员（演示）' }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
    expect(await page.getByText('20261123-000001').count()).toBe(0);
  });

  it('shows each role its own pages', async () => {
    await show('/', 'cadre-demo');
    await heading('数据问答');
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['数据问答']);
  });

  it('says what is wrong, and tries again when asked to', async () => {
    server.api.routes['GET /api/tickets'] = () => [
      503,
      { code: 'record_unavailable', message: '数据库暂时连不上，请稍后再试。' },
    ];
    await show('/tickets', 'handler-demo');
    await page.getByText('数据库暂时连不上').waitFor({ timeout: 15_000 });
    await expectAccessible(page);
    server.api.routes['GET /api/tickets'] = () => [200, { items: [], total: 0, page: 1, pageSize: 20 }];
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('没有符合条件的工单').waitFor();
  });

  it('says so when there is no such page or ticket', async () => {
    await show('/nowhere', 'handler-demo');
    await heading('没有这个页面');
    await expectAccessible(page);
    await page.goto(`${server.url}/console/tickets/0`);
    await page.getByText('没有这张工单').waitFor();
  });

  it.each(['/tickets', '/tickets/20261123-000001', '/data', '/evals', '/evals/run-1', '/calls/call-1'])(
    'stands at 320 pixels without scrolling sideways, dark and in English: %s',
    async (path) => {
      server.api.routes['GET /api/evals/runs/*'] = () => [200, evalRun()];
      await show(path, 'admin-demo', { viewport: { width: 320, height: 640 } });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('button', { name: '深色' }).click();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Dark', pressed: true }).waitFor();
      expect(await overflowsSideways(page)).toBe(false);
      await expectAccessible(page);
      if (path === '/data') await page.getByRole('button').filter({ hasText: '上个月' }).click();
      await picture(page, `console-dark${path.replaceAll('/', '-')}`);
    },
  );
});

/** How many pixels of the chart are neither clear nor grey: a chart that failed has none. */
function colouredPixels(page: Page): Promise<number> {
  return page.locator('.chart canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    let coloured = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured += 1;
    }
    return coloured;
  });
}
