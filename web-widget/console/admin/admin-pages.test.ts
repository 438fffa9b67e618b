import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, overflowsSideways, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

const paths = ['', '/keys', '/switches', '/retention', '/audit'] as const;
const apiOf: Record<(typeof paths)[number], string> = {
  '': 'accounts',
  '/keys': 'keys',
  '/switches': 'switches',
  '/retention': 'retention',
  '/audit': 'audit',
};
const nameOf = (path: string) => `console-admin${path.replace('/', '-')}`;

describe.skipIf(!hasChromium)('the administrator’s pages', () => {
  const desk = useDeskInBrowser('console');
  const bodyOf = (path: string) =>
    desk.server.api.asked.find((asked) => asked.path === path && asked.method === 'POST')?.body;

  it.each(paths)(
    'are accessible and stand on a wide screen and on a phone, light and dark, in both languages: %s',
    async (path) => {
      await desk.showConsole(`/admin${path}`, 'admin-demo', { viewport: { width: 1280, height: 900 } });
      const { page } = desk;
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('heading', { level: 1 }).and(page.locator(':visible')).waitFor();
      await page.getByText('演示').or(page.getByText('机房检修')).or(page.getByText('档案室要求')).first().waitFor();
      await expectAccessible(page);
      await picture(page, nameOf(path), { fullPage: true });
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await overflowsSideways(page)).toBe(false);
      await picture(page, `${nameOf(path)}-phone`, { fullPage: true });
      await page.getByRole('button', { name: '深色' }).click();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: 'Dark', pressed: true }).waitFor();
      expect(await overflowsSideways(page)).toBe(false);
      await expectAccessible(page);
      await picture(page, `${nameOf(path)}-phone-dark`, { fullPage: true });
      await page.setViewportSize({ width: 1280, height: 900 });
      await picture(page, `${nameOf(path)}-dark`, { fullPage: true });
    },
  );

  it.each(paths)('say what went wrong and try again: %s', async (path) => {
    const route = `GET /api/admin/${apiOf[path]}`;
    await desk.showConsole('/tickets', 'admin-demo');
    const { page, server } = desk;
    const good = server.api.routes[route]!;
    server.api.routes[route] = () => [403, { code: 'not_allowed', message: '您的账号没有这项权限，请联系管理员。' }];
    await page.goto(`${server.url}/console/admin${path}`);
    await page.getByRole('alert').getByText('没有这项权限').waitFor();
    await expectAccessible(page);
    server.api.routes[route] = good;
    await page.getByRole('button', { name: '重试' }).click();
    await page
      .getByRole('alert')
      .waitFor({ state: 'hidden' })
      .catch(() => {});
    expect(await page.getByText('没有这项权限').count()).toBe(0);
  });

  it.each([
    ['/keys', 'GET /api/admin/keys', { items: [] }, '还没有签发过密钥。'],
    ['/audit?actor=nobody', 'GET /api/admin/audit', { items: [], total: 0 }, '没有符合条件的记录。'],
  ])('say when there is nothing: %s', async (path, route, nothing, sentence) => {
    await desk.showConsole('/tickets', 'admin-demo');
    desk.server.api.routes[route] = () => [200, nothing];
    await desk.page.goto(`${desk.server.url}/console/admin${path}`);
    await desk.page.getByText(sentence).waitFor();
    await expectAccessible(desk.page);
  });

  it('are reached by administrators alone', async () => {
    await desk.showConsole('/tickets', 'operator-demo');
    expect(await desk.page.getByRole('link', { name: '管理', exact: true }).count()).toBe(0);
    await desk.showConsole('/tickets', 'admin-demo');
    await desk.page.getByRole('link', { name: '管理', exact: true }).click();
    await desk.page.getByRole('heading', { level: 1, name: '账号' }).waitFor();
  });

  it('make an account by the keyboard alone and show its password once', async () => {
    await desk.showConsole('/admin', 'admin-demo');
    const { page } = desk;
    await page.getByRole('button', { name: '新建账号' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '新建账号' });
    await dialog.getByRole('textbox', { name: '登录名' }).waitFor();
    await expectAccessible(page);
    await expect
      .poll(() => dialog.getByRole('textbox', { name: '登录名' }).evaluate((field) => field === document.activeElement))
      .toBe(true);
    await page.keyboard.type('Li.Na');
    await page.keyboard.press('Tab');
    await page.keyboard.type('李娜');
    await page.keyboard.press('Tab'); // role
    await page.keyboard.press('Tab'); // district
    await page.keyboard.type('渝中');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await picture(page, 'console-admin-new-account');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const shown = page.getByRole('dialog', { name: 'li.na 的密码' });
    expect(await shown.getByRole('textbox', { name: '密码' }).inputValue()).toBe('kXw7Rm2pTq9z');
    await expectAccessible(page);
    await page.keyboard.press('Escape'); // a slip does not lose it
    await shown.getByRole('button', { name: '我已记下，关闭' }).focus();
    await picture(page, 'console-admin-password');
    await page.keyboard.press('Enter');
    await shown.waitFor({ state: 'hidden' });
    expect(bodyOf('/api/admin/accounts')).toEqual({
      name: 'li.na',
      displayName: '李娜',
      role: 'unit_handler',
      district: '渝中区',
      unit: null,
    });
  });

  it('keep what was typed when the desk refuses, and say why', async () => {
    await desk.showConsole('/admin', 'admin-demo');
    const { page, server } = desk;
    server.api.routes['POST /api/admin/accounts/*/disabled'] = () => [
      409,
      { code: 'account_last_administrator', message: '这是最后一个可用的管理员账号，请先新建或启用另一位管理员。' },
    ];
    await page.getByRole('button', { name: '停用 wang.li' }).click();
    const dialog = page.getByRole('dialog', { name: '停用 wang.li' });
    await dialog.getByRole('textbox', { name: '原因' }).fill('岗位调整');
    await dialog.getByRole('button', { name: '停用' }).click();
    await dialog.getByRole('alert').getByText('最后一个可用的管理员').waitFor();
    expect(await dialog.getByRole('textbox', { name: '原因' }).inputValue()).toBe('岗位调整');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('issue a key and show its secret, id and token', async () => {
    await desk.showConsole('/admin/keys', 'admin-demo');
    const { page } = desk;
    await page.getByRole('button', { name: '签发密钥' }).click();
    const dialog = page.getByRole('dialog', { name: '签发密钥' });
    await dialog.getByRole('textbox', { name: '用途' }).fill('门户');
    expect(await dialog.getByRole('button', { name: '签发密钥' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: '工具接口（MCP）' }).check();
    await dialog.getByRole('checkbox', { name: '可以登记工单' }).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '签发密钥' }).click();
    const shown = page.getByRole('dialog', { name: '“门户”的密钥' });
    expect(await shown.getByRole('textbox', { name: '完整令牌' }).inputValue()).toMatch(/^Ab12Cd34Ef56\.b2hM/u);
    await picture(page, 'console-admin-key');
    expect(bodyOf('/api/admin/keys')).toEqual({ name: '门户', doors: ['mcp'], filesTickets: true });
  });

  it('turn a switch only after its reason', async () => {
    await desk.showConsole('/admin/switches', 'admin-demo');
    const { page } = desk;
    await page.getByRole('switch', { name: '在线对话' }).focus();
    await page.keyboard.press('Space');
    const dialog = page.getByRole('dialog', { name: '关闭“在线对话”' });
    await dialog.getByText('12345').waitFor();
    await expectAccessible(page);
    await picture(page, 'console-admin-switch');
    await dialog.getByRole('button', { name: '关闭“在线对话”' }).click(); // the browser asks for a reason first
    expect(bodyOf('/api/admin/switches/chat')).toBeUndefined();
    await dialog.getByRole('textbox', { name: '原因' }).fill('机房检修');
    await dialog.getByRole('button', { name: '关闭“在线对话”' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(bodyOf('/api/admin/switches/chat')).toEqual({ on: false, reason: '机房检修' });
  });

  it('show how much would go before a term can be saved', async () => {
    await desk.showConsole('/admin/retention', 'admin-demo');
    const { page } = desk;
    await page.getByRole('button', { name: '修改“市民对话”的保存期限' }).click();
    const dialog = page.getByRole('dialog', { name: '修改“市民对话”的保存期限' });
    const save = dialog.getByRole('button', { name: '保存', exact: true });
    const days = dialog.getByRole('textbox', { name: '保存天数' });
    await dialog.getByText('今晚没有要删除的').waitFor();
    expect(await save.isDisabled()).toBe(true); // nothing has changed
    await days.fill('7');
    expect(await save.isDisabled()).toBe(true); // out of bounds
    await days.fill('90');
    await dialog.getByText('今晚会删除 1240 条').waitFor();
    await expectAccessible(page);
    await picture(page, 'console-admin-days');
    await dialog.getByRole('textbox', { name: '原因' }).fill('最小必要');
    await save.click();
    await dialog.waitFor({ state: 'hidden' });
    expect(bodyOf('/api/admin/retention/conversations')).toEqual({ days: 90, reason: '最小必要' });
  });

  it('look through the audit by address, and run nothing that is written in it', async () => {
    await desk.showConsole('/admin/audit', 'admin-demo');
    const { page, server } = desk;
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    await page
      .getByRole('combobox', { name: '做了什么' })
      .or(page.getByRole('textbox', { name: '做了什么' }))
      .fill('switch-');
    await page.getByLabel('从', { exact: true }).fill('2026-11-20');
    await page.getByRole('button', { name: '查询' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?action=switch-&from=2026-11-20');
    await expect
      .poll(() => server.api.asked.at(-1)?.path)
      .toBe('/api/admin/audit?action=switch-&from=2026-11-19T16%3A00%3A00.000Z&page=1&pageSize=20');
    await page
      .getByRole('button', { name: 'Next page' })
      .or(page.getByRole('button', { name: 'next' }))
      .click();
    await expect.poll(() => new URL(page.url()).search).toBe('?action=switch-&from=2026-11-20&page=2');
    await page.getByRole('button', { name: '清除条件' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });
});
