import { expect, it } from 'vitest';
import { describeWith } from '../../channels/testing/machine.ts';
import { ask, questionBox } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';

describeWith('chromium', 'a browser on a bad day', () => {
  const desk = useDeskInBrowser('widget');
  const said = () => desk.server.chat.messages.filter(({ role }) => role === 'citizen').map(({ text }) => text);

  it('keeps what is sent offline, over a reload too, and sends it once and in order', async () => {
    await desk.show();
    await ask(desk, '你好');
    await expect.poll(said).toEqual(['你好']);
    await desk.page.context().setOffline(true);
    desk.server.chat.cut();
    await ask(desk, '上户口要带什么');
    await ask(desk, '要多久');
    await desk.page.getByText('网络断开了').first().waitFor();
    await desk.page.context().setOffline(false);
    await desk.page.reload();
    await expect.poll(said).toEqual(['你好', '上户口要带什么', '要多久']);
  });

  it('brings the half-typed words back to each tab of its own', async () => {
    await desk.show();
    await questionBox(desk).fill('楼下烧烤摊半');
    const other = await desk.page.context().newPage();
    await other.goto(`${desk.server.url}/`);
    const box = other.getByRole('textbox', { name: '输入您的问题' });
    await box.fill('身份证');
    await desk.page.reload();
    expect(await questionBox(desk).inputValue()).toBe('楼下烧烤摊半');
    await other.reload();
    expect(await box.inputValue()).toBe('身份证');
  });

  it('works and says so where the browser keeps nothing', async () => {
    await desk.show();
    await desk.page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    });
    await desk.page.reload();
    await desk.page.getByText('浏览器不让保存内容').first().waitFor();
    await ask(desk, '你好');
    await desk.page.getByText('收到：你好').first().waitFor();
  });

  it('waits as long as the desk asks and goes on by itself', async () => {
    await desk.show();
    desk.server.chat.refuseWith = {
      code: 'too_many',
      message: '消息发得太快了，请等 1 秒再发。',
      retryAfterSeconds: 1,
    };
    await ask(desk, '你好');
    await desk.page.getByText('消息发得太快了').first().waitFor();
    desk.server.chat.refuseWith = null;
    await desk.page.getByText('收到：你好').first().waitFor();
    expect(said()).toEqual(['你好']);
  });

  it('does not mind a clock that is years off', async () => {
    await desk.show();
    await desk.page.clock.setFixedTime('1999-01-01T00:00:00Z');
    await ask(desk, '一');
    await ask(desk, '二');
    await expect.poll(said).toEqual(['一', '二']);
  });
});
