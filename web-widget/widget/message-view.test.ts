import { describe, expect, it } from 'vitest';
import { expectAccessible, focusedName, hasChromium } from '../testing/browser.ts';
import { answered } from '../testing/builders.ts';
import { answerWith, ask, questionBox } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('messages on their way', () => {
  const desk = useDeskInBrowser('widget');

  it('shows the reply as it is written, and what the desk is doing', async () => {
    desk.server.chat.replyTo = () => 'silence';
    desk.server.chat.deltas = ['开面馆要带', '身份证'];
    await desk.show();
    await ask(desk, '开面馆');
    await desk.page.getByText('开面馆要带身份证').waitFor();
    await desk.page.getByText('正在写答复').waitFor();
    await desk.page.getByRole('status').filter({ hasText: '正在处理' }).waitFor();
    await expectAccessible(desk.page);
    desk.server.chat.answerNow(answered());
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    await desk.page.getByText('开面馆要带身份证', { exact: true }).waitFor({ state: 'detached' });
  });

  it('sends a thumb down with its reason', async () => {
    answerWith(desk, answered());
    await desk.show();
    await ask(desk, '开面馆');
    await desk.page.getByRole('button', { name: '没帮助' }).click();
    await desk.page.getByRole('button', { name: '没说清楚' }).click();
    await desk.page.getByText('谢谢您的反馈').first().waitFor();
    await expect
      .poll(() => desk.server.chat.ratings)
      .toMatchObject([{ good: false }, { good: false, reason: 'unclear' }]);
  });

  it('takes a reason in own words, and takes the thumb back', async () => {
    answerWith(desk, answered());
    await desk.show();
    await ask(desk, '开面馆');
    await desk.page.getByRole('button', { name: '没帮助' }).click();
    await desk.page.getByRole('textbox', { name: '也可以自己写几个字' }).fill('没说在哪个窗口办');
    await expectAccessible(desk.page);
    await desk.page.getByRole('button', { name: '提交原因' }).click();
    await desk.page.getByRole('button', { name: '撤销' }).click();
    await expect
      .poll(() => desk.server.chat.ratings)
      .toMatchObject([{ good: false }, { good: false, reason: '没说在哪个窗口办' }, { good: null }]);
    await desk.page.getByRole('button', { name: '撤销' }).waitFor({ state: 'detached' });
    expect(await desk.page.locator('.thumbs [aria-pressed=true]').count()).toBe(0);
  });

  it('sends on Enter, but neither on Shift+Enter nor while an input method composes', async () => {
    await desk.show();
    await questionBox(desk).fill('第一行');
    await questionBox(desk).press('Shift+Enter');
    await desk.page.keyboard.type('第二行');
    await questionBox(desk).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(desk.server.chat.messages).toEqual([]);
    await questionBox(desk).press('Enter');
    await expect.poll(() => desk.server.chat.messages[0]?.text).toBe('第一行\n第二行');
    expect(await questionBox(desk).inputValue()).toBe('');
  });

  it('loses nothing over a cut, a swallowed acknowledgement and a reload, and doubles nothing', async () => {
    await desk.show();
    await ask(desk, '第一条');
    await desk.page.getByText('收到：第一条').first().waitFor();
    await desk.page.context().setOffline(true);
    desk.server.chat.cut();
    await desk.page.getByText('网络断开了').first().waitFor();
    await expectAccessible(desk.page);
    await ask(desk, '断网时写的');
    desk.server.chat.swallowAcknowledgements = 1;
    await questionBox(desk).fill('还没写完');
    await desk.page.context().setOffline(false);
    await desk.page.reload();
    expect(await questionBox(desk).inputValue()).toBe('还没写完');
    desk.server.chat.cut();
    await desk.page.getByText('收到：断网时写的').first().waitFor({ timeout: 15_000 });
    await desk.page.getByText('收到：第一条').first().waitFor();
    expect(desk.server.chat.messages.filter(({ role }) => role === 'citizen').map(({ text }) => text)).toEqual([
      '第一条',
      '断网时写的',
    ]);
    expect(desk.server.chat.conversations).toHaveLength(1);
  });

  it('goes on in a second tab with the same conversation', async () => {
    await desk.show();
    await ask(desk, '第一条');
    await desk.page.getByText('收到：第一条').first().waitFor();
    const second = await desk.page.context().newPage();
    await second.goto(desk.server.url);
    await second.getByText('收到：第一条').first().waitFor();
    await ask(desk, '第二条');
    await second.getByText('收到：第二条').first().waitFor();
    expect(desk.server.chat.conversations).toHaveLength(1);
  });

  it('says why a message was refused, keeps it, and sends it again when told to', async () => {
    desk.server.chat.refuseWith = { code: 'message_too_long', message: '一次最多 4000 字，请分几次说。' };
    await desk.show();
    await ask(desk, '很长的话');
    await desk.page.getByText('一次最多 4000 字').waitFor();
    desk.server.chat.refuseWith = null;
    await desk.page.getByRole('button', { name: '重试' }).click();
    await desk.page.getByText('收到：很长的话').first().waitFor();
  });

  it('gives a refused message back to be changed', async () => {
    desk.server.chat.refuseWith = { code: 'text_too_long', message: '内容太长。' };
    await desk.show();
    await ask(desk, '很长的话');
    await desk.page.getByRole('button', { name: '修改' }).click();
    expect(await questionBox(desk).inputValue()).toBe('很长的话');
    expect(await focusedName(desk.page)).toBe('输入您的问题');
    expect(await desk.page.getByText('内容太长').count()).toBe(0);
  });

  it('has one polite voice, which tells a reply once when it is finished and never as it is written', async () => {
    desk.server.chat.replyTo = () => 'silence';
    await desk.show();
    const heard = await desk.page.locator('yuwen-chat').evaluateHandle((chat) => {
      const told: (string | null)[] = [];
      const voice = chat.shadowRoot!.querySelector('[role=status]')!;
      const listen = () => told.push(voice.textContent);
      new MutationObserver(listen).observe(voice, { childList: true, characterData: true, subtree: true });
      return told;
    });
    desk.server.chat.deltas = ['开面馆', '要带', '身份证'];
    await ask(desk, '开面馆');
    await desk.page.getByText('开面馆要带身份证').waitFor();
    desk.server.chat.answerNow(answered());
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    await desk.page.getByRole('button', { name: '有帮助' }).click();
    await expect.poll(() => heard.evaluate((told) => told)).toHaveLength(3);
    expect(await heard.jsonValue()).toEqual([
      '正在处理…',
      '渝问答复：开小面馆要带经营者身份证和健康证明，承诺 3 个工作日办结。',
      '谢谢您的反馈。',
    ]);
    const voices = desk.page.locator('yuwen-chat :is([role=status], [role=alert], [aria-live])');
    expect(await voices.evaluateAll((all) => all.map((voice) => voice.getAttribute('role')))).toEqual([
      'status',
      'alert',
    ]);
  });

  it('interrupts for danger to life, and does not say it a second time', async () => {
    answerWith(desk, { outcome: 'emergency', text: '请先离开危险的地方。', numbers: ['119'] });
    await desk.show();
    await ask(desk, '起火了');
    await expect.poll(() => desk.page.getByRole('alert').textContent()).toBe('渝问答复：请先离开危险的地方。');
    expect(await desk.page.getByRole('status').textContent()).toBe('');
  });

  it('reads out a reply that was waited for, but not the history that a reload brings back', async () => {
    await desk.show();
    await ask(desk, '读出来');
    const readOut = desk.page.getByRole('status').filter({ hasText: '渝问答复：' });
    await expect.poll(() => readOut.textContent()).toBe('渝问答复：收到：读出来');
    await desk.page.reload();
    await desk.page.getByText('收到：读出来').waitFor();
    expect(await readOut.count()).toBe(0);
  });
});
