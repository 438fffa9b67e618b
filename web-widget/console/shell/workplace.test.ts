import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, overflowsSideways, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the frame of the console', () => {
  const desk = useDeskInBrowser('console');
  const button = (name: string | RegExp) => desk.page.getByRole('button', { name, exact: true });
  const open = async (as = 'handler-demo', path = '/tickets') => {
    await desk.showConsole(path, as);
    await desk.page.getByRole('heading', { level: 1 }).waitFor();
  };

  it('finds a ticket and goes there by keys alone', async () => {
    await open('handler-demo', '/rates');
    await desk.page.keyboard.press('Control+k');
    const box = desk.page.getByPlaceholder('搜工单、事项、资料，或要去的页面');
    await box.waitFor();
    await box.fill('烧烤');
    await desk.page.getByRole('dialog').getByText('楼下烧烤摊半夜扰民').waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-search');
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL('**/console/tickets/20261123-000001');
  });

  it('goes to pages and says so when nothing is found or the desk does not answer', async () => {
    await open('operator-demo', '/evals');
    await button(/^搜索/).click();
    const box = desk.page.getByPlaceholder('搜工单、事项、资料，或要去的页面');
    await box.fill('无此事');
    await desk.page.getByText('没有找到。').waitFor();
    desk.server.api.routes['GET /api/search'] = () => [500, { code: 'internal', message: '系统出了问题。' }];
    await box.fill('无了');
    await desk.page.getByText('没有搜成').waitFor();
    await box.fill('工单');
    await desk.page.getByRole('dialog').getByRole('button', { name: '打开工单' }).click();
    await desk.page.waitForURL('**/console/tickets');
  });

  it('shows what is new in the inbox until it was read', async () => {
    await open();
    await button('消息，1 条新的').click();
    const dialog = desk.page.getByRole('dialog', { name: '消息' });
    await dialog.getByText('时限用了八成').waitFor();
    expect(await dialog.getByText('新', { exact: true }).count()).toBe(1);
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-inbox');
    await desk.page.keyboard.press('Escape');
    await button('消息').waitFor();
    await button('消息').click();
    await dialog.getByRole('link', { name: '楼下烧烤摊半夜扰民' }).click();
    await desk.page.waitForURL('**/console/tickets/20261123-000001');
  });

  it('says so when the inbox is empty or cannot be read', async () => {
    await desk.showConsole('/tickets', null);
    desk.server.api.routes['GET /api/inbox'] = () => [200, { items: [], unread: 0 }];
    await open();
    await button('消息').click();
    await desk.page.getByText('还没有消息').waitFor();
  });

  it.each(['hotline-demo', 'handler-demo', 'cadre-demo', 'operator-demo', 'admin-demo'])(
    'leads %s around once, and again when asked',
    async (as) => {
      await desk.showConsole('/', as, { viewport: { width: 390, height: 800 } });
      await button('看导览').click();
      const tour = desk.page.getByRole('dialog', { name: '一分钟导览' });
      await expectAccessible(desk.page);
      if (as === 'handler-demo') await picture(desk.page, 'console-tour');
      while (await tour.getByRole('button', { name: '下一步', exact: true }).isVisible())
        await tour.getByRole('button', { name: '下一步', exact: true }).click();
      await tour.getByRole('button', { name: '知道了', exact: true }).click();
      await tour.waitFor({ state: 'hidden' });
      await desk.page.reload();
      await desk.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await button('看导览').count()).toBe(0);
      expect(await overflowsSideways(desk.page)).toBe(false);
      await desk.page.keyboard.press('Control+k');
      await desk.page.getByPlaceholder('搜工单、事项、资料，或要去的页面').fill('导览');
      await desk.page.getByRole('button', { name: '再看一遍导览' }).click();
      await tour.waitFor();
      await tour.getByRole('button', { name: '去试试', exact: true }).click();
      await tour.waitFor({ state: 'hidden' });
    },
  );
});
