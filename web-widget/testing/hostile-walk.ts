import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type HostileWatch, watchForDeeds } from './hostile-watch.ts';

export interface Watched {
  page: Page;
  watch: HostileWatch;
  go: (path: string) => Promise<unknown>;
}

interface Desk {
  address: string;
  browser: Browser;
  logIn(page: Page, account: string): Promise<void>;
}

/** A browser of somebody's own, listened to from its first page on. */
export async function openWatched(desk: Desk, account?: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await desk.browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const watch = await watchForDeeds(page);
  if (account) await desk.logIn(page, account);
  return { page, watch, go: (path) => page.goto(desk.address + path) };
}

/** Nothing ran, and nothing stands in the page that was made of a text; says how many texts it had. */
export async function expectHarmless(door: string, { page, watch }: Watched, count: number): Promise<void> {
  // Refusals are told of in tasks of their own; what waits its turn in the page comes after them.
  await page.evaluate(() => new Promise((go) => setTimeout(go, 100)));
  expect([door, watch.seen, await watch.strangers()]).toEqual([door, [], []]);
  process.stdout.write(`hostile: ${door}: ${count}\n`);
}

export const textsOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((shown) => shown.map(({ textContent }) => textContent ?? ''));

/** Shown word for word in one element or another, white space aside: a page may fold it. */
export async function expectShown(page: Page, selector: string, wanted: readonly string[]): Promise<void> {
  const folded = (text: string) => text.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const missing = async () => {
    const shown = new Set((await textsOf(page, selector)).map(folded));
    return wanted.map(folded).filter((text) => !shown.has(text));
  };
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
} // biome-ignore format: what is aside

/** As many texts as one message takes, a line each. */
export function messagesOf(lines: readonly string[]): string[] {
  const messages = [''];
  for (const line of lines) {
    const last = messages.at(-1)!;
    if (last.length + line.length < 1900) messages[messages.length - 1] = last === '' ? line : `${last}\n${line}`;
    else messages.push(line);
  }
  return messages;
}
