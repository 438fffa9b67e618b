import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, overflowsSideways, picture } from '../../testing/browser.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

const reason = '调到区大数据局';
const handling = { role: 'unit_handler', district: '渝中区', unit: '渝中区城市管理局' };
const asking = { role: 'cadre', district: '渝中区', unit: null };

describe.skipIf(!hasChromium)('the duty of an account', () => {
  const desk = useDeskInBrowser('console');
  const sent = () =>
    desk.server.api.asked.filter(({ path }) => path === '/api/admin/accounts/wang.li/duty').map(({ body }) => body);
  const openForm = async () => {
    await desk.showConsole('/admin', 'admin-demo', { viewport: { width: 1280, height: 900 } });
    await desk.page.getByRole('button', { name: '改岗位 wang.li' }).click();
    return desk.page.getByRole('dialog', { name: '改 wang.li 的岗位' });
  };
  const fill = async (dialog: Awaited<ReturnType<typeof openForm>>) => {
    await dialog.getByRole('combobox', { name: '角色' }).click();
    await desk.page.getByRole('option', { name: '干部' }).click();
    await dialog.getByRole('combobox', { name: '承办单位' }).fill('');
    await dialog.getByRole('textbox', { name: '原因' }).fill(reason);
  };

  it('is changed with a reason, and changed back from the notice', async () => {
    const dialog = await openForm();
    const { page } = desk;
    await dialog.getByText('现在：单位经办员 · 渝中区 · 渝中区城市管理局').waitFor();
    expect(await dialog.getByRole('button', { name: '改岗位' }).isDisabled()).toBe(true); // nothing has changed
    await fill(dialog);
    await expectAccessible(page);
    await picture(page, 'console-admin-duty');
    await dialog.getByRole('button', { name: '改岗位' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const notice = page.getByRole('alert').filter({ hasText: 'wang.li 的岗位' });
    await notice.getByText('干部 · 渝中区').waitFor();
    await expectAccessible(page);
    await picture(page, 'console-admin-duty-undo');
    await notice.getByRole('button', { name: '撤销' }).click();
    await page.getByText('wang.li 的岗位：单位经办员 · 渝中区 · 渝中区城市管理局').waitFor();
    expect(sent()).toEqual([
      { from: handling, to: asking, reason },
      { from: asking, to: handling, reason: `撤销改动：${reason}` },
    ]);
  });

  it('shows what somebody else made of it meanwhile, keeps what was chosen, and sends that knowingly', async () => {
    const dialog = await openForm();
    const { server, page } = desk;
    await fill(dialog);
    const [, before] = server.api.routes['GET /api/admin/accounts']!({} as never);
    const accounts = structuredClone(before) as { items: { name: string; role: string }[] };
    for (const account of accounts.items) if (account.name === 'wang.li') account.role = 'operator';
    server.api.routes['GET /api/admin/accounts'] = () => [200, accounts];
    server.api.routes['POST /api/admin/accounts/*/duty'] = () => [
      409,
      { code: 'account_changed', message: '岗位刚被别人改过。' },
    ];
    await dialog.getByRole('button', { name: '改岗位' }).click();
    await dialog.getByRole('alert').getByText('刚被别人改过').waitFor();
    await dialog.getByText('现在：服务运营员 · 渝中区 · 渝中区城市管理局').waitFor();
    await expectAccessible(page);
    server.api.routes['POST /api/admin/accounts/*/duty'] = () => [204, null];
    await dialog.getByRole('button', { name: '改岗位' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(sent().at(-1)).toEqual({ from: { ...handling, role: 'operator' }, to: asking, reason });
  });

  it('is nobody’s own to change, and fits a phone', async () => {
    await desk.showConsole('/admin', 'admin-demo', { viewport: { width: 390, height: 844 } });
    await desk.page.getByRole('button', { name: '改岗位 wang.li' }).waitFor();
    expect(await desk.page.getByRole('button', { name: '改岗位 admin-demo' }).count()).toBe(0);
    await desk.page.getByRole('button', { name: '改岗位 wang.li' }).click();
    await desk.page.getByRole('dialog', { name: '改 wang.li 的岗位' }).waitFor();
    expect(await overflowsSideways(desk.page)).toBe(false);
  });
});
