import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the hotline page', () => {
  const desk = useDeskInBrowser('console');

  it('shows a call as it goes, with suggestions and the draft', async () => {
    await desk.showConsole('/calls', 'hotline-demo');
    await desk.page.getByRole('link', { name: /的通话/ }).click();
    for (const text of ['我们楼下烧烤摊半夜吵得很。', '请问具体在哪条街？', '渝中区城市管理局'])
      await desk.page.getByText(text).first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-call');
  });

  it("files a call's draft at the operator's word, and leads to the ticket", async () => {
    await desk.showConsole('/calls/call-1', 'hotline-demo');
    await desk.page.getByRole('button', { name: '登记工单' }).waitFor();
    expect(desk.server.api.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await desk.page.getByRole('button', { name: '登记工单' }).click();
    await desk.page.getByRole('link', { name: '已登记工单 20261123-000001' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '烧烤摊夜间噪声' }).waitFor();
  });
});
