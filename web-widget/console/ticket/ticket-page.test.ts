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

  it('returns a ticket only with a coded reason, a clause and words', async () => {
    await desk.showConsole('/tickets/20261123-000001', 'handler-demo');
    await desk.page.getByRole('button', { name: '退回' }).click();
    await desk.page.getByRole('button', { name: '确认' }).click();
    expect(desk.server.api.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await desk.page.getByRole('combobox', { name: '退单原因' }).click();
    await desk.page.getByRole('option', { name: '依法不属于本单位职责' }).click();
    await desk.page.getByRole('combobox', { name: '依据条款' }).click();
    await desk.page.getByRole('option', { name: '噪声污染防治法第七十条' }).click();
    await desk.page.getByRole('textbox', { name: '理由' }).fill('不属于本单位职责');
    await expectAccessible(desk.page);
    await desk.page.getByRole('button', { name: '确认' }).click();
    await desk.page.getByText('不属于本单位职责', { exact: true }).waitFor();
    expect(desk.server.api.asked.find(({ method }) => method === 'POST')?.body).toEqual({
      move: 'return',
      version: 1,
      returnCode: 'not_our_duty',
      clause: '噪声污染防治法第七十条',
      reason: '不属于本单位职责',
    });
  });

  it('shows what somebody else has changed, loses nothing that was typed, and sends it again', async () => {
    await desk.showConsole('/tickets/20261123-000001', 'handler-demo');
    const { page, server } = desk;
    const moves = [{ name: 'note' as const, label: '备注', needs: ['text' as const] }];
    server.api.routes['GET /api/tickets/*'] = () => [200, ticketDetail({ moves })];
    await page.reload();
    await page.getByRole('button', { name: '备注' }).click();
    await page.getByRole('textbox', { name: '备注' }).fill('已电话联系商家');
    server.api.routes['GET /api/tickets/*'] = () => [200, ticketDetail({ version: 3, title: '别人改过的工单', moves })];
    const changed = [{ sequence: 3, kind: 'accepted', at: '2026-11-23T03:00:00Z', actor: 'handler-two' }];
    const details = { version: 3, status: 'accepted', changed };
    server.api.routes['POST /api/tickets/*/moves'] = ({ body }) =>
      (body as { version: number }).version === 3
        ? [200, ticketDetail({ version: 4, title: '别人改过的工单', moves })]
        : [409, { code: 'version_conflict', message: '…', details }];
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('alert').getByText('handler-two：单位已签收').waitFor();
    expect(await page.getByRole('textbox', { name: '备注' }).inputValue()).toBe('已电话联系商家');
    await expectAccessible(page);
    await page.getByRole('button', { name: '看过变化，再次提交' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: '别人改过的工单' }).waitFor();
    expect(server.api.asked.findLast(({ method }) => method === 'POST')?.body).toEqual({
      move: 'note',
      version: 3,
      text: '已电话联系商家',
    });
  });

  it('keeps what was typed while its dialog is closed, and offers units that may have been meant', async () => {
    await desk.showConsole('/tickets/20261123-000001', 'hotline-demo');
    const { page, server } = desk;
    const moves = [{ name: 'reassign' as const, label: '改派', needs: ['unit' as const, 'reason' as const] }];
    server.api.routes['GET /api/tickets/*'] = () => [200, ticketDetail({ moves })];
    const details = { candidates: ['渝中区城市管理局'] };
    server.api.routes['POST /api/tickets/*/moves'] = () => [
      422,
      { code: 'unit_unknown', message: '职责表里没有“渝中城管”。', details },
    ];
    await page.reload();
    await page.getByRole('button', { name: '改派' }).click();
    await page.getByRole('combobox', { name: '承办单位' }).fill('渝中城管');
    await page.getByRole('textbox', { name: '理由' }).fill('占道经营');
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '改派' }).click();
    expect(await page.getByRole('textbox', { name: '理由' }).inputValue()).toBe('占道经营');
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('group', { name: '您是不是要找' }).getByRole('button', { name: '渝中区城市管理局' }).click();
    expect(await page.getByRole('combobox', { name: '承办单位' }).inputValue()).toBe('渝中区城市管理局');
  });

  it('shows similar tickets with what speaks for them, and joins one with a reason', async () => {
    await desk.showConsole('/tickets/20261123-000001', 'hotline-demo');
    const { page, server } = desk;
    server.api.routes['POST /api/tickets/*/join'] = () => [200, ticketDetail({ mergedInto: '20261123-000001' })];
    for (const text of ['另一人反映', '相像 91%', '烧烤摊、解放碑', '已在同一事件'])
      await page.getByText(text).first().waitFor();
    await page.getByRole('button', { name: '并入这张 20261122-000007' }).click();
    await page.getByRole('textbox', { name: '原因' }).fill('同一家烧烤摊');
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('已并入 20261123-000001').waitFor();
    expect(server.api.asked.findLast(({ method }) => method === 'POST')).toMatchObject({
      path: '/api/tickets/20261122-000007/join',
      body: { into: '20261123-000001', version: 1, reason: '同一家烧烤摊' },
    });
  });
});
