import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, overflowsSideways, picture } from '../../testing/browser.ts';
import { evalRun } from '../../testing/builders.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the console around its pages', () => {
  const desk = useDeskInBrowser('console');

  it('shows each role its own pages', async () => {
    await desk.showConsole('/', 'cadre-demo');
    await desk.page.getByRole('heading', { level: 1, name: '数据问答' }).waitFor();
    expect(await desk.page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['数据问答']);
  });

  it('says so when there is no such page or ticket', async () => {
    await desk.showConsole('/nowhere', 'handler-demo');
    await desk.page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
    await expectAccessible(desk.page);
    await desk.page.goto(`${desk.server.url}/console/tickets/0`);
    await desk.page.getByText('没有这张工单').waitFor();
  });

  it.each([
    '/tickets',
    '/tickets/20261123-000001',
    '/triage',
    '/incidents/41',
    '/rates',
    '/data',
    '/evals',
    '/evals/run-1',
    '/evals/queue/item-1',
    '/evals/live',
    '/calls/call-1',
  ])('stands at 320 pixels without scrolling sideways, dark and in English: %s', async (path) => {
    desk.server.api.routes['GET /api/evals/runs/*'] = () => [200, evalRun()];
    await desk.showConsole(path, 'admin-demo', { viewport: { width: 320, height: 640 } });
    await desk.page.getByRole('heading', { level: 1 }).waitFor();
    await desk.page.getByRole('button', { name: '深色' }).click();
    await desk.page.getByRole('button', { name: 'English' }).click();
    await desk.page.getByRole('button', { name: 'Dark', pressed: true }).waitFor();
    expect(await overflowsSideways(desk.page)).toBe(false);
    await expectAccessible(desk.page);
    if (path === '/data') await desk.page.getByRole('button').filter({ hasText: '上个月' }).click();
    await picture(desk.page, `console-dark${path.replaceAll('/', '-')}`);
  });
});
