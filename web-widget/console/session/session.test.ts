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
});
