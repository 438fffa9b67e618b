import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, focusedName, hasChromium, overflowsSideways, picture } from '../../testing/browser.ts';
import { cardBody, cardDetail, diffLines, draftDetail } from '../../testing/builders-knowledge.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the editor of a draft', () => {
  const desk = useDeskInBrowser('console');
  const sent = (method: string) => desk.server.api.asked.filter((one) => one.method === method).at(-1);
  const field = (name: string) => desk.page.getByRole('textbox', { name, exact: true });

  /** Opens the draft that the card's button makes. */
  async function openDraft(options = {}): Promise<Page> {
    await desk.showConsole('/knowledge/cards/water-meter', 'operator-demo', options);
    await desk.page.getByRole('button', { name: '改这张卡片' }).click();
    await field('办理时限 1').waitFor();
    return desk.page;
  }

  it('changes, adds, orders and removes by the keyboard, saves, and shows what citizens will see', async () => {
    const page = await openDraft();
    await expectAccessible(page);
    await picture(page, 'knowledge-draft', { fullPage: true });
    await field('办理时限 1').fill('承诺当天办结。');
    await page.getByRole('button', { name: '添加收费' }).press('Enter');
    await field('收费 2').fill('换表另收工本费。');
    await field('收费 2').press('Alt+ArrowUp');
    await expect.poll(() => field('收费 1').inputValue()).toBe('换表另收工本费。');
    await page.getByRole('button', { name: '收费 1 下移' }).press('Enter');
    await expect.poll(() => field('收费 2').inputValue()).toBe('换表另收工本费。');
    await page.getByRole('button', { name: '常见问题 1 移除' }).click();
    await page.getByText('水表过户').first().waitFor();
    expect(await page.getByRole('textbox', { name: '问（常见问题 1）' }).count()).toBe(0);
    await page.getByRole('button', { name: '撤销移除' }).click();
    await page.getByRole('textbox', { name: '问（常见问题 1）' }).waitFor();
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByText('草稿已保存').waitFor();
    expect(sent('PUT')).toMatchObject({
      path: '/api/cards/water-meter/versions/2',
      body: {
        revision: 5,
        body: {
          limits: [{ text: '承诺当天办结。', cited: { page: 2 } }],
          fees: [{ text: '不收费。' }, { text: '换表另收工本费。', certainty: 'memory' }],
          faqs: [{ question: '欠费能过户吗？' }],
        },
      },
    });
    await page.getByText('预览', { exact: true }).click();
    await page.getByRole('article').getByText('承诺当天办结。').waitFor();
    await expectAccessible(page);
  });

  it('says at each field what it lacks, and leads there', async () => {
    const page = await openDraft();
    await field('办理时限 1').fill('');
    await page.getByText('请填写').first().waitFor();
    expect(await field('办理时限 1').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: '情形 1 选项 2 移除' }).click();
    await page.getByText('至少要有两个选项').first().waitFor();
    await page.getByText('适用的情形已经不在了').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '去改 办理时限 1' }).click();
    await expect.poll(() => focusedName(page)).toBe('办理时限 1');
  });

  it('finds again what was typed when the page is reloaded, and warns before one leaves', async () => {
    const page = await openDraft();
    await field('名称').fill('水表过户与更名');
    await page.getByText('有没保存的改动，已记在这个浏览器里').waitFor();
    await page.reload();
    await page.getByText('找回了您上次没保存的内容').waitFor();
    expect(await field('名称').inputValue()).toBe('水表过户与更名');
    await expectAccessible(page);
    await page.getByRole('link', { name: '文件', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '还没有保存' });
    await dialog.waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '留下' }).click();
    expect(await field('名称').inputValue()).toBe('水表过户与更名');
    await page.getByRole('button', { name: '不要了，用已保存的' }).click();
    expect(await field('名称').inputValue()).toBe('水表过户');
    await page.getByRole('link', { name: '文件', exact: true }).click();
    await page.waitForURL(/documents$/);
  });

  it('shows what somebody else changed meanwhile, and keeps every word typed here', async () => {
    const page = await openDraft();
    const details = { revision: 9, changedBy: 'admin-demo', changedAt: '2026-11-23T03:00:00Z', lines: diffLines };
    const saves = desk.server.api.routes['PUT /api/cards/water-meter/versions/*']!;
    desk.server.api.routes['PUT /api/cards/water-meter/versions/*'] = (asked) =>
      (asked.body as { revision: number }).revision === 9
        ? saves(asked)
        : [409, { code: 'version_conflict', message: '别人刚改过。', details }];
    await field('名称').fill('水表更名');
    await page.getByRole('button', { name: '保存草稿' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'admin-demo 刚改过这份草稿' });
    await alert.locator('ins').filter({ hasText: '承诺 1 个工作日办结。' }).waitFor();
    expect(await field('名称').inputValue()).toBe('水表更名');
    await expectAccessible(page);
    await picture(page, 'knowledge-conflict', { fullPage: true });
    await alert.getByRole('button', { name: '仍保存我的' }).click();
    await page.getByText('草稿已保存').waitFor();
    expect(sent('PUT')).toMatchObject({ body: { revision: 9, body: { title: '水表更名' } } });
  });

  it('puts a stretch of the guide that was not understood into a field, with its place', async () => {
    const page = await openDraft();
    await page.getByText('表井由用户看护。').waitFor();
    expect(await page.getByRole('link', { name: '打开原文第 3 页' }).getAttribute('href')).toContain('start=60&end=68');
    await page.getByRole('combobox', { name: '放到哪里（温馨提示）' }).selectOption({ label: '标准与规则' });
    await page.getByRole('button', { name: '放进', exact: true }).click();
    expect(await field('标准与规则 1').inputValue()).toBe('表井由用户看护。');
    await page.getByText('指南里的话都归进去了').waitFor();
    await page.reload();
    await page.getByText('指南里的话都归进去了').waitFor();
    expect(await field('标准与规则 1').inputValue()).toBe('表井由用户看护。');
  });

  it('publishes from a day with a note, after showing what changes and how answers change', async () => {
    const page = await openDraft();
    await field('名称').fill('水表更名');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '发布这一版' });
    await dialog.locator('del').filter({ hasText: '承诺 3 个工作日办结。' }).waitFor();
    await dialog.getByRole('button', { name: '试一试' }).click();
    await dialog.getByText('1 个问题回答会变').waitFor();
    await dialog.getByLabel('从哪天起用').fill('2027-01-01');
    await dialog.getByLabel('改了什么').fill('更名');
    await expectAccessible(page);
    await picture(page, 'knowledge-publish');
    await dialog.getByRole('button', { name: '确认发布' }).click();
    await page.getByText('已发布，2027-01-01 起对市民生效').waitFor();
    expect(sent('POST')).toMatchObject({
      path: '/api/cards/water-meter/versions/2/publish',
      body: { revision: 6, validFrom: '2027-01-01', note: '更名' },
    });
  });

  it('says what the desk found missing when it publishes, and does not publish what the form sees is missing', async () => {
    const page = await openDraft();
    desk.server.api.routes['POST /api/cards/water-meter/versions/*/publish'] = () => [
      422,
      {
        code: 'card_incomplete',
        message: '还不能发布。',
        details: { problems: [{ path: 'materials/1/name', message: '与第 1 项重复' }] },
      },
    ];
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('button', { name: '确认发布' }).click();
    await page.getByText('申请材料 2：与第 1 项重复').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await field('牵头部门').fill('');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('先改好标出的地方').waitFor();
    expect(await page.getByRole('button', { name: '确认发布' }).isDisabled()).toBe(true);
  });

  it('discards a draft without asking about what was typed in it', async () => {
    const page = await openDraft();
    await field('名称').fill('不要了');
    await page.getByRole('button', { name: '丢弃草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '丢弃草稿' }).click();
    await page.getByText('草稿已丢弃').waitFor();
    expect(sent('DELETE')?.path).toBe('/api/cards/water-meter/versions/2?revision=5');
    await page.waitForURL(/water-meter$/);
  });

  it('begins a card from nothing, with the number it will keep', async () => {
    await desk.showConsole('/knowledge/cards', 'operator-demo');
    const { page } = desk;
    await page.getByRole('button', { name: '新建卡片' }).click();
    const dialog = page.getByRole('dialog', { name: '新建一张空白卡片' });
    await dialog.getByLabel('名称').fill('水表过户');
    await dialog.getByLabel('编号').fill('water-meter');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '建草稿' }).click();
    await page.waitForURL(/water-meter\/versions\/2$/);
    expect(sent('POST')?.body).toEqual({
      from: 'blank',
      id: 'water-meter',
      title: '水表过户',
      audience: 'personal',
    });
  });

  it('holds a long card on a phone, dark and in English', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ text: `第 ${at + 1} 步`, certainty: 'memory' as const }));
    desk.server.api.routes['GET /api/cards/*'] = () => [200, cardDetail()];
    desk.server.api.routes['GET /api/cards/water-meter/versions/*'] = () => [
      200,
      draftDetail({ body: cardBody({ steps: many }) }),
    ];
    const narrow = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' };
    await desk.showConsole('/knowledge/cards/water-meter/versions/2', 'operator-demo', narrow as object);
    await field('办理流程 12').waitFor();
    expect(await overflowsSideways(desk.page)).toBe(false);
    await expectAccessible(desk.page);
    await picture(desk.page, 'knowledge-draft-390', { fullPage: true });
    await desk.page.getByRole('button', { name: 'English' }).click();
    await desk.page.getByRole('button', { name: 'Move Steps 12 up' }).waitFor();
    await desk.page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowsSideways(desk.page)).toBe(false);
    await expectAccessible(desk.page);
  });
});
