import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { ticketDetail } from '../../testing/builders.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the triage page', () => {
  const desk = useDeskInBrowser('console');

  it('says why a ticket waits, and fills in the unit that one chooses', async () => {
    await desk.showConsole('/triage', 'hotline-demo');
    const { page, server } = desk;
    const moves = [{ name: 'adjudicate' as const, label: '裁定', needs: ['unit', 'clause', 'reason'] as never[] }];
    server.api.routes['GET /api/tickets/*'] = () => [200, ticketDetail({ status: 'adjudication', moves })];
    server.api.routes['POST /api/tickets/*/moves'] = () => [200, ticketDetail({ version: 2 })];
    const item = page.getByRole('article', { name: '20261123-000001' });
    await item.getByText('裁定后不能再退').waitFor();
    await expectAccessible(page);
    await picture(page, 'console-triage');
    await item.getByRole('button', { name: '选 渝中区公安分局' }).click();
    await page.getByRole('dialog', { name: '裁定' }).waitFor();
    expect(await page.getByRole('combobox', { name: '承办单位' }).inputValue()).toBe('渝中区公安分局');
    await page.getByRole('combobox', { name: '依据条款' }).fill('噪声污染防治法第七十条');
    await page.getByRole('textbox', { name: '理由' }).fill('经劝阻无效');
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(server.api.asked.findLast(({ method }) => method === 'POST')?.body).toEqual({
      move: 'adjudicate',
      version: 1,
      unit: '渝中区公安分局',
      clause: '噪声污染防治法第七十条',
      reason: '经劝阻无效',
    });
  });

  it('shows an operator the same without the decisions, and says when nothing waits', async () => {
    await desk.showConsole('/triage', 'operator-demo');
    await desk.page.getByRole('article').waitFor();
    expect(await desk.page.getByRole('button', { name: '定承办单位' }).count()).toBe(0);
    desk.server.api.routes['GET /api/triage'] = () => [200, { items: [], total: 0, page: 1, pageSize: 20 }];
    await desk.page.reload();
    await desk.page.getByText('没有待定的工单。').waitFor();
    await expectAccessible(desk.page);
  });
});
