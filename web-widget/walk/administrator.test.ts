import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

/** The administrator at work on a whole real desk: people, other systems, switches, terms, and what the audit says of it. */
describe.skipIf(!hasChromium)('the administrator’s day', () => {
  let live: LiveDesk;
  let admin: Page;
  let errors: string[];

  beforeAll(async () => {
    live = await openLiveDesk('2026-11-23T09:00:00+08:00');
    const opened = await live.openPage('/console/log-in');
    admin = opened.page;
    errors = opened.errors;
    await live.logIn(admin, 'admin');
  }, 600_000);
  afterAll(async () => {
    await live?.close();
    expect(errors ?? []).toEqual([]);
  });

  const go = async (path: string, heading: string) => {
    await admin.goto(`${live.address}/console/admin${path}`);
    await admin.getByRole('heading', { level: 1, name: heading }).waitFor();
  };

  it('lets a new handler in, and out again at once', async () => {
    await go('', '账号');
    await admin.getByRole('button', { name: '新建账号' }).click();
    const form = admin.getByRole('dialog', { name: '新建账号' });
    await form.getByRole('textbox', { name: '登录名' }).fill('wang.li');
    await form.getByRole('textbox', { name: '姓名' }).fill('王丽');
    await form.getByLabel('区县').first().fill('渝中');
    await admin.getByRole('option', { name: '渝中区' }).click();
    await form.getByLabel('承办单位').first().fill('城市管理');
    await admin.getByRole('option', { name: '渝中区城市管理局' }).click();
    await form.getByRole('button', { name: '新建账号' }).click();
    const shown = admin.getByRole('dialog', { name: 'wang.li 的密码' });
    const password = await shown.getByRole('textbox', { name: '密码' }).inputValue();
    await shown.getByRole('button', { name: '我已记下，关闭' }).click();

    const { page } = await live.openPage('/console/log-in');
    await page.getByLabel('账号').fill('wang.li');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '工单' }).waitFor();

    await admin.getByRole('button', { name: '停用 wang.li' }).click();
    const dialog = admin.getByRole('dialog', { name: '停用 wang.li' });
    await dialog.getByRole('textbox', { name: '原因' }).fill('借调结束');
    await dialog.getByRole('button', { name: '停用' }).click();
    await admin
      .getByRole('row', { name: /wang\.li/u })
      .getByText('已停用')
      .waitFor();
    await expectAccessible(admin);
    await page.reload();
    await page.getByRole('button', { name: '登录' }).waitFor();
    await page.context().close();
  });

  it('does not let an administrator lock everybody out', async () => {
    await admin.getByRole('button', { name: '停用 admin' }).click();
    const dialog = admin.getByRole('dialog', { name: '停用 admin' });
    await dialog.getByRole('textbox', { name: '原因' }).fill('试试看行不行');
    await dialog.getByRole('button', { name: '停用' }).click();
    await dialog.getByRole('alert').getByText('不能停用自己的账号').waitFor();
  });

  it('gives a call centre a key that opens its door until it is revoked', async () => {
    await go('/keys', '访问密钥');
    await admin.getByText('还没有签发过密钥。').waitFor();
    await admin.getByRole('button', { name: '签发密钥' }).click();
    const form = admin.getByRole('dialog', { name: '签发密钥' });
    await form.getByRole('textbox', { name: '用途' }).fill('12345 呼叫中心');
    await form.getByRole('checkbox', { name: '热线通话流' }).check();
    await form.getByRole('button', { name: '签发密钥' }).click();
    const shown = admin.getByRole('dialog', { name: '“12345 呼叫中心”的密钥' });
    const token = await shown.getByRole('textbox', { name: '完整令牌' }).inputValue();
    await shown.getByRole('button', { name: '我已记下，关闭' }).click();
    const calls = async () => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${live.address}/api/calls`, { headers });
      return answer.ok ? 'open' : ((await answer.json()) as { code: string }).code;
    };
    expect(await calls()).toBe('open');
    await admin.getByRole('button', { name: '停用密钥 12345 呼叫中心' }).click();
    const dialog = admin.getByRole('dialog', { name: '停用密钥 12345 呼叫中心' });
    await dialog.getByRole('textbox', { name: '原因' }).fill('换了供应商');
    await dialog.getByRole('button', { name: '停用' }).click();
    await admin.getByText('admin：换了供应商').waitFor();
    expect(await calls()).toBe('key_revoked');
    await expectAccessible(admin);
  });

  it('turns the chat off for a citizen who is using it, and on again', async () => {
    const { page } = await live.openPage('/');
    const box = page.getByRole('textbox', { name: '输入您的问题' });
    await box.waitFor();

    await go('/switches', '开关');
    const turn = async (title: string, reason: string) => {
      // Where people click: the input itself is drawn over.
      const row = admin.getByRole('listitem').filter({ has: admin.getByRole('heading', { name: '在线对话' }) });
      await row.locator('.mantine-Switch-track').click();
      const dialog = admin.getByRole('dialog', { name: title });
      await dialog.getByRole('textbox', { name: '原因' }).fill(reason);
      await dialog.getByRole('button', { name: title }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await turn('关闭“在线对话”', '机房检修');
    await admin.getByText('admin：机房检修').waitFor();
    await picture(admin, 'admin-switches-live');

    await box.fill('上户口要带什么材料');
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByText('在线对话暂时停用').first().waitFor();
    await picture(page, 'widget-surface-off');
    await turn('打开“在线对话”', '检修完毕');
    await page.context().close();
  });

  it('keeps calls longer, and finds all of it in the audit and in the file', async () => {
    await go('/retention', '保存期限');
    await admin.getByRole('button', { name: '修改“通话文字记录”的保存期限' }).click();
    const dialog = admin.getByRole('dialog', { name: '修改“通话文字记录”的保存期限' });
    await dialog.getByRole('textbox', { name: '保存天数' }).fill('365');
    await dialog.getByText('今晚没有要删除的').waitFor();
    await dialog.getByRole('textbox', { name: '原因' }).fill('档案室要求');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await admin.getByRole('heading', { name: '通话文字记录 · 365 天' }).waitFor();

    await go('/audit?actor=admin', '操作记录');
    for (const [action, detail] of [
      ['retention-set', '档案室要求'],
      ['switch-off', '机房检修'],
      ['key-revoked', '换了供应商'],
      ['account-disabled', '借调结束'],
    ] as const)
      await admin.getByRole('row').filter({ hasText: action }).filter({ hasText: detail }).waitFor();
    await expectAccessible(admin);
    await picture(admin, 'admin-audit-live');
    const [download] = await Promise.all([
      admin.waitForEvent('download'),
      admin.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('audit-2026-11-23.csv');
    expect(await readFile(await download.path(), 'utf8')).toContain('account-created');
  });
});
