import type { BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cutOff, expectAccessible, focusedName, hasChromium, overflowsSideways, picture } from '../testing/browser.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { answerWith } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';
import { fakeSpeech, withSpeech } from '../testing/fake-speech.ts';

describe.skipIf(!hasChromium)('the plain mode', () => {
  const desk = useDeskInBrowser('widget');
  const phone = { viewport: { width: 390, height: 780 } };
  const button = (name: string | RegExp) => desk.page.getByRole('button', { name, exact: true });
  const heading = (name: string) => desk.page.getByRole('heading', { name, exact: true });

  const turnOn = async (options: BrowserContextOptions = phone, path = '/') => {
    await desk.show(path, options);
    await fakeSpeech(desk.page);
    await desk.page.reload();
    await button(/^(长者版|Easy mode)$/).click();
  };
  const askFor = async (text: string) => {
    await button('我自己说').or(button('再问一句')).click();
    await desk.page.getByRole('textbox').fill(text);
    await button('写好了，发送').click();
  };
  /** Everything that can be pressed, with the smaller of its sides. */
  const small = () =>
    desk.page.locator('yuwen-chat').evaluate((chat) =>
      [...chat.shadowRoot!.querySelectorAll('button, a, label:has(input), textarea')]
        .map((target) => ({ name: target.textContent?.trim(), box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 56)
        .map(({ name }) => name),
    );

  it('shows one thing at a time, turns pages by buttons, and stays on over a reload', async () => {
    answerWith(desk, answered({ options: [{ label: '收费吗', send: '收费吗' }] }));
    await turnOn();
    await heading('您想办什么事？').waitFor();
    await askFor('开面馆');
    await desk.page.getByText('可以一次办好').waitFor();
    expect(await heading('申请材料').count()).toBe(0);
    await button('下一页').click();
    await heading('申请材料').waitFor();
    expect(await focusedName(desk.page)).toBe('申请材料');
    await desk.page.getByText('第 2 页，共 4 页').waitFor();
    await button('看依据 2：开办小面馆').click();
    await desk.page.getByRole('dialog').locator('mark').waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await focusedName(desk.page)).toBe('看依据 2：开办小面馆');
    await button('上一页').click();
    await desk.page.getByText('可以一次办好').waitFor();
    await desk.page.reload();
    await desk.page.getByText('第 1 页，共 4 页').waitFor();
    await button('普通版').click();
    await desk.page.getByRole('textbox', { name: '输入您的问题' }).waitFor();
  });

  it('goes back to what was answered earlier, and comes to a new answer by itself', async () => {
    desk.server.chat.replyTo = (text) => ({ outcome: 'refused', by: 'unsafe', text: `答：${text}` });
    await turnOn();
    await askFor('第一问');
    await desk.page.locator('.screen').getByText('答：第一问').waitFor();
    await button('下一页').click();
    await askFor('第二问');
    await desk.page.locator('.screen').getByText('答：第二问').waitFor();
    await button('上一页').click();
    await heading('接下来').waitFor();
    await button('上一页').click();
    await desk.page.locator('.screen').getByText('答：第一问').waitFor();
    expect(await button('上一页').isDisabled()).toBe(true);
  });

  it('reads a page aloud with a Chinese voice, pauses, goes on, slows down and stops', async () => {
    answerWith(desk, answered());
    await turnOn();
    await askFor('开面馆');
    await button('下一页').click();
    await button('读出来').click();
    await button('暂停').waitFor();
    await withSpeech(desk.page, (speech) => speech.finish());
    await button('暂停').click();
    await button('接着读').click();
    await button('读慢一点').click();
    const spoken = await withSpeech(desk.page, (speech) => speech.spoken);
    expect(spoken.map(({ text }) => text)).toEqual(['申请材料。', ...Array(3).fill('经营者身份证（原件）。')]);
    expect(spoken[0]).toMatchObject({ lang: 'zh-CN', voice: 'zh-CN' });
    expect(spoken.at(-1)!.rate).toBeLessThan(spoken[0]!.rate);
    await button('停止').click();
    await button('读出来').waitFor();
    await desk.page.reload();
    await button('读出来').click();
    expect(await button('读慢一点').getAttribute('aria-pressed')).toBe('true');
  });

  it('takes what is said into the box, to be checked before it is sent', async () => {
    await turnOn();
    await button('我自己说').click();
    await button('按一下，用嘴说').click();
    await desk.page.getByText('正在听').waitFor();
    await withSpeech(desk.page, (speech) => speech.hear('娃儿上户口'));
    await withSpeech(desk.page, (speech) => speech.hear('娃儿上户口要带啥子'));
    await button('说完了').click();
    expect(await desk.page.getByRole('textbox').inputValue()).toBe('娃儿上户口要带啥子');
    await desk.page.getByText('请看看写得对不对').waitFor();
    expect(desk.server.chat.messages).toEqual([]);
    await button('写好了，发送').click();
    await desk.page.locator('.screen').getByText('收到：娃儿上户口要带啥子').waitFor();
  });

  it.each([
    ['not-allowed', '浏览器没有允许用话筒'],
    ['no-speech', '没有听到声音'],
    ['network', '语音识别连不上网络'],
    ['audio-capture', '没有找到话筒'],
    ['something-new', '没有听清'],
  ])('says plainly what to do when listening ends with %s', async (error, said) => {
    await turnOn();
    await button('我自己说').click();
    await button('按一下，用嘴说').click();
    await desk.page.evaluate(
      (name) => (globalThis as never as { fakeSpeech: { fail(error: string): void } }).fakeSpeech.fail(name),
      error,
    );
    await desk.page.getByText(said).waitFor();
    await button('按一下，用嘴说').waitFor();
  });

  it('says so where the browser can neither read nor listen, and where there is no Chinese voice', async () => {
    answerWith(desk, answered());
    await desk.show('/', phone);
    await desk.page.addInitScript(() => {
      for (const name of ['speechSynthesis', 'SpeechRecognition', 'webkitSpeechRecognition'])
        Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
    });
    await desk.page.reload();
    await button('长者版').click();
    await button('我自己说').click();
    await desk.page.getByText('这个浏览器不能听您说话').waitFor();
    await expectAccessible(desk.page);
    await desk.page.getByRole('textbox').fill('开面馆');
    await button('写好了，发送').click();
    await desk.page.getByText('这个浏览器不能朗读').waitFor();
    expect(await button('读出来').count()).toBe(0);

    await fakeSpeech(desk.page, { voices: ['en-US'] });
    await desk.page.reload();
    await button('读出来').click();
    await desk.page.getByText('没有中文朗读的声音').waitFor();
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['narrow', { viewport: { width: 320, height: 600 } }],
  ])(
    'can be used by everybody on every screen, with targets of 56 pixels (%s)',
    async (look, options) => {
      const state = async (name: string) => {
        await expectAccessible(desk.page);
        expect([name, await small(), await overflowsSideways(desk.page), await cutOff(desk.page)]).toEqual([
          name,
          [],
          false,
          [],
        ]);
        await picture(desk.page, `plain-${look}-${name}`);
      };
      await turnOn({ ...phone, ...options });
      await state('start');
      await button('我自己说').click();
      await state('compose');
      const photograph = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#2a6' } })
        .jpeg()
        .toBuffer();
      const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photograph };
      await desk.page.locator('input[type=file]').setInputFiles([file]);
      await desk.page.getByText('这张照片打不开').waitFor();
      await state('photo');
      await button('删去 照片 1').click();
      await button('按一下，用嘴说').click();
      await state('listening');
      await button('返回').click();

      desk.server.chat.replyTo = () => 'silence';
      await askFor('开面馆');
      await heading('请稍等，正在为您查。').waitFor();
      await state('waiting');
      desk.server.chat.answerNow(answered());
      await button('下一页').click();
      await state('page');
      await button('看依据 1：开办小面馆').click();
      await desk.page.getByRole('dialog').locator('mark').waitFor();
      await state('passage');
      await desk.page.keyboard.press('Escape');
      await button('下一页').click();
      await button('下一页').click();
      await heading('接下来').waitFor();
      await button('没帮助').click();
      await state('next');
      await button(/^打开《/).click();
      await desk.page.getByRole('checkbox').first().check();
      await state('checklist');
      await desk.page.keyboard.press('Escape');
      await button('找人工').first().click();
      await desk.page.getByRole('dialog').waitFor();
      await state('person');
      await desk.page.keyboard.press('Escape');

      answerWith(desk, { outcome: 'emergency', text: '请先离开危险的地方。', numbers: ['119', '120'] });
      await askFor('起火了');
      await desk.page.getByRole('link', { name: '拨打 119' }).waitFor();
      await state('emergency');
      await button('下一页').click();
      answerWith(desk, ticketReply());
      await askFor('太吵了');
      await desk.page.getByRole('button', { name: '查看办理进度' }).click();
      await desk.page.getByText('当前状态').waitFor();
      await state('ticket');
      await button('下一页').click();
      desk.server.chat.refuseWith = { code: 'text_too_long', message: '内容太长，请分几次说。' };
      await askFor('很长');
      await desk.page.locator('.refused').waitFor();
      await state('error');
    },
    180_000,
  );

  it('works together with English, and begins where the page asks for it', async () => {
    answerWith(desk, answered());
    await turnOn(phone, '/en.html');
    await heading('What do you need?').waitFor();
    await expectAccessible(desk.page);
    await button('Say it myself').click();
    await desk.page.getByRole('textbox').fill('开面馆');
    await button('Done, send it').click();
    await desk.page.getByText('Page 1 of 4').waitFor();
    await expectAccessible(desk.page);
    await desk.page.evaluate(() => {
      localStorage.clear();
      document.querySelector('yuwen-chat')!.remove();
      const chat = document.createElement('yuwen-chat');
      for (const name of ['plain', 'inline']) chat.setAttribute(name, '');
      document.querySelector('main')!.append(chat);
    });
    await heading('您想办什么事？').waitFor();
  });
});
