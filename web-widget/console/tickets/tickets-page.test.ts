import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the ticket list', () => {
  const desk = useDeskInBrowser('console');

  it('lists tickets as the address says, and each choice changes the address', async () => {
    await desk.showConsole('/tickets', 'handler-demo');
    await desk.page.getByRole('link', { name: '20261123-000001' }).waitFor();
    await desk.page.getByText('共 24 张').waitFor();
    await desk.page.getByText('超期', { exact: true }).first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-tickets');
    await desk.page.getByRole('textbox', { name: '搜索' }).fill('路灯');
    await desk.page.getByRole('textbox', { name: '搜索' }).press('Enter');
    await desk.page.getByText('共 6 张').waitFor();
    expect(new URL(desk.page.url()).searchParams.get('q')).toBe('路灯');
    await desk.page.goBack();
    await desk.page.getByText('共 24 张').waitFor();
    await desk.page.getByRole('combobox', { name: '状态' }).click();
    await desk.page.getByRole('option', { name: '已办结' }).click();
    await desk.page.getByText('共 6 张').waitFor();
    expect(new URL(desk.page.url()).search).toBe('?status=closed');
  });

  it('turns pages', async () => {
    await desk.showConsole('/tickets', 'handler-demo');
    await desk.page.getByRole('button', { name: '2', exact: true }).click();
    await desk.page.getByRole('link', { name: '20261123-000024' }).waitFor();
    expect(new URL(desk.page.url()).search).toBe('?page=2');
  });

  it('says what is wrong, and tries again when asked to', async () => {
    desk.server.api.routes['GET /api/tickets'] = () => [
      503,
      { code: 'record_unavailable', message: '数据库暂时连不上，请稍后再试。' },
    ];
    await desk.showConsole('/tickets', 'handler-demo');
    await desk.page.getByText('数据库暂时连不上').waitFor({ timeout: 15_000 });
    await expectAccessible(desk.page);
    desk.server.api.routes['GET /api/tickets'] = () => [200, { items: [], total: 0, page: 1, pageSize: 20 }];
    await desk.page.getByRole('button', { name: '重试' }).click();
    await desk.page.getByText('没有符合条件的工单').waitFor();
  });

  it('keeps a view under a name, comes back to it, and forgets it', async () => {
    await desk.showConsole('/tickets', 'handler-demo');
    const { page } = desk;
    await page.getByRole('link', { name: '已超期' }).click();
    await page
      .getByRole('checkbox', { name: '只看超期' })
      .or(page.getByRole('switch', { name: '只看超期' }))
      .waitFor();
    expect(new URL(page.url()).search).toBe('?overdue=true');
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    await page.getByRole('textbox', { name: '筛选名称' }).fill('我的超期');
    await expectAccessible(page);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    expect(await page.getByRole('link', { name: '我的超期' }).getAttribute('href')).toBe(
      '/console/tickets?overdue=true',
    );
    const sent = desk.server.api.asked.find(({ method }) => method === 'PUT');
    expect(sent?.body).toEqual({ query: { overdue: true, sort: 'pressing' } });
    await page.getByRole('button', { name: '删除“我的超期”' }).click();
    await page.getByRole('link', { name: '我的超期' }).waitFor({ state: 'detached' });
  });

  it('asks for the most pressing first, and for a unit and a tier', async () => {
    await desk.showConsole('/tickets', 'handler-demo');
    const { page, server } = desk;
    await page.getByText('共 24 张').waitFor();
    const asked = () => server.api.asked.findLast(({ path }) => path.startsWith('/api/tickets?'))?.path ?? '';
    expect(new URLSearchParams(asked().split('?')[1]).get('sort')).toBe('pressing');
    await page.getByRole('combobox', { name: '承办单位' }).fill('城管');
    await page.getByRole('option', { name: '渝中区城市管理局' }).click();
    await page.getByRole('combobox', { name: '层级' }).click();
    await page.getByRole('option', { name: '镇街' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('tier')).toBe('town');
    expect(new URL(page.url()).searchParams.get('unit')).toBe('渝中区城市管理局');
  });
});
