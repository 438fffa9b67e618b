import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  expectAccessible,
  focusedName,
  hasChromium,
  openBrowser,
  overflowsSideways,
  picture,
  watchErrors,
} from '../testing/browser.ts';
import { answered, citation, document, ticketReply } from '../testing/builders.ts';
import { builtWeb } from '../testing/built-web.ts';
import { type FakeServer, openFakeServer } from '../testing/fake-server.ts';
import type { Reply } from './reply-types.ts';

describe.skipIf(!hasChromium)('the widget in Chromium', () => {
  let browser: Browser;
  let web: string;
  let server: FakeServer;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    web = await builtWeb('widget');
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  const show = async (path = '/', options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: 'zh-CN', ...options });
    page = await context.newPage();
    page.setDefaultTimeout(8_000);
    errors = watchErrors(page);
    await page.goto(server.url + path);
  };
  beforeEach(async () => {
    server = await openFakeServer(web);
  });
  afterEach(async () => {
    await page?.context().close();
    await server.close();
    expect(errors).toEqual([]);
  });

  const box = () => page.getByRole('textbox', { name: '输入您的问题' });
  const ask = async (text: string) => {
    await box().fill(text);
    await page.getByRole('button', { name: '发送' }).click();
  };
  const answerWith = (reply: Reply) => {
    server.chat.replyTo = () => reply;
  };

  it('greets with questions to tap, and a tap asks', async () => {
    await show();
    await expectAccessible(page);
    await picture(page, 'site');
    await page.getByRole('button', { name: '刚生了娃儿，上户口要带什么材料？' }).click();
    await page.getByText('收到：刚生了娃儿').first().waitFor();
  });

  it('shows an answer in sections, and a citation opens the document at the cited words', async () => {
    answerWith(answered());
    await show();
    await ask('开面馆要带什么？');
    await page.getByRole('heading', { name: '申请材料' }).waitFor();
    await page.getByText('AI 生成，仅供参考').first().waitFor();
    await expectAccessible(page);
    await picture(page, 'answer');
    await page.getByRole('button', { name: '来源 2：开办小面馆' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.locator('mark').textContent()).toBe('健康证明（原件；从业人员每人一份）');
    await expectAccessible(page);
    await picture(page, 'passage');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toBe('来源 2：开办小面馆');
  });

  it('says so, and still shows the cited words, when the document has changed or cannot be opened', async () => {
    answerWith(answered());
    await show();
    await ask('开面馆要带什么？');
    server.api.routes['GET /api/documents/*'] = () => [200, document({ text: '全文已经重写。' })];
    await page.getByRole('button', { name: '来源 1：' }).click();
    await page.getByText('原文已有更新').waitFor();
    expect(await page.getByRole('dialog').locator('mark').textContent()).toBe(
      citation('经营者身份证（原件；免交复印件）').quote,
    );
    await page.getByRole('button', { name: '关闭' }).click();
    server.api.routes['GET /api/documents/*'] = () => [503, { code: 'unavailable', message: '…' }];
    await page.getByRole('button', { name: '来源 1：' }).click();
    await page.getByText('原文暂时打不开').waitFor();
  });

  it('shows a ticket with its number, owner and dates, and its progress on demand', async () => {
    answerWith(ticketReply());
    await show();
    await ask('解放碑烧烤摊半夜吵');
    const card = page.getByRole('group', { name: '工单' });
    await card.waitFor();
    const text = await card.textContent();
    for (const part of [
      '20261123-000001',
      '渝中区城市管理局',
      '噪声扰民 › 社会生活噪声',
      '2026年11月30日 18:00',
      '2026年11月24日 10:00',
    ])
      expect(text).toContain(part);
    await card.getByRole('button', { name: '查看办理进度' }).click();
    await card.getByText('单位已受理').or(card.getByText('已派单')).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'ticket');
  });

  it('asks back with options, and a tapped option is sent as its own words', async () => {
    answerWith({
      outcome: 'clarifying',
      text: '是第一次办，还是补办？',
      options: [{ label: '第一次办', send: '我是第一次办' }],
    });
    await show();
    await ask('办证');
    await page.getByRole('button', { name: '第一次办' }).click();
    await expect
      .poll(() => server.chat.messages.filter(({ role }) => role === 'citizen').at(-1)?.text)
      .toBe('我是第一次办');
    await expectAccessible(page);
  });

  it('shows an emergency with numbers to call', async () => {
    answerWith({ outcome: 'emergency', text: '请先离开危险的地方。', numbers: ['119', '120'] });
    await show();
    await ask('楼下起火了');
    await page.getByRole('link', { name: '拨打 119' }).waitFor();
    expect(await page.getByRole('link', { name: '拨打 119' }).getAttribute('href')).toBe('tel:119');
    await expectAccessible(page);
    await picture(page, 'emergency');
  });

  it('shows what an answer is missing, and every one of several replies', async () => {
    const partial = { ...answered(), outcome: 'partial', missing: ['各区县的收费标准'] } as Extract<
      Reply,
      { outcome: 'partial' }
    >;
    const refused = { outcome: 'refused', by: 'unsafe', text: '这个我不能帮忙。' } as const;
    const ticket = ticketReply() as Extract<Reply, { outcome: 'ticket' }>;
    answerWith({ outcome: 'several', text: '您说了三件事。', replies: [partial, ticket, refused] });
    await show();
    await ask('三件事');
    for (const text of ['各区县的收费标准', '20261123-000001', '这个我不能帮忙。'])
      await page.getByText(text).first().waitFor();
    await expectAccessible(page);
  });

  it('shows the reply as it is written, and what the desk is doing', async () => {
    server.chat.replyTo = () => 'silence';
    server.chat.deltas = ['开面馆要带', '身份证'];
    await show();
    await ask('开面馆');
    await page.getByText('开面馆要带身份证').waitFor();
    await page.getByRole('status').filter({ hasText: '正在写答复' }).waitFor();
    await expectAccessible(page);
    server.chat.answerNow(answered());
    await page.getByRole('heading', { name: '申请材料' }).waitFor();
    await page.getByText('开面馆要带身份证', { exact: true }).waitFor({ state: 'detached' });
  });

  it('sends a thumb down with its reason', async () => {
    answerWith(answered());
    await show();
    await ask('开面馆');
    await page.getByRole('button', { name: '没帮助' }).click();
    await page.getByRole('button', { name: '没说清楚' }).click();
    await page.getByText('谢谢您的反馈').waitFor();
    expect(server.chat.ratings).toMatchObject([{ good: false, reason: 'unclear' }]);
  });

  it('sends on Enter, but neither on Shift+Enter nor while an input method composes', async () => {
    await show();
    await box().fill('第一行');
    await box().press('Shift+Enter');
    await page.keyboard.type('第二行');
    await box().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    expect(server.chat.messages).toEqual([]);
    await box().press('Enter');
    await expect.poll(() => server.chat.messages[0]?.text).toBe('第一行\n第二行');
    expect(await box().inputValue()).toBe('');
  });

  it('loses nothing over a cut, a swallowed acknowledgement and a reload, and doubles nothing', async () => {
    await show();
    await ask('第一条');
    await page.getByText('收到：第一条').first().waitFor();
    await page.context().setOffline(true);
    server.chat.cut();
    await page.getByText('网络断开了').waitFor();
    await expectAccessible(page);
    await ask('断网时写的');
    await box().fill('还没写完');
    await page.context().setOffline(false);
    await page.reload();
    expect(await box().inputValue()).toBe('还没写完');
    server.chat.cut();
    await page.getByText('收到：断网时写的').first().waitFor({ timeout: 15_000 });
    await page.getByText('收到：第一条').first().waitFor();
    expect(server.chat.messages.filter(({ role }) => role === 'citizen').map(({ text }) => text)).toEqual([
      '第一条',
      '断网时写的',
    ]);
    expect(server.chat.conversations).toHaveLength(1);
  });

  it('goes on in a second tab with the same conversation', async () => {
    await show();
    await ask('第一条');
    await page.getByText('收到：第一条').first().waitFor();
    const second = await page.context().newPage();
    await second.goto(server.url);
    await second.getByText('收到：第一条').first().waitFor();
    await ask('第二条');
    await second.getByText('收到：第二条').first().waitFor();
    expect(server.chat.conversations).toHaveLength(1);
  });

  it('says why a message was refused, keeps it, and sends it again when told to', async () => {
    server.chat.refuseWith = { code: 'message_too_long', message: '一次最多 4000 字，请分几次说。' };
    await show();
    await ask('很长的话');
    await page.getByText('一次最多 4000 字').waitFor();
    server.chat.refuseWith = null;
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('收到：很长的话').first().waitFor();
  });

  it('sets whatever is said as text, never as markup', async () => {
    const hostile = '<img src=x onerror="document.title=\'bad\'"><script>document.title="bad"</script>';
    answerWith(
      answered({
        sentences: [{ text: hostile, citations: [0], section: hostile }],
        citations: [citation('办理时限', { title: hostile })],
      }),
    );
    await show();
    await ask(hostile);
    await page.getByRole('heading', { name: hostile }).waitFor();
    expect(await page.title()).not.toBe('bad');
  });

  it('is walked by keyboard alone: question, answer, source, and back', async () => {
    answerWith(answered());
    await show();
    await box().focus();
    await page.keyboard.type('开面馆');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '申请材料' }).waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      if ((await focusedName(page)) === '来源 1：开办小面馆') break;
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await focusedName(page)).toBe('来源 1：开办小面馆');
  });

  it('loses nothing at 320 pixels, in large print too', async () => {
    answerWith(ticketReply());
    await show('/', { viewport: { width: 320, height: 640 } });
    await picture(page, 'phone-empty');
    await page.getByRole('button', { name: '大字' }).click();
    await ask('解放碑烧烤摊半夜吵');
    await page.getByRole('group', { name: '工单' }).waitFor();
    expect(await overflowsSideways(page)).toBe(false);
    for (const part of ['.log', '.composer', '.window > header', '.window > footer'])
      expect(await page.locator(part).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await expectAccessible(page);
    await picture(page, 'phone-large-print');
    await page.reload();
    expect(await page.getByRole('button', { name: '大字' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('keeps its own looks on a page with wild styles', async () => {
    answerWith(answered());
    await show('/embed.html');
    await page.getByRole('button', { name: '打开渝问咨询窗口' }).click();
    expect(await focusedName(page)).toBe('输入您的问题');
    await ask('开面馆');
    await page.getByRole('heading', { name: '申请材料' }).waitFor();
    await picture(page, 'embedded');
    const look = await page.locator('.bubble').evaluate((bubble) => {
      const { fontStyle, fontWeight, letterSpacing, textTransform, cursor } = getComputedStyle(bubble);
      return { fontStyle, fontWeight, letterSpacing, textTransform, cursor };
    });
    expect(look).toEqual({
      fontStyle: 'normal',
      fontWeight: '400',
      letterSpacing: 'normal',
      textTransform: 'none',
      cursor: 'auto',
    });
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByRole('button', { name: '打开渝问咨询窗口' }).waitFor();
  });

  it('speaks English on the English page', async () => {
    await show('/en.html');
    await page.getByRole('textbox', { name: 'Type your question' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'english');
  });

  it('has targets of at least 44 pixels', async () => {
    answerWith(answered({ options: [{ label: '收费吗', send: '收费吗' }] }));
    await show();
    await ask('开面馆');
    await page.getByRole('button', { name: '收费吗' }).waitFor();
    const small = await page.locator('yuwen-chat').evaluate((chat) =>
      [...chat.shadowRoot!.querySelectorAll('button, a, textarea')]
        .map((target) => ({ name: target.textContent?.trim(), box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
  });
});
