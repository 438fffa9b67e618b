import { afterEach, describe, expect, it } from 'vitest';
import type { Pinned } from '../pinned-script.ts';
import { expectAccessible, hasChromium } from '../testing/browser.ts';
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

  it('runs pinned by its hash, under a policy that allows nothing inline and types what is trusted', async () => {
    await desk.show();
    const { script, integrity } = (await (await fetch(`${desk.server.url}/embed.json`)).json()) as Pinned;
    const pinned = (hash: string) =>
      `<script src="${desk.server.url}${script}" integrity="${hash}" crossorigin="anonymous" defer></script><yuwen-chat open></yuwen-chat>`;
    const trusted = " require-trusted-types-for 'script'; trusted-types lit-html";
    foreign = await openForeignPage(pinned(integrity), desk.server.url, trusted);
    await desk.page.goto(foreign.url);
    answerWith(desk, answered());
    await ask(desk, 0, '开面馆');
    await desk.page.getByRole('button', { name: '来源 1：开办小面馆' }).waitFor();
    await desk.page.getByRole('button', { name: /^打开《/ }).click();
    await desk.page.getByRole('checkbox').first().check();
    const printed = await desk.page.evaluate(() => {
      // The frame of the print has no page of its own to be waited for; what it would print is read out of it.
      document.querySelector('yuwen-chat')!.shadowRoot!.querySelector<HTMLButtonElement>('.buttons button')!.click();
      const frame = document.querySelector('yuwen-chat')!.shadowRoot!.querySelector('iframe')!;
      return {
        text: frame.contentDocument!.body.textContent,
        sheets: frame.contentDocument!.adoptedStyleSheets.length,
      };
    });
    expect(printed).toEqual({ text: expect.stringContaining('☑　经营者身份证（原件）'), sheets: 1 });
    foreign.close();

    foreign = await openForeignPage(pinned(`sha384-${'A'.repeat(64)}`), desk.server.url);
    const refused = desk.page.waitForEvent('console', (message) => message.text().includes('integrity'));
    await desk.page.goto(foreign.url);
    await refused;
    expect(await desk.page.evaluate(() => customElements.get('yuwen-chat'))).toBeUndefined();
    desk.expectErrors(/integrity/);
  });

  it('talks to the desk that is named, wherever the script came from, and leaves nothing in the page', async () => {
    await showForeign('<div></div>');
    const left = await desk.page.evaluate(async (server) => {
      const before = new Set(Object.getOwnPropertyNames(window));
      await new Promise((loaded) => {
        const script = Object.assign(document.createElement('script'), { src: `${server}/widget.js`, onload: loaded });
        document.head.append(script);
      });
      const chat = Object.assign(document.createElement('yuwen-chat'), { server, inline: true, lang: 'en' });
      document.querySelector('div')!.append(chat);
      await (chat as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
      const shown = chat.shadowRoot?.querySelector('textarea')?.getAttribute('aria-label');
      chat.remove();
      const leaked = Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
      return {
        shown,
        leaked,
        styles: document.adoptedStyleSheets.length,
        inHead: document.head.querySelectorAll('style').length,
      };
    }, desk.server.url);
    expect(left).toEqual({ shown: 'Type your question', leaked: [], styles: 0, inHead: 0 });
  });

  it('takes its colours and its theme from the page, and keeps them readable', async () => {
    await showForeign(
      '<script src="DESK/widget.js" defer></script><yuwen-chat inline theme="dark" accent="#ffd400"></yuwen-chat><yuwen-chat inline theme="light"></yuwen-chat>',
    );
    await desk.page.getByRole('textbox').nth(1).waitFor();
    await expectAccessible(desk.page, 'yuwen-chat');
    const looks = await desk.page.locator('yuwen-chat').evaluateAll((chats) =>
      chats.map((chat) => {
        const at = (part: string) => getComputedStyle(chat.shadowRoot!.querySelector(part)!);
        return [at('.window > header').backgroundColor, at('.window > header').color, at('.window').backgroundColor];
      }),
    );
    expect(looks).toEqual([
      ['rgb(255, 212, 0)', 'rgb(0, 0, 0)', 'rgb(18, 24, 27)'],
      ['rgb(15, 87, 103)', 'rgb(255, 255, 255)', 'rgb(251, 249, 245)'],
    ]);
  });
});
