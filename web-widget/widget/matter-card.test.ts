import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { focusedName, hasChromium } from '../testing/browser.ts';
import { answered, matterShown, ticketReply } from '../testing/builders.ts';
import { answerWith, ask } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';
import { progressShown } from '../testing/fake-ticket-routes.ts';
import { cardAsText } from './matter-card-as-text.ts';
import { applies, progressOf } from './matter-cards.ts';
import { zh } from './zh.ts';

describe('a card', () => {
  const card = matterShown();

  it('keeps the lines that fit the situation, and all while nothing is chosen', () => {
    const count = (situation: Record<string, string>) =>
      card.materials.filter((line) => applies(line, { ticked: [], situation })).length;
    expect([count({}), count({ premises: 'rented' }), count({ premises: 'own' }), count({ other: 'x' })]).toEqual([
      4, 3, 3, 4,
    ]);
  });

  it('counts as ready only what is needed', () => {
    const notes = { ticked: ['房产证（原件）', '经营者身份证（原件）'], situation: { premises: 'rented' } };
    expect(progressOf(card, notes)).toEqual({ ticked: 1, of: 3 });
  });

  it('is taken away as text with ticks, what is not sure, and where it comes from', () => {
    const text = cardAsText(card, { ticked: ['经营者身份证（原件）'], situation: { premises: 'rented' } }, zh);
    expect(text).toContain('您的情况\n· 铺面是租的还是自己的？ 租的');
    expect(text).toContain(
      '申请材料（已备好 1 项，共 3 项）\n☑ 经营者身份证（原件）\n☐ 健康证明（原件）（以渝快办当前指南为准）\n☐ 租赁合同',
    );
    expect(text).toMatch(/2025-01-01 起有效的版本.*AI 整理，仅供参考/);
    expect(text).not.toContain('收费');
  });
});

describe.skipIf(!hasChromium)('the card over the conversation', () => {
  const desk = useDeskInBrowser('widget');
  const button = (name: string | RegExp) => desk.page.getByRole('button', { name, exact: true });
  const open = async (options = {}) => {
    answerWith(desk, answered());
    await desk.show('/', options);
    await ask(desk, '开面馆');
    await button('打开《开办小面馆》的办事清单').click();
    await desk.page.getByRole('checkbox').first().waitFor();
  };

  it('keeps ticks and situation over a reload, and another version begins anew', async () => {
    await open();
    await desk.page.getByRole('checkbox', { name: '经营者身份证' }).check();
    await desk.page.getByText('说说您的情况').click();
    await button('租的').click();
    await desk.page.getByText('已备好 1 项，共 3 项').waitFor();
    expect(await desk.page.getByText('房产证').count()).toBe(0);
    await desk.page.keyboard.press('Escape');
    expect(await focusedName(desk.page)).toBe('打开《开办小面馆》的办事清单');
    await desk.page.reload();
    await button('打开《开办小面馆》的办事清单').click();
    await desk.page.getByText('已备好 1 项，共 3 项').waitFor();
    await desk.page.keyboard.press('Escape');
    answerWith(desk, answered({ matter: { id: 'noodle-shop', version: '2026-01-01', title: '开办面馆新规' } }));
    await ask(desk, '开面馆');
    await button('打开《开办面馆新规》的办事清单').click();
    await desk.page.getByText('已备好 0 项，共 4 项').waitFor();
    expect(desk.server.api.asked.at(-1)?.path).toBe('/api/matters/noodle-shop?version=2026-01-01');
  });

  it('is saved as text and as a page that holds no markup of the card', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    desk.server.api.routes['GET /api/matters/*'] = () => [
      200,
      matterShown({ materials: [{ text: hostile, uncertain: false }] }),
    ];
    await open();
    const save = async (name: string) => {
      const [download] = await Promise.all([desk.page.waitForEvent('download'), button(name).click()]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    };
    const text = await save('保存为文字');
    expect([text.name, text.text.startsWith('\ufeff开办小面馆'), text.text.includes(`☐ ${hostile}`)]).toEqual([
      '开办小面馆.txt',
      true,
      true,
    ]);
    const page = await save('保存（可打印）');
    expect(page.name).toBe('开办小面馆.html');
    expect(page.text).toMatch(/^<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">/);
    expect(page.text).toContain('☐　&lt;img src=x onerror=alert(1)&gt;');
  });

  it('prints alone, and is shared by the device or else copied', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await button('打印').click();
    const frame = desk.page.locator('yuwen-chat iframe');
    expect(await frame.evaluate((shown) => (shown as HTMLIFrameElement).contentDocument!.title)).toBe('开办小面馆');
    await desk.page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }));
    await button('分享').click();
    await button('已复制').waitFor();
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toContain('☐ 经营者身份证（原件）');
    await desk.page.evaluate(() => {
      const share = (shared: ShareData) => Promise.resolve(Object.assign(globalThis, { shared }));
      Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    });
    await button('已复制').click();
    await expect
      .poll(() => desk.page.evaluate(() => (globalThis as unknown as { shared?: ShareData }).shared?.title))
      .toBe('开办小面馆');
  });

  it('says so when it cannot be opened, and when newer rules hold', async () => {
    desk.server.api.routes['GET /api/matters/*'] = () => [200, matterShown({ newerVersion: '2026-01-01' })];
    await open();
    await desk.page.getByText('2026-01-01 起有新的办理规定').waitFor();
    await desk.page.keyboard.press('Escape');
    desk.server.api.routes['GET /api/matters/*'] = () => [404, { code: 'not_found', message: '…' }];
    await button('打开《开办小面馆》的办事清单').click();
    await desk.page.getByText('办事清单暂时打不开').waitFor();
  });

  it('of a ticket takes a judgement item by item, and keeps it when the desk is out of reach', async () => {
    const items = [
      { id: 1, text: '规定收摊时间', state: 'answered' as const, answer: '已约定 22 点收摊。' },
      { id: 2, text: '清理油污', state: 'answered' as const, answer: '已清理。' },
    ];
    const routes = desk.server.api.routes;
    routes['POST /api/ticket-progress'] = () => [200, progressShown({ mayJudge: true, status: 'replied', items })];
    routes['POST /api/ticket-progress/verdicts'] = () => [
      503,
      { code: 'unavailable', message: '系统正忙，请稍后再试。' },
    ];
    answerWith(desk, ticketReply());
    await desk.show();
    await ask(desk, '太吵了');
    await button('查看办理进度').click();
    await button('提交评价').click();
    await desk.page.getByText('请先选：至少评价一项').waitFor();
    await desk.page.getByRole('group', { name: '第 2 项：清理油污' }).getByLabel('没有解决').check();
    await button('提交评价').click();
    await desk.page.getByText('系统正忙，请稍后再试。').waitFor();
    routes['POST /api/ticket-progress/verdicts'] = () => [200, progressShown({ status: 'reopened', items })];
    await button('提交评价').click();
    await desk.page.getByText('收到您的评价了').waitFor();
    expect(desk.server.api.asked.at(-1)?.body).toEqual({
      number: '20261123-000001',
      secret: 'a-secret',
      verdicts: [{ item: 2, verdict: 'not' }],
      satisfaction: null,
      comment: null,
    });
  });
});
