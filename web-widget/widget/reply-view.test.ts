import { describe, expect, it } from 'vitest';
import { expectAccessible, focusedName, hasChromium, picture } from '../testing/browser.ts';
import { answered, citation, document, ticketReply } from '../testing/builders.ts';
import { answerWith, ask } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';
import type { Reply } from './reply-types.ts';

describe.skipIf(!hasChromium)('what a reply looks like', () => {
  const desk = useDeskInBrowser('widget');

  it('shows an answer in sections, and a citation opens the document at the cited words', async () => {
    answerWith(desk, answered());
    await desk.show();
    await ask(desk, '开面馆要带什么？');
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    await desk.page.getByText('AI 生成，仅供参考').first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'answer');
    await desk.page.getByRole('button', { name: '来源 2：开办小面馆' }).click();
    const dialog = desk.page.getByRole('dialog');
    await expect.poll(() => dialog.locator('mark').textContent()).toBe('健康证明（原件；从业人员每人一份）');
    await expectAccessible(desk.page);
    await picture(desk.page, 'passage');
    await desk.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await focusedName(desk.page)).toBe('来源 2：开办小面馆');
  });

  it('shows a long answer from its beginning, and leaves those alone who read on', async () => {
    const sentences = Array.from({ length: 40 }, (_, index) => ({
      text: `第 ${index + 1} 条`,
      citations: [0],
      section: '申请材料',
    }));
    answerWith(desk, answered({ sentences }));
    await desk.show('/', { viewport: { width: 390, height: 700 } });
    await ask(desk, '要带什么？');
    const heading = desk.page.getByRole('heading', { name: '申请材料' });
    await heading.waitFor();
    const isInSight = () =>
      heading.evaluate((shown) => {
        const log = shown.closest('.log')!.getBoundingClientRect();
        const { top, bottom } = shown.getBoundingClientRect();
        return top >= log.top && bottom <= log.bottom;
      });
    await expect.poll(isInSight).toBe(true);
    await expectAccessible(desk.page);
    const log = desk.page.locator('.log');
    const middle = await log.evaluate((box) => {
      box.scrollTop += 300;
      return box.scrollTop;
    });
    await desk.page.getByRole('button', { name: '有帮助' }).dispatchEvent('click');
    await desk.page.getByText('谢谢您的反馈').first().waitFor();
    expect(await log.evaluate((box) => box.scrollTop)).toBe(middle);
  });

  it('says so, and still shows the cited words, when the document has changed or cannot be opened', async () => {
    answerWith(desk, answered());
    await desk.show();
    await ask(desk, '开面馆要带什么？');
    desk.server.api.routes['GET /api/documents/*'] = () => [200, document({ text: '全文已经重写。' })];
    await desk.page.getByRole('button', { name: '来源 1：' }).click();
    await desk.page.getByText('原文已有更新').waitFor();
    expect(await desk.page.getByRole('dialog').locator('mark').textContent()).toBe(
      citation('经营者身份证（原件；免交复印件）').quote,
    );
    await desk.page.getByRole('button', { name: '关闭' }).click();
    desk.server.api.routes['GET /api/documents/*'] = () => [503, { code: 'unavailable', message: '…' }];
    await desk.page.getByRole('button', { name: '来源 1：' }).click();
    await desk.page.getByText('原文暂时打不开').waitFor();
  });

  it('shows a ticket with its number, owner and dates, and its progress on demand', async () => {
    answerWith(desk, ticketReply());
    await desk.show();
    await ask(desk, '解放碑烧烤摊半夜吵');
    const card = desk.page.getByRole('group', { name: '工单' });
    await card.waitFor();
    const text = await card.textContent();
    for (const part of [
      '20261123-000001',
      'a-secret',
      '渝中区城市管理局',
      '噪声扰民 › 社会生活噪声',
      '2026年11月30日 18:00',
      '2026年11月24日 10:00',
    ])
      expect(text).toContain(part);
    const bubble = (await desk.page.locator('.bubble').textContent()) ?? '';
    expect(bubble.split('20261123-000001')).toHaveLength(2);
    expect(bubble).not.toContain('已经为您登记，会转给负责的单位处理。');
    const readOut = desk.page.getByRole('status').filter({ hasText: '渝问答复：' });
    expect(await readOut.textContent()).toMatch(/20261123-000001.*渝中区城市管理局.*2026年11月30日 18:00/);
    await card.getByRole('button', { name: '查看办理进度' }).click();
    await card.getByText('单位已签收').or(card.getByText('已派单')).first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'ticket');
  });

  it('asks back with options, and a tapped option is sent as its own words', async () => {
    answerWith(desk, {
      outcome: 'clarifying',
      text: '是第一次办，还是补办？',
      options: [{ label: '第一次办', send: '我是第一次办' }],
    });
    await desk.show();
    await ask(desk, '办证');
    await desk.page.getByRole('button', { name: '第一次办' }).click();
    await expect
      .poll(() => desk.server.chat.messages.filter(({ role }) => role === 'citizen').at(-1)?.text)
      .toBe('我是第一次办');
    await expectAccessible(desk.page);
  });

  it('shows an emergency with numbers to call', async () => {
    answerWith(desk, { outcome: 'emergency', text: '请先离开危险的地方。', numbers: ['119', '120'] });
    await desk.show();
    await ask(desk, '楼下起火了');
    await desk.page.getByRole('link', { name: '拨打 119' }).waitFor();
    expect(await desk.page.getByRole('link', { name: '拨打 119' }).getAttribute('href')).toBe('tel:119');
    await expectAccessible(desk.page);
    await picture(desk.page, 'emergency');
  });

  it('shows what an answer is missing, and every one of several replies', async () => {
    const partial = { ...answered(), outcome: 'partial', missing: ['各区县的收费标准'] } as Extract<
      Reply,
      { outcome: 'partial' }
    >;
    const refused = { outcome: 'refused', by: 'unsafe', text: '这个我不能帮忙。' } as const;
    const ticket = ticketReply() as Extract<Reply, { outcome: 'ticket' }>;
    answerWith(desk, { outcome: 'several', text: '您说了三件事。', replies: [partial, ticket, refused] });
    await desk.show();
    await ask(desk, '三件事');
    for (const text of ['各区县的收费标准', '20261123-000001', '这个我不能帮忙。'])
      await desk.page.getByText(text).first().waitFor();
    await expectAccessible(desk.page);
  });

  it('sets whatever is said as text, never as markup', async () => {
    const hostile = '<img src=x onerror="document.title=\'bad\'"><script>document.title="bad"</script>';
    answerWith(
      desk,
      answered({
        sentences: [{ text: hostile, citations: [0], section: hostile }],
        citations: [citation('办理时限', { title: hostile })],
      }),
    );
    await desk.show();
    await ask(desk, hostile);
    await desk.page.getByRole('heading', { name: hostile }).waitFor();
    expect(await desk.page.title()).not.toBe('bad');
  });
});
