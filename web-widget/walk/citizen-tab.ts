import type { BrowserContext, Page } from 'playwright-core';

export interface ShownMessages {
  said: string[];
  answers: string[];
  unsent: number;
}

/** A tab in which somebody writes; it writes, reloads and reads one after the other. */
export interface CitizenTab {
  /** Every text that was sent off, in order. */
  readonly typed: readonly string[];
  say(text: string): Promise<void>;
  reload(): Promise<void>;
  shown(): Promise<ShownMessages>;
}

export async function openCitizenTab(context: BrowserContext, address: string): Promise<CitizenTab> {
  const page = await context.newPage();
  const typed: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  /** Nothing is typed into a page that is being loaded. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
  const load = () => loadUntilUsable(page, address);
  await load();
  return {
    typed,
    say: (text) =>
      inTurn(async () => {
        await questionBox(page).fill(text);
        await questionBox(page).press('Enter');
        typed.push(text);
      }),
    reload: () => inTurn(load),
    shown: () => inTurn(() => page.evaluate(readShown)),
  };
}

const questionBox = (page: Page) => page.getByRole('textbox', { name: '输入您的问题' });

/** As people do where the network is bad: again and again, until there is something to write into. */
async function loadUntilUsable(page: Page, address: string): Promise<void> {
  for (;;) {
    const isThere = await page
      .goto(`${address}/`, { timeout: 8000 })
      .then(() => questionBox(page).waitFor({ timeout: 3000 }))
      .then(
        () => true,
        () => false,
      );
    if (isThere) return;
    await page.waitForTimeout(200);
  }
}

/** In the page: what the widget shows of the conversation. */
function readShown(): ShownMessages {
  const root = document.querySelector('yuwen-chat')!.shadowRoot!;
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  return {
    said: all('li.citizen:not(.unsent) > p').map(({ textContent }) => textContent.trim()),
    answers: all('li.desk[data-message]').map(({ dataset }) => dataset.message ?? ''),
    unsent: all('li.unsent').length,
  };
}
