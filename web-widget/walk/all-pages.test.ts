import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium } from '../testing/browser.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';

/** Every address of the console that stands by itself, as an administrator may open it. */
const paths = [
  '/tickets', '/tickets/20261123-000001', '/tickets/unknown', '/triage', '/incidents', '/incidents/41', '/rates', '/knowledge', '/knowledge/cards',
  '/knowledge/cards/water-meter', '/knowledge/documents', '/data', '/evals', '/evals/runs', '/evals/run-1',
  '/evals/run-1/cases/c-7', '/evals/compare?suite=classification&baseline=run-0&candidate=run-1', '/evals/data',
  '/evals/queue', '/evals/queue/item-1', '/evals/safety', '/evals/live', '/calls', '/calls/call-1', '/calls/unknown', '/chats', '/chats?chat=chat-2', '/admin',
  '/admin/keys', '/admin/switches', '/admin/retention', '/admin/audit', '/nowhere',
]; // biome-ignore format: a list of addresses

/** More stops than any page has; who has not come round by then is caught. */
const mostStops = 250;

describe.skipIf(!hasChromium)('every page of the console', () => {
  const desk = useDeskInBrowser('console');

  it.each(paths)(
    '%s has nothing for axe to find in light and dark, and is gone through by Tab from top to end',
    async (path) => {
      await desk.showConsole(path, 'admin-demo', { viewport: { width: 1280, height: 900 } });
      const { page } = desk;
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('正在加载…').first().waitFor({ state: 'detached' });
      await expectAccessible(page);
      expect(await faultsOfTabOrder(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.locator('[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
      await expectAccessible(page);
    },
  );
});

interface Stop {
  name: string;
  shown: boolean;
  /** Stands in the document after the stop before it. */
  inOrder: boolean;
}

/** Goes through a page by Tab: each stop must have a name, be in sight and come after the one before. */
async function faultsOfTabOrder(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (let count = 0; ; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await readStop(page);
    if (stop === null) return count < 3 ? [...faults, `only ${count} stops`] : faults;
    if (count >= mostStops) return [...faults, `caught at “${stop.name}”`];
    if (!stop.name) faults.push(`stop ${count} has no name`);
    if (!stop.shown) faults.push(`“${stop.name}” is not in sight`);
    if (!stop.inOrder) faults.push(`“${stop.name}” is out of order`);
  }
}

/** What has the focus now; null when it has left the page. */
function readStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const marked = window as Window & { stopBefore?: Element };
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    const before = marked.stopBefore;
    // Round again from the top: the page has been gone through.
    if (before && before !== focused && focused.matches('a.skip')) return null;
    marked.stopBefore = focused;
    const labels = 'labels' in focused ? [...((focused.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
    const named = (focused.getAttribute('aria-labelledby')?.split(' ') ?? []).map((id) => document.getElementById(id));
    const name = [focused.getAttribute('aria-label'), ...[...named, ...labels, focused].map((one) => one?.textContent)]
      .map((text) => text?.trim())
      .find(Boolean);
    // A radio button may be drawn by its label alone.
    const isInSight = (element: Element) => {
      const { width, height, bottom, right } = element.getBoundingClientRect();
      return width > 1 && height > 1 && bottom > 0 && right > 0;
    };
    return {
      name: name ?? '',
      shown: [focused, ...labels].some(isInSight),
      // A date has several stops within one field.
      inOrder:
        !before ||
        before === focused ||
        Boolean(before.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
  });
}
