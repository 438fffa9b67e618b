import { describe, expect, it } from 'vitest';
import { expectAccessible, focusedName, hasChromium, overflowsSideways, picture } from '../testing/browser.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { answerWith, ask, questionBox } from '../testing/converse.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the widget on a page', () => {
  const desk = useDeskInBrowser('widget');

  it('greets with questions to tap, and a tap asks', async () => {
    await desk.show();
    await expectAccessible(desk.page);
    await picture(desk.page, 'site');
    await desk.page.getByRole('button', { name: '刚生了娃儿，上户口要带什么材料？' }).click();
    await desk.page.getByText('收到：刚生了娃儿').first().waitFor();
  });

  it('is walked by keyboard alone: question, answer, source, and back', async () => {
    answerWith(desk, answered());
    await desk.show();
    await questionBox(desk).focus();
    await desk.page.keyboard.type('开面馆');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    for (let presses = 0; presses < 12; presses += 1) {
      if ((await focusedName(desk.page)) === '来源 1：开办小面馆') break;
      await desk.page.keyboard.press('Shift+Tab');
    }
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('dialog').waitFor();
    await desk.page.keyboard.press('Escape');
    expect(await focusedName(desk.page)).toBe('来源 1：开办小面馆');
  });

  it('loses nothing at 320 pixels, in large print too', async () => {
    answerWith(desk, ticketReply());
    await desk.show('/', { viewport: { width: 320, height: 640 } });
    await picture(desk.page, 'phone-empty');
    await desk.page.getByRole('button', { name: '大字' }).click();
    await ask(desk, '解放碑烧烤摊半夜吵');
    await desk.page.getByRole('group', { name: '工单' }).waitFor();
    expect(await overflowsSideways(desk.page)).toBe(false);
    for (const part of ['.log', '.composer', '.window > header', '.window > footer'])
      expect(await desk.page.locator(part).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await expectAccessible(desk.page);
    await picture(desk.page, 'phone-large-print');
    await desk.page.reload();
    expect(await desk.page.getByRole('button', { name: '大字' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('keeps its own looks on a page with wild styles', async () => {
    answerWith(desk, answered());
    await desk.show('/embed.html');
    await desk.page.getByRole('button', { name: '打开渝问咨询窗口' }).click();
    expect(await focusedName(desk.page)).toBe('输入您的问题');
    await ask(desk, '开面馆');
    await desk.page.getByRole('heading', { name: '申请材料' }).waitFor();
    await picture(desk.page, 'embedded');
    const look = await desk.page.locator('.bubble').evaluate((bubble) => {
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
    await desk.page.getByRole('button', { name: '收起' }).click();
    await desk.page.getByRole('button', { name: '打开渝问咨询窗口' }).waitFor();
  });

  it('speaks English on the English page', async () => {
    await desk.show('/en.html');
    await desk.page.getByRole('textbox', { name: 'Type your question' }).waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'english');
  });

  it('has targets of at least 44 pixels, 24 within a line, and none that lies over another', async () => {
    answerWith(desk, crowded());
    await desk.show();
    await ask(desk, '开面馆');
    await desk.page.getByRole('button', { name: '收费吗' }).waitFor();
    const targets = await desk.page.locator('yuwen-chat').evaluate((chat) =>
      [...chat.shadowRoot!.querySelectorAll('button, a, textarea')].map((target) => ({
        name: target.textContent?.trim(),
        box: target.getBoundingClientRect().toJSON() as DOMRect,
        // What scrolls lies under what does not, where it cannot be hit.
        scrolls: target.closest('.log') !== null,
        atLeast: target.matches('.mark') ? 24 : 44,
      })),
    );
    expect(targets.filter(({ box, atLeast }) => Math.min(box.width, box.height) < atLeast)).toEqual([]);
    const overlapping = targets.filter(({ box, scrolls }, index) =>
      targets.slice(index + 1).some((other) => other.scrolls === scrolls && areOver(box, other.box)),
    );
    expect(overlapping).toEqual([]);
    expect(targets.filter(({ atLeast }) => atLeast === 24).length).toBeGreaterThan(20);
  });
});

const areOver = (one: DOMRect, other: DOMRect) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Marks side by side, and below one another in short lines. */
const crowded = () =>
  answered({
    sentences: Array.from({ length: 12 }, () => ({ text: '带证', citations: [0, 1, 2], section: '申请材料' })),
    options: [{ label: '收费吗', send: '收费吗' }],
  });
