import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('logging in and out', () => {
  const desk = useDeskInBrowser('console');

  it('says why a log-in failed, and leads on to where one wanted to go', async () => {
    await desk.showConsole('/tickets?status=assigned', null);
    await desk.page.getByLabel('账号').fill('handler-demo');
    await desk.page.getByLabel('密码', { exact: true }).fill('wrong');
    await desk.page.getByRole('button', { name: '登录' }).click();
    await desk.page.getByText('账号或密码不对').waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-log-in');
    await desk.page.getByLabel('密码', { exact: true }).fill('right');
    await desk.page.getByRole('button', { name: '登录' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '工单' }).waitFor();
    expect(new URL(desk.page.url()).search).toBe('?status=assigned');
    expect(desk.server.api.asked.filter(({ method }) => method === 'POST').every(({ guarded }) => guarded)).toBe(true);
  });

  it('never goes on to another site after the log-in', async () => {
    await desk.showConsole('/log-in?next=//evil.example/', 'handler-demo');
    await desk.page.getByRole('heading', { level: 1, name: '工单' }).waitFor();
    expect(desk.page.url()).toBe(`${desk.server.url}/console/tickets`);
  });

  it('leads to the log-in page when the session has ended', async () => {
    await desk.showConsole('/tickets', 'handler-demo');
    await desk.page.getByRole('link', { name: '20261123-000001' }).waitFor();
    desk.server.api.account = null;
    await desk.page.getByRole('link', { name: '20261123-000001' }).click();
    await desk.page.getByRole('button', { name: '登录' }).waitFor();
    expect(new URL(desk.page.url()).searchParams.get('next')).toBe('/tickets/20261123-000001');
  });

  it('logs out and keeps nothing of what was read', async () => {
    await desk.showConsole('/tickets', 'handler-demo');
    await desk.page.getByRole('button', { name: '经办员（演示）' }).click();
    await desk.page.getByRole('menuitem', { name: '退出登录' }).click();
    await desk.page.getByRole('button', { name: '登录' }).waitFor();
    expect(await desk.page.getByText('20261123-000001').count()).toBe(0);
  });

  it('says under a heading that the desk does not answer, and goes on when it does', async () => {
    const { api } = desk.server;
    const answering = api.routes['GET /api/session']!;
    api.routes['GET /api/session'] = () => [503, { code: 'record_unavailable', message: '数据库暂时连不上。' }];
    await desk.showConsole('/tickets', 'handler-demo');
    await desk.page.getByRole('heading', { level: 1, name: '页面没有打开' }).waitFor();
    await expectAccessible(desk.page);
    api.routes['GET /api/session'] = answering;
    await desk.page.getByRole('button', { name: '重试' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '工单' }).waitFor();
  });

  it('leaves a page as it is when the session cannot be read again', async () => {
    const { api } = desk.server;
    await desk.showConsole('/tickets', 'handler-demo');
    const { page } = desk;
    await page.getByRole('link', { name: '20261123-000001' }).waitFor();
    let failed = 0;
    api.routes['GET /api/session'] = () => {
      failed += 1;
      return [503, { code: 'record_unavailable', message: '数据库暂时连不上。' }];
    };
    // What is known of the session counts as old a minute later, and is read again when somebody comes back to the page.
    await page.clock.install({ time: Date.now() + 120_000 });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await expect.poll(async () => page.clock.runFor(5_000).then(() => failed)).toBe(3);
    await page.clock.runFor(5_000);
    expect(await page.getByRole('link', { name: '20261123-000001' }).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: '页面没有打开' }).count()).toBe(0);
  });

  it('says under a heading that a page did not load, and leaves the ways to the others', async () => {
    await desk.showConsole('/tickets', 'admin-demo');
    const { page } = desk;
    await page.getByRole('heading', { level: 1, name: '工单' }).waitFor();
    await page.route(/data-page/, (route) => route.abort());
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '数据问答' }).click();
    await page.getByRole('heading', { level: 1, name: '页面没有打开' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工单', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '工单' }).waitFor();
  });
});
