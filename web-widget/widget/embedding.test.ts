import { afterEach, describe, expect, it } from 'vitest';
import { hasChromium } from '../testing/browser.ts';
import { answered, ticketReply } from '../testing/builders.ts';
import { answerWith } from '../testing/converse.ts';
import { type DeskInBrowser, useDeskInBrowser } from '../testing/desk-in-browser.ts';
import { openForeignPage } from '../testing/foreign-page.ts';

describe.skipIf(!hasChromium)('the widget on pages of others', () => {
  const desk = useDeskInBrowser('widget');

  let foreign: { url: string; close(): void } | undefined;
  afterEach(() => foreign?.close());
  const showForeign = async (body: string) => {
    await desk.show();
    foreign = await openForeignPage(body.replaceAll('DESK', desk.server.url), desk.server.url);
    await desk.page.goto(foreign.url);
  };
  const ask = async ({ page }: DeskInBrowser, nth: number, text: string) => {
    await page.getByRole('textbox', { name: '输入您的问题' }).nth(nth).fill(text);
    await page.getByRole('button', { name: '发送' }).nth(nth).click();
  };

  it('talks to the desk its script came from, opens its sources and its progress, across origins', async () => {
    await showForeign('<script src="DESK/widget.js" defer></script><yuwen-chat title="我家社区" open></yuwen-chat>');
    await desk.page.getByRole('heading', { name: '我家社区' }).waitFor();
    answerWith(desk, answered());
    await ask(desk, 0, '开面馆');
    await desk.page.getByRole('button', { name: '来源 1：开办小面馆' }).click();
    await desk.page.getByRole('dialog').getByText('自 2025-01-01 起有效').waitFor();
    await desk.page.keyboard.press('Escape');
    answerWith(desk, ticketReply());
    await ask(desk, 0, '太吵了');
    await desk.page.getByRole('button', { name: '查看办理进度' }).click();
    await desk.page.getByText('当前状态').waitFor();
  });

  it('stands twice on one page and shows one conversation in both places', async () => {
    await showForeign(
      '<script src="DESK/widget.js" defer></script><yuwen-chat inline></yuwen-chat><yuwen-chat inline></yuwen-chat>',
    );
    await ask(desk, 0, '从第一个窗口问');
    await expect.poll(() => desk.page.getByText('收到：从第一个窗口问').count()).toBeGreaterThanOrEqual(2);
    await ask(desk, 1, '从第二个窗口问');
    await expect
      .poll(() => desk.page.locator('yuwen-chat').first().getByText('收到：从第二个窗口问').count())
      .toBeGreaterThan(0);
    expect(desk.server.chat.conversations).toHaveLength(1);
  });

  it('talks to the desk that is named, wherever the script came from, and leaves nothing in the page', async () => {
    await showForeign('<script src="DESK/widget.js" defer></script><div></div>');
    const left = await desk.page.evaluate(async (server) => {
      const before = Object.keys(window).length;
      const chat = Object.assign(document.createElement('yuwen-chat'), { server, inline: true, lang: 'en' });
      document.querySelector('div')!.append(chat);
      await (chat as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
      const shown = chat.shadowRoot?.querySelector('textarea')?.getAttribute('aria-label');
      chat.remove();
      return { shown, leaked: Object.keys(window).length - before, styles: document.adoptedStyleSheets.length };
    }, desk.server.url);
    expect(left).toEqual({ shown: 'Type your question', leaked: 0, styles: 0 });
  });
});
