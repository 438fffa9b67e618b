import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the pages of incidents', () => {
  const desk = useDeskInBrowser('console');

  it('rank by people, and open to members, trend and places in a chart and in figures', async () => {
    await desk.showConsole('/incidents', 'handler-demo');
    const { page } = desk;
    await page.getByRole('article').getByText('5 人反映').waitFor();
    await expectAccessible(page);
    await picture(page, 'console-incidents');
    await page.getByRole('link', { name: '解放碑步行街烧烤摊夜间噪声' }).click();
    await page.getByRole('img', { name: '每天新增的工单' }).locator('canvas').waitFor();
    await page.getByRole('img', { name: '各区县的工单数' }).locator('canvas').waitFor();
    await page.getByRole('cell', { name: '同一人再次反映' }).waitFor();
    await page.getByText('看表格').first().click();
    await page.getByRole('rowheader', { name: '2026-11-19' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'console-incident', { fullPage: true });
  });

  it('keep what is asked for in the address, and say when there is nothing', async () => {
    await desk.showConsole('/incidents', 'hotline-demo');
    const { page, server } = desk;
    await page.getByRole('article').waitFor();
    server.api.routes['GET /api/incidents'] = () => [200, { items: [] }];
    await page.getByRole('combobox', { name: '至少几人' }).click();
    await page.getByRole('option', { name: '10', exact: true }).click();
    await page.getByText('这段时间没有多人反映的事。').waitFor();
    expect(new URL(page.url()).search).toBe('?days=30&people=10');
    expect(server.api.asked.at(-1)?.path).toBe('/api/incidents?days=30&people=10&limit=50');
  });
});
