import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Suites that need a browser are skipped by name where there is none. */
export const hasChromium = existsSync(executablePath);

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ], // biome-ignore format: a list of flags
  });
}

/** Errors of a page, its refused contents (CSP) among them; a test expects the list to be empty when it ends. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // A status that a test provokes on purpose is shown to the user and is no error of the page.
    const provoked = message.text().startsWith('Failed to load resource');
    const offline = message.text().startsWith('WebSocket connection to');
    if (message.type() === 'error' && !provoked && !offline) errors.push(message.text());
  });
  return errors;
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fails with the rule and the element when axe-core finds a breach of WCAG 2.2 A or AA, or of good practice, on the page
 * or within one element of it.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  // Run through the debugger, not as a script element: the page's own policy allows none.
  await page.evaluate(await axeSource);
  const breaches = await page.evaluate(async (selector) => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(selector ? document.querySelector(selector)! : document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }, within);
  expect(breaches).toEqual([]);
}

/** Whether something stands out of the page sideways, so that one would have to scroll in two directions. */
export function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Parts of the widget whose content is wider than they are, so that something of it cannot be seen. */
export function cutOff(page: Page): Promise<string[]> {
  return page.locator('yuwen-chat').evaluateAll((chats) =>
    chats
      .flatMap((chat) => [
        ...chat.shadowRoot!.querySelectorAll('header, .log, .screen, .composer, .turning, footer, dialog[open] .sheet'),
      ])
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ className, localName }) => className || localName),
  );
}

/** Keeps a picture of the page when SCREENSHOTS names a folder; the ones in `docs/screenshots` are made this way. */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  // The offer of the tour stands over every page of a new browser, and is not what the picture is of.
  await page.evaluate(() => document.querySelector<HTMLElement>('.tour-offer')?.style.setProperty('display', 'none'));
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

/** The name of what has the focus, looked for through shadow roots. */
export function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? null;
  });
}
