import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the page of the three rates', () => {
  const desk = useDeskInBrowser('console');

  it('puts one’s own unit first, with numerator, denominator and definition', async () => {
    await desk.showConsole('/rates', 'handler-demo');
    const { page, server } = desk;
    const title = page.getByRole('heading', { name: '渝中区城市管理局的三率' });
    await page.locator('section').filter({ has: title }).getByText('11 / 12').waitFor();
    await page.getByText('响应率＝按时联系数÷应联系数').waitFor();
    await page
      .getByRole('row', { name: /渝中区公安分局/ })
      .getByText('没有可算的')
      .first()
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'console-rates');
    await page.getByRole('combobox', { name: '按什么看' }).click();
    await page.getByRole('option', { name: '区县' }).click();
    await expect.poll(() => server.api.asked.at(-1)?.path).toBe('/api/ticket-rates?by=district');
  });

  it('does not ask for days that end before they begin', async () => {
    await desk.showConsole('/rates?from=2026-11-09&to=2026-11-01', 'handler-demo');
    await desk.page.getByRole('alert').getByText('开始日期不能晚于结束日期').waitFor();
    expect(desk.server.api.asked.some(({ path }) => path.startsWith('/api/ticket-rates'))).toBe(false);
  });
});
