import type { BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cutOff, expectAccessible, hasChromium, overflowsSideways, picture } from '../testing/browser.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';
import { handOverShown } from '../testing/fake-hand-over-routes.ts';
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
  person: { outcome: 'person', event: 'said', by: '坐席', text: '您好，请说。' },
  emergency: { outcome: 'emergency', text: '请先离开危险的地方。', numbers: ['119', '120'] },
  nothing: {
    outcome: 'nothing_found',
    text: '没有找到依据，不敢乱说。',
    options: [{ label: '登记工单', send: '登记' }],
  },
  failed: { outcome: 'failed', code: 'turn_failed', text: '抱歉，系统刚才出了问题。' },
  partial: { ...answered(), outcome: 'partial', missing: ['各区县的收费标准'] } as Reply,
};

/** A picture that carries the place where it was taken. */
async function photograph() {
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '29/1 33/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '106/1 34/1 0/1',
  };
  const picture = sharp({ create: { width: 320, height: 240, channels: 3, background: '#2a6' } }).withExif({
    IFD3: place,
  });
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
}

const chinese = {
  box: '输入您的问题',
  send: '发送',
  basis: /^来源 1：/,
  card: /^打开《/,
  close: '关闭',
  person: '找人工',
  ask: '请坐席加入',
  progress: '查看办理进度',
};
const english = { box: 'Type your question', send: 'Send', basis: /^Source 1:/, card: /^Open the checklist/, close: 'Close', person: 'A person', ask: 'Ask an operator to join', progress: 'See progress' }; // biome-ignore format: two rows of one table

const looks: [name: string, path: string, words: typeof chinese, options: BrowserContextOptions][] = [
  ['light', '/', chinese, {}],
  ['dark', '/', chinese, { colorScheme: 'dark' }],
  ['dark English on a phone', '/en.html', english, { colorScheme: 'dark', viewport: { width: 390, height: 780 } }],
  ['forced colours', '/', chinese, { forcedColors: 'active' }],
]; // biome-ignore format: a table

describe.skipIf(!hasChromium)('every state of the window can be used by everybody', () => {
  const desk = useDeskInBrowser('widget');

  it.each(looks)(
    '%s',
    async (look, path, words, options) => {
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
      await page.locator('.situation summary').click();
      await page.getByRole('button', { name: '租的', exact: true }).click();
      await state('checklist');
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: words.person, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await state('person');
      await page.keyboard.press('Escape');

      const { routes } = server.api;
      routes['POST /api/hand-over/look'] = () => [200, handOverShown({ state: 'none', operatorsPresent: 1 })];
      routes['POST /api/hand-over/ask'] = () => [
        200,
        handOverShown({ state: 'waiting', operatorsPresent: 1, ahead: 2 }),
      ];
      await page.getByRole('button', { name: words.person, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.ask }).waitFor();
      await state('person-on-duty');
      const joined = handOverShown({ state: 'joined', operatorsPresent: 1, operator: '坐席', operatorPresent: true });
      routes['POST /api/hand-over/look'] = () => [200, joined];
      await page.getByRole('dialog').getByRole('button', { name: words.ask }).click();
      await page.locator('.person-strip').waitFor();
      await state('person-waiting');
      await page.locator('.person-strip').getByText('坐席').waitFor();
      await state('person-joined');
      routes['POST /api/hand-over/look'] = () => [200, handOverShown()];
      await page.locator('.person-strip').waitFor({ state: 'detached' });

      for (const [name, reply] of Object.entries(replies)) {
        server.chat.replyTo = () => reply;
        await ask(name);
        await page.locator(`li.desk[data-message]`).getByText(reply.text).or(page.locator('.missing')).last().waitFor();
        await state(name);
      }

      server.chat.replyTo = () => ticketReply();
      server.api.routes['POST /api/ticket-progress'] = () => [
        200,
        progressShown({ mayJudge: true, status: 'replied' }),
      ];
      await ask('太吵了');
      await page.getByRole('button', { name: words.progress }).click();
      await page.getByRole('radio').first().waitFor();
      await state('ticket');

      await page.locator('input[type=file]').setInputFiles([await photograph()]);
      await page.locator('.photos .place').waitFor();
      await page.getByText('这张照片打不开').waitFor();
      await state('photo');
      await page.locator('.photos .place button').first().click();
      expect(await page.getByRole('textbox', { name: words.box }).inputValue()).toContain('北纬 29.5');

      server.chat.refuseWith = { code: 'text_too_long', message: '内容太长，请分几次说。' };
      await ask('很长');
      await page.locator('.refused').waitFor();
      await state('error');

      await page.context().setOffline(true);
      server.chat.cut();
      await page.locator('.notice').waitFor();
      await state('offline');
      await page.context().setOffline(false);
    },
    180_000,
  );

  it('closed, and opened from the corner: a phone it fills', async () => {
    const viewport = { width: 390, height: 780 };
    await desk.show('/embed.html', { viewport, deviceScaleFactor: 2 });
    const closed = desk.page.getByRole('button', { name: '打开渝问咨询窗口' });
    await closed.waitFor();
    await expectAccessible(desk.page, 'yuwen-chat');
    await closed.click();
    await desk.page.getByRole('textbox', { name: '输入您的问题' }).fill('开面馆要带什么？');
    desk.server.chat.replyTo = () => answered({ options: [{ label: '收费吗', send: '收费吗' }] });
    await desk.page.getByRole('button', { name: '发送', exact: true }).click();
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    await expectAccessible(desk.page, 'yuwen-chat');
    expect(await desk.page.locator('.window').boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
    expect(await cutOff(desk.page)).toEqual([]);
    await picture(desk.page, 'widget-phone');
    await desk.page.getByRole('button', { name: '长者版' }).click();
    await desk.page.getByRole('button', { name: '下一页' }).click();
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    expect(await desk.page.locator('.window').boundingBox()).toEqual({ x: 0, y: 0, ...viewport });
    await picture(desk.page, 'widget-plain');
    await desk.page.keyboard.press('Escape');
    await closed.waitFor();
  });
});
