import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, overflowsSideways, picture } from '../../testing/browser.ts';
import { cardDetail } from '../../testing/builders-knowledge.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the pages of cards', () => {
  const desk = useDeskInBrowser('console');
  const asked = (method: string) => desk.server.api.asked.filter((one) => one.method === method);

  it('list every card with its standing, how sure it is and what was asked, found and sorted by an address', async () => {
    await desk.showConsole('/knowledge', 'operator-demo');
    const { page } = desk;
    await page.getByRole('link', { name: '水表过户' }).waitFor();
    await page.getByText('显示 3 / 3 张').first().waitFor();
    expect(await page.getByRole('img', { name: '有公开文件 2 条，凭常识 5 条，拿不准 1 条' }).count()).toBe(3);
    await expectAccessible(page);
    await picture(page, 'knowledge-cards', { fullPage: true });
    await page.getByLabel('查找').fill('面馆');
    await page.getByText('显示 1 / 3 张').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('面馆');
    await page.getByLabel('查找').fill('没有的事');
    await page.getByText('没有符合条件的卡片').waitFor();
    await page.goto(`${desk.server.url}/console/knowledge/cards?standing=draft_only`);
    await page.getByRole('link', { name: '暖气报装' }).waitFor();
    expect(await page.getByRole('link', { name: '水表过户' }).count()).toBe(0);
  });

  it('show a card as citizens get it, what each line rests on, and open its source at its place', async () => {
    await desk.showConsole('/knowledge/cards/water-meter', 'operator-demo');
    const { page } = desk;
    const preview = page.getByRole('article', { name: '市民看到的内容' });
    await preview.getByText('承诺 1 个工作日办结。').waitFor();
    await preview.getByText('【代办】').waitFor();
    await preview.getByText('不收费。（以渝快办当前指南为准）').waitFor();
    await expectAccessible(page);
    await picture(page, 'knowledge-card-shown', { fullPage: true });
    await page.getByText('每条的依据', { exact: true }).click();
    const source = page.getByRole('region', { name: '每条的依据' }).getByRole('link', { name: '打开出处 · 第 2 页' });
    expect(await source.first().getAttribute('href')).toContain('/knowledge/documents/guide-1?start=30&end=44');
    await expectAccessible(page);
    await source.first().click();
    await page.locator('mark').waitFor();
  });

  it('show the history, and what two versions differ in by words and signs', async () => {
    await desk.showConsole('/knowledge/cards/water-meter?view=history', 'operator-demo');
    const { page } = desk;
    await page.getByRole('region', { name: '版本' }).getByRole('link', { name: '原始版 0' }).waitFor();
    const removed = page.locator('del').filter({ hasText: '承诺 3 个工作日办结。' });
    expect((await removed.textContent())?.trim()).toBe('− 原来：承诺 3 个工作日办结。');
    await page.locator('ins').filter({ hasText: '不收费。' }).waitFor();
    await page.getByText('另有 1 行没有变').waitFor();
    await expectAccessible(page);
    await picture(page, 'knowledge-history', { fullPage: true });
  });

  it('show what was asked in vain, masked, and say when nothing was answered', async () => {
    await desk.showConsole('/knowledge/cards/water-meter?view=asked', 'operator-demo');
    await desk.page.getByText('水表过户要好久，我电话［电话］').waitFor();
    await expectAccessible(desk.page);
    await desk.page.getByText('答上的', { exact: true }).click();
    await desk.page.getByText('还没有问题答到这张卡片').waitFor();
  });

  it('withdraw a version with a reason, take a publication back, restore an old version as a draft', async () => {
    await desk.showConsole('/knowledge/cards/water-meter', 'operator-demo');
    const { page } = desk;
    await page.getByRole('button', { name: '撤下', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '撤下这一版' });
    await dialog.getByRole('textbox', { name: '原因' }).fill('办法变了，等新指南');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '撤下' }).click();
    await page.getByText('已撤下，市民不再得到这一版').waitFor();
    expect(asked('POST').at(-1)).toMatchObject({
      path: '/api/cards/water-meter/versions/1/withdraw',
      body: { revision: 3, reason: '办法变了，等新指南' },
    });
    await page.getByRole('button', { name: '撤回这次发布' }).click();
    await page.getByText('已撤回发布，又成了草稿').waitFor();
    await page.goto(`${desk.server.url}/console/knowledge/cards/water-meter?version=0`);
    await page.getByRole('button', { name: '恢复成草稿' }).click();
    await page.waitForURL(/versions\/2$/);
    expect(asked('POST').at(-1)?.path).toBe('/api/cards/water-meter/versions/0/restore');
  });

  it('say that nothing is in force, that there is no such card, and why a thing was refused', async () => {
    desk.server.api.routes['GET /api/cards/*'] = () => [
      200,
      cardDetail({ standing: 'withdrawn', inForce: null, versions: [] }),
    ];
    await desk.showConsole('/knowledge/cards/water-meter', 'operator-demo');
    await desk.page.getByText('现在没有可用的版本').first().waitFor();
    await expectAccessible(desk.page);
    desk.server.api.routes['GET /api/cards/*'] = () => [404, { code: 'not_found', message: '没有这张卡片。' }];
    await desk.page.reload();
    await desk.page.getByText('没有这张卡片。').waitFor();
    desk.server.api.routes['GET /api/cards'] = () => [503, { code: 'record_unavailable', message: '记录暂时连不上。' }];
    await desk.page.goto(`${desk.server.url}/console/knowledge/cards`);
    await desk.page.getByText('记录暂时连不上').waitFor();
    await desk.page.getByRole('button', { name: '重试' }).waitFor();
    await expectAccessible(desk.page);
  });

  it('are no page of a handler', async () => {
    await desk.showConsole('/', 'handler-demo');
    await desk.page.getByRole('link', { name: '工单', exact: true }).waitFor();
    expect(await desk.page.getByRole('link', { name: '知识', exact: true }).count()).toBe(0);
  });

  it.each([
    ['/knowledge/cards', '水表过户'],
    ['/knowledge/cards/water-meter', '承诺 1 个工作日办结。'],
    ['/knowledge/cards/water-meter?view=facts', '承诺 1 个工作日办结。'],
    ['/knowledge/cards/water-meter?view=history', '承诺 3 个工作日办结。'],
    ['/knowledge/cards/water-meter?view=asked', '水表过户要好久'],
    ['/knowledge/documents', '供水服务指南'],
    ['/knowledge/documents/guide-1?start=0&end=5', '开办小面馆'],
  ])('stand on a phone, dark and in English: %s', async (path, text) => {
    await desk.showConsole(path, 'operator-demo', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    const { page } = desk;
    await page.getByText(text).first().waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    await expectAccessible(page);
    await picture(page, `knowledge-390${path.replaceAll(/[/?&=]/g, '-')}`, { fullPage: true });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('navigation', { name: 'Knowledge' }).getByRole('link', { name: 'Cards' }).waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowsSideways(page)).toBe(false);
    await expectAccessible(page);
  });
});
