import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { ticketDetail } from '../../testing/builders.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)("a ticket's page", () => {
  const desk = useDeskInBrowser('console');

  it('shows a ticket with what was understood, by which words and clause, and the clock', async () => {
    await desk.showConsole('/tickets', 'handler-demo');
    await desk.page.getByRole('link', { name: '20261123-000001' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '烧烤摊夜间噪声' }).waitFor();
    for (const text of [
      '渝中区解放碑步行街烧烤摊半夜吵得睡不着',
      '烧烤摊',
      '噪声扰民 › 社会生活噪声 82%',
      '第 C05.02 条',
      '已超期',
    ])
      await desk.page.getByText(text).first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-ticket');
  });

  it('accepts a ticket in a dialog and shows it as it stands then', async () => {
    await desk.showConsole('/tickets/20261123-000001', 'handler-demo');
    await desk.page.getByRole('button', { name: '签收' }).click();
    await desk.page.getByRole('dialog', { name: '签收' }).waitFor();
    await expectAccessible(desk.page);
    await desk.page.getByRole('button', { name: '确认' }).click();
    await desk.page.getByRole('button', { name: '答复' }).waitFor();
    await desk.page.getByText('单位已签收').waitFor();
    expect(desk.server.api.asked.find(({ method }) => method === 'POST')).toMatchObject({
      body: { move: 'accept', version: 1 },
      guarded: true,
    });
  });

  it('returns a ticket only with a reason', async () => {
    await desk.showConsole('/tickets/20261123-000001', 'handler-demo');
    await desk.page.getByRole('button', { name: '退回' }).click();
    await desk.page.getByRole('button', { name: '确认' }).click();
    expect(desk.server.api.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await desk.page.getByLabel('原因').fill('不属于本单位职责');
    await desk.page.getByRole('button', { name: '确认' }).click();
    await desk.page.getByText('不属于本单位职责').waitFor();
  });

  it('says so when somebody else has changed the ticket, and shows it afresh', async () => {
    await desk.showConsole('/tickets/20261123-000001', 'handler-demo');
    await desk.page.getByRole('button', { name: '签收' }).waitFor();
    desk.server.api.routes['GET /api/tickets/*'] = () => [200, ticketDetail({ version: 2, title: '别人改过的工单' })];
    desk.server.api.routes['POST /api/tickets/*/moves'] = () => [409, { code: 'version_conflict', message: '…' }];
    await desk.page.getByRole('button', { name: '签收' }).click();
    await desk.page.getByRole('button', { name: '确认' }).click();
    await desk.page.getByText('刚被别人改过').waitFor();
    await desk.page.getByRole('button', { name: '刷新工单' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '别人改过的工单' }).waitFor();
  });
});
