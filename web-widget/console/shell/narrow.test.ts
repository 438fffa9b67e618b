import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, overflowsSideways, picture } from '../../testing/browser.ts';
import { dataReply, routingRun } from '../../testing/builders-console.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

/** A page of the console, and what is done there before it is looked at. */
const pages: [path: string, look: (page: Page) => Promise<unknown>][] = [
  ['/tickets', (page) => page.getByRole('link', { name: '20261123-000001' }).waitFor()],
  ['/tickets/20261123-000001', (page) => page.getByRole('button', { name: '签收' }).waitFor()],
  ['/triage', (page) => page.getByRole('button', { name: '定承办单位' }).waitFor()],
  ['/incidents', (page) => page.getByRole('article').waitFor()],
  ['/incidents/41', (page) => page.getByRole('img', { name: '各区县的工单数' }).locator('canvas').waitFor()],
  ['/rates', (page) => page.getByRole('table').waitFor()],
  ['/data', askForFigures],
  ['/evals', (page) => page.getByRole('link', { name: '的这次运行' }).first().waitFor()],
  ['/evals/runs', (page) => page.getByRole('link', { name: '的这次运行' }).first().waitFor()],
  [
    '/evals/compare?suite=classification&baseline=run-0&candidate=run-1',
    (page) => page.getByRole('button', { name: 'c-7' }).click(),
  ],
  ['/evals/run-1/cases/c-7', (page) => page.getByText('费用 20 元。').first().waitFor()],
  ['/evals/data', (page) => page.getByText('第 2 版').waitFor()],
  ['/evals/queue/item-1', (page) => page.getByText('2 部分对').click()],
  ['/evals/live', (page) => page.getByRole('img', { name: '怎么结束的' }).locator('canvas').waitFor()],
  ['/evals/run-1', (page) => page.getByRole('tab', { name: '标签' }).click()],
  ['/calls', (page) => page.getByRole('table').waitFor()],
  ['/calls/call-1', (page) => page.getByRole('button', { name: '登记工单' }).waitFor()],
];

async function askForFigures(page: Page): Promise<void> {
  await page.getByRole('button', { name: '上个月各区县投诉量前五' }).click();
  await page.getByRole('img', { name: /^图：/ }).locator('canvas').waitFor();
}

describe.skipIf(!hasChromium)('the console on a phone', () => {
  const desk = useDeskInBrowser('console');

  describe.each([390, 320])('%i pixels wide', (width) => {
    it.each(pages)('shows %s without scrolling the page sideways', async (path, look) => {
      desk.server.api.routes['POST /api/data-questions'] = () => [
        200,
        { conversationId: 'k', messageId: 'm', question: '问', reply: wideReply() },
      ];
      desk.server.api.routes['GET /api/evals/runs/*'] = ({ rest }) => [200, routingRun({ id: rest })];
      await desk.showConsole(path, 'admin-demo', { viewport: { width, height: 844 } });
      await look(desk.page);
      expect(await overflowsSideways(desk.page)).toBe(false);
      expect(await cutOff(desk.page)).toEqual([]);
      await expectAccessible(desk.page);
      await picture(desk.page, `console-${width}${path.split('?')[0]!.replaceAll('/', '-')}`, { fullPage: true });
    });
  });
});

/** A table with more columns than a phone has room for. */
function wideReply() {
  const { columns, rows } = dataReply().data;
  const more = ['办结量', '办结率', '超期量', '满意率'].map((label, index) => ({
    name: `metric${index}`,
    label,
    unit: null,
    role: 'metric' as const,
  }));
  const figures = Object.fromEntries(more.map(({ name }, index) => [name, index * 1_000]));
  return dataReply({ columns: [...columns, ...more], rows: rows.map((row) => ({ ...row, ...figures })) });
}

/** Text that stands out of the window, where no box of its own scrolls to it. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll('main *, header *')]
      .filter((element) => element.childElementCount === 0 && element.textContent?.trim())
      .filter((element) => !element.closest('.unseen, .skip') && !scrolls(element.parentElement))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.textContent ?? '');
  });
}
