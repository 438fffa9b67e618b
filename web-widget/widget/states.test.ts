import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cutOff, expectAccessible, hasChromium, overflowsSideways, picture } from '../testing/browser.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';
import { progressShown } from '../testing/fake-ticket-routes.ts';
import type { Reply } from './reply-types.ts';

const replies: Record<string, Reply> = {
  clarifying: {
    outcome: 'clarifying',
    text: '是第一次办，还是补办？',
    options: [{ label: '第一次办', send: '第一次办' }],
  },
  refused: { outcome: 'refused', by: 'unsafe', text: '这个问题涉及违法，我不能提供帮助。' },
  'handed-over': { outcome: 'handed_over', text: '可以的。请拨打 12345。' },
  emergency: { outcome: 'emergency', text: '请先离开危险的地方。', numbers: ['119', '120'] },
  nothing: {
    outcome: 'nothing_found',
    text: '没有找到依据，不敢乱说。',
    options: [{ label: '登记工单', send: '登记' }],
  },
  failed: { outcome: 'failed', code: 'turn_failed', text: '抱歉，系统刚才出了问题。' },
  partial: { ...answered(), outcome: 'partial', missing: ['各区县的收费标准'] } as Reply,
};

const chinese = {
  box: '输入您的问题',
  send: '发送',
  basis: /^来源 1：/,
  card: /^打开《/,
  close: '关闭',
  person: '找人工',
  progress: '查看办理进度',
};
const english = { box: 'Type your question', send: 'Send', basis: /^Source 1:/, card: /^Open the checklist/, close: 'Close', person: 'A person', progress: 'See progress' }; // biome-ignore format: two rows of one table

const looks: [name: string, path: string, words: typeof chinese, options: BrowserContextOptions][] = [
  ['light', '/', chinese, {}],
  ['dark', '/', chinese, { colorScheme: 'dark' }],
  ['English', '/en.html', english, {}],
  ['dark English on a phone', '/en.html', english, { colorScheme: 'dark', viewport: { width: 390, height: 780 } }],
  ['forced colours', '/', chinese, { forcedColors: 'active' }],
]; // biome-ignore format: a table

describe.skipIf(!hasChromium)('every state of the window can be used by everybody', () => {
  const desk = useDeskInBrowser('widget');

  it.each(looks)('%s', async (look, path, words, options) => {
    const { server } = desk;
    const state = async (name: string) => {
      await expectAccessible(desk.page);
      expect([name, await overflowsSideways(desk.page), await cutOff(desk.page)]).toEqual([name, false, []]);
      await picture(desk.page, `state-${look.replaceAll(' ', '-')}-${name}`);
    };
    await desk.show(path, options);
    const { page } = desk;
    const ask = async (text: string) => {
      await page.getByRole('textbox', { name: words.box }).fill(text);
      await page.getByRole('button', { name: words.send, exact: true }).click();
    };
    await page.getByRole('textbox', { name: words.box }).waitFor();
    await state('empty');

    server.chat.replyTo = () => 'silence';
    server.chat.deltas = ['开面馆要带'];
    await ask('开面馆');
    await page.locator('.writing').waitFor();
    await state('streaming');
    server.chat.deltas = [];
    server.chat.answerNow(answered({ options: [{ label: '收费吗', send: '收费吗' }] }));
    await page.getByRole('heading', { name: '申请材料' }).waitFor();
    await state('answered');

    await page.getByRole('button', { name: words.basis }).click();
    await page.getByRole('dialog').locator('mark').waitFor();
    await state('passage');
    await page.getByRole('dialog').getByRole('button', { name: words.close, exact: true }).click();

    await page.getByRole('button', { name: words.card }).click();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '租的', exact: true }).click();
    await state('checklist');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: words.person, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await state('person');
    await page.keyboard.press('Escape');

    for (const [name, reply] of Object.entries(replies)) {
      server.chat.replyTo = () => reply;
      await ask(name);
      await page.locator(`li.desk[data-message]`).getByText(reply.text).or(page.locator('.missing')).last().waitFor();
      await state(name);
    }

    server.chat.replyTo = () => ticketReply();
    server.api.routes['POST /api/ticket-progress'] = () => [200, progressShown({ mayJudge: true, status: 'replied' })];
    await ask('太吵了');
    await page.getByRole('button', { name: words.progress }).click();
    await page.getByRole('radio').first().waitFor();
    await state('ticket');

    server.chat.refuseWith = { code: 'text_too_long', message: '内容太长，请分几次说。' };
    await ask('很长');
    await page.locator('.refused').waitFor();
    await state('error');

    await page.context().setOffline(true);
    server.chat.cut();
    await page.locator('.notice').waitFor();
    await state('offline');
    await page.context().setOffline(false);
  });

  it('closed, and opened from the corner', async () => {
    await desk.show('/embed.html');
    const closed = desk.page.getByRole('button', { name: '打开渝问咨询窗口' });
    await closed.waitFor();
    const axeOnWidget = () => expectAccessible(desk.page, 'yuwen-chat');
    await axeOnWidget();
    await closed.click();
    await desk.page.getByRole('textbox', { name: '输入您的问题' }).waitFor();
    await axeOnWidget();
    await desk.page.keyboard.press('Escape');
    await closed.waitFor();
  });
});
