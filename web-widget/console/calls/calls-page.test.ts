import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { call, finding, utterance, warning } from '../../testing/builders-calls.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';
import { fakeCallRoutes } from '../../testing/fake-call-routes.ts';

describe.skipIf(!hasChromium)('the hotline pages', () => {
  const desk = useDeskInBrowser('console');
  const show = (path = '/calls/call-1') => desk.showConsole(path, 'hotline-demo');
  const withCall = (fields: Parameters<typeof call>[0]) =>
    Object.assign(desk.server.api.routes, fakeCallRoutes(call(fields)));
  const posted = () => desk.server.api.asked.filter(({ method }) => method === 'POST');
  const field = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

  it('lists calls with what presses first', async () => {
    await show('/calls');
    await desk.page.getByRole('table').waitFor();
    const titles = await desk.page.locator('tbody tr td:nth-child(2)').allInnerTexts();
    expect(titles).toEqual(['燃气味很大', '解放碑步行街烧烤摊夜间噪声', '还没听出要办什么']);
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-calls');
    desk.server.api.routes['GET /api/calls'] = () => [200, { items: [] }];
    await desk.page.reload();
    await desk.page.getByText('现在没有通话').waitFor();
    await expectAccessible(desk.page);
  });

  it('shows what is said, what to say with its passage, the draft with what it lacks, and likenesses', async () => {
    await show();
    const { page } = desk;
    await page.getByText('正在说…').waitFor();
    await page.locator('li', { hasText: '解放碑步行街' }).getByText('听不太清').waitFor();
    await page.getByText('还缺：回访电话').waitFor();
    await page.getByText('把握 55% · 请核对').waitFor();
    await page.getByText('相像 91%').waitFor();
    await page.getByRole('button', { name: '《社会生活噪声》' }).click();
    await page.getByRole('region', { name: '《社会生活噪声》的原文' }).locator('mark').waitFor();
    await page.getByRole('button', { name: '第 2 句' }).first().click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('烧烤摊半夜吵得很');
    await expectAccessible(page);
    await picture(page, 'console-call', { fullPage: true });
  });

  it('takes decisions by single keys, never on what was not chosen, and takes them back', async () => {
    await show();
    const { page } = desk;
    await page.getByText('还缺：回访电话').waitFor();
    await page.keyboard.press('a');
    expect(posted()).toEqual([]);
    await page.keyboard.press('a');
    await field(page, '可以这样答').getByText('已采纳').waitFor();
    await page.keyboard.press('u');
    await field(page, '可以这样答').getByRole('button', { name: '采纳' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: '应当是' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: '应当是' }).fill('占道');
    await page.getByRole('option', { name: '占道经营' }).click();
    await page.getByRole('textbox', { name: '理由' }).fill('a j u: letters while typing');
    await page.getByRole('button', { name: '提交' }).click();
    await field(page, '类别').getByText('将成为评测用例').waitFor();
    expect(posted().map(({ path, body }) => [path, body])).toEqual([
      ['/api/calls/call-1/suggestions/answer-1', { decision: 'accepted', version: 7 }],
      ['/api/calls/call-1/suggestions/answer-1', { decision: 'withdrawn', version: 8 }],
      [
        '/api/calls/call-1/suggestions/category-1',
        { decision: 'corrected', corrected: { category: 'C03.01' }, reason: 'a j u: letters while typing', version: 9 },
      ],
    ]);
  });

  it('lets single keys be switched off, for good', async () => {
    await show();
    const { page } = desk;
    await page.getByText('单键操作').first().click();
    await page.getByRole('switch', { name: '用单键操作' }).press('Space');
    await page.reload();
    await page.getByText('还缺：回访电话').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    expect(posted()).toEqual([]);
  });

  it('stops following when one scrolls up, and goes to the latest', async () => {
    const utterances = Array.from({ length: 40 }, (_, at) => utterance(at + 1, `第 ${at + 1} 句话`));
    await show();
    withCall({ utterances });
    await desk.page.reload();
    const { page } = desk;
    const last = page.getByText('第 40 句话', { exact: true });
    await expect.poll(() => inSight(page, 'utterance-40')).toBe(true);
    await page.locator('.transcript-box').evaluate((box) => box.scrollTo(0, 0));
    withCall({ utterances: [...utterances, utterance(41, '新说的话')], version: 8 });
    desk.server.chat.callChanged('call-1', 8);
    await page.getByRole('button', { name: '到最新（1 句新的）' }).waitFor();
    expect(await inSight(page, 'utterance-41')).toBe(false);
    await page.keyboard.press('t');
    await expect.poll(() => inSight(page, 'utterance-41')).toBe(true);
    await last.waitFor();
    await expectAccessible(page);
  });

  it('puts an emergency above everything, and tells screen readers at once', async () => {
    await show();
    withCall({ emergency: true, version: 8, state: { ...call().state, suggestions: [warning()] } });
    desk.server.chat.callChanged('call-1', 8);
    const { page } = desk;
    await page.getByRole('alert').filter({ hasText: '119 96111' }).waitFor({ state: 'attached' });
    const box = page.getByRole('article', { name: '紧急情况' });
    await box.getByText('119 · 96111').waitFor();
    await expectAccessible(page);
    await picture(page, 'console-call-emergency');
    await box.getByRole('button', { name: '已告知市民' }).click();
    await box.getByText('已采纳').waitFor();
  });

  it('asks before it files, shows the number when it is there, and adds to another ticket instead', async () => {
    await show();
    const { page } = desk;
    withCall({ findings: [finding()] });
    await page.reload();
    await page.getByText('还缺：回访电话').waitFor();
    await page.keyboard.press('f');
    await page.getByRole('alert').getByText('清理占道桌椅').waitFor();
    await expectAccessible(page);
    expect(posted()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '已登记工单 20261123-000001' }).waitFor();
    expect(posted().at(-1)).toMatchObject({ path: '/api/calls/call-1/ticket', body: { confirm: true } });
    withCall({});
    await page.reload();
    await page.getByRole('button', { name: '并入这张，不另登记' }).click();
    await page.getByRole('button', { name: '确认并入' }).click();
    await page.getByRole('link', { name: '已并入工单 20261122-000007' }).waitFor();
    await expectAccessible(page);
  });

  it('settles what differs after the call, with a reason', async () => {
    await show();
    const { page } = desk;
    const summary = [{ text: '市民反映烧烤摊夜间噪声。', heardIn: [2] }];
    withCall({ endedAt: '2026-11-23T02:03:00Z', summary, findings: [finding()] });
    await page.reload();
    await page.getByText('市民反映烧烤摊夜间噪声。').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认无误' }).click();
    await page.getByRole('textbox', { name: '怎么改的' }).fill('市民说不用了');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('确认无误（hotline-demo）').waitFor();
    await picture(page, 'console-call-ended', { fullPage: true });
  });

  it('keeps typed words over another operator being faster, and over a reload', async () => {
    await show();
    const { page, server } = desk;
    const refuse = () => [409, { code: 'suggestion_decided', message: '', details: { by: 'hotline-2', decision: 'rejected' } }] as [number, unknown]; // biome-ignore format: one answer
    const accept = server.api.routes['POST /api/calls/*']!;
    await field(page, '地点').getByRole('button', { name: '更正' }).click();
    await page.getByRole('textbox', { name: '应当是' }).fill('渝中区临江门');
    await page.reload();
    expect(await page.getByRole('textbox', { name: '应当是' }).inputValue()).toBe('渝中区临江门');
    server.api.routes['POST /api/calls/*'] = refuse;
    await page.getByRole('button', { name: '提交' }).click();
    await field(page, '地点').getByRole('alert').getByText('hotline-2：没有采用').waitFor();
    await expectAccessible(page);
    server.api.routes['POST /api/calls/*'] = accept;
    await page.getByRole('button', { name: '看过了，仍按我的提交' }).click();
    await field(page, '地点').getByText('渝中区临江门').waitFor();
    await field(page, '地点').getByText('已更正').waitFor();
  });

  it('says when the connection is lost, keeps what is shown, and catches up', async () => {
    await show();
    const { page } = desk;
    await page.getByText('还缺：回访电话').waitFor();
    await page.context().setOffline(true);
    await page.getByText('连不上服务', { exact: true }).waitFor();
    await page.getByText('我们楼下烧烤摊半夜吵得很。').waitFor();
    await expectAccessible(page);
    withCall({ utterances: [utterance(1, '断线时说的话')], version: 9 });
    await page.context().setOffline(false);
    await page.getByText('断线时说的话').waitFor();
    await page.getByText('连不上服务', { exact: true }).waitFor({ state: 'detached' });
  });
});

/** Whether a line of the transcript is within what its box shows. */
function inSight(page: Page, id: string): Promise<boolean> {
  return page.evaluate((name) => {
    const line = document.getElementById(name)!.getBoundingClientRect();
    const box = document.querySelector('.transcript-box')!.getBoundingClientRect();
    return line.top < box.bottom && line.bottom > box.top;
  }, id);
}
