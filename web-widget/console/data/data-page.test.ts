import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { answered } from '../../testing/builders.ts';
import { dataReply } from '../../testing/builders-console.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the data question page', () => {
  const desk = useDeskInBrowser('console');

  it('answers a data question with a sentence, a table, a chart and how it was computed', async () => {
    await desk.showConsole('/data', 'cadre-demo');
    await desk.page.getByRole('button', { name: '上个月各区县投诉量前五' }).waitFor();
    await expectAccessible(desk.page);
    await desk.page.getByRole('textbox', { name: '用中文提问' }).fill('上个月各区县投诉量前五');
    await desk.page.getByRole('button', { name: '提问' }).click();
    await desk.page.getByText('渝中区投诉量最多').first().waitFor();
    await desk.page.getByText('合成数据', { exact: true }).waitFor();
    await desk.page.getByRole('cell', { name: '412' }).waitFor();
    await desk.page.getByText('按投诉量从高到低取前 5 个区县。').waitFor();
    await desk.page.getByRole('img', { name: /^图：/ }).locator('canvas').waitFor();
    await expect.poll(() => colouredPixels(desk.page)).toBeGreaterThan(1_000);
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-data');
    await desk.page.getByText('查询语句').click();
    await desk.page.getByText('select "district"').waitFor();
  });

  it('asks on in the same conversation, and begins a new one when told to', async () => {
    await desk.showConsole('/data', 'cadre-demo');
    const box = desk.page.getByRole('textbox', { name: '用中文提问' });
    await box.fill('上个月投诉量');
    await box.press('Enter');
    await desk.page.getByText('问：上个月投诉量').waitFor();
    await box.fill('那渝中区呢');
    await box.press('Enter');
    await desk.page.getByText('问：那渝中区呢').waitFor();
    await desk.page.getByRole('button', { name: '新的提问' }).click();
    await box.fill('第三问');
    await box.press('Enter');
    await desk.page.getByText('问：第三问').waitFor();
    const bodies = desk.server.api.asked.filter(({ path }) => path === '/api/data-questions').map(({ body }) => body);
    expect(bodies).toEqual([
      { question: '上个月投诉量' },
      { question: '那渝中区呢', conversationId: 'conversation-1' },
      { question: '第三问' },
    ]);
  });

  it('shows no query to those who get none, and says what was not understood', async () => {
    const reply = dataReply({ sql: null, uncovered: ['大概'], rows: [], chart: null, explanation: ['指标：投诉量。'] });
    desk.server.api.routes['POST /api/data-questions'] = () => [
      200,
      { conversationId: 'k', messageId: 'm', question: '大概多少', reply },
    ];
    await desk.showConsole('/data', 'cadre-demo');
    await desk.page.getByRole('textbox', { name: '用中文提问' }).fill('大概多少');
    await desk.page.getByRole('button', { name: '提问' }).click();
    await desk.page.getByText('没有符合条件的数据').waitFor();
    await desk.page.getByText('没有看懂的部分：大概').waitFor();
    expect(await desk.page.getByText('查询语句').count()).toBe(0);
    expect(await desk.page.getByText('合成数据').count()).toBe(0);
  });

  it('shows any other ending of a data question in its words, with its options to tap', async () => {
    const options = [{ label: '按登记时间', send: '按登记时间统计' }];
    const clarifying = { outcome: 'clarifying', text: '按什么时间统计？', options };
    desk.server.api.routes['POST /api/data-questions'] = () => [
      200,
      { conversationId: 'k', messageId: 'm1', question: '多少', reply: clarifying },
    ];
    await desk.showConsole('/data', 'cadre-demo');
    await desk.page.getByRole('button', { name: '上个月各区县投诉量前五' }).click();
    desk.server.api.routes['POST /api/data-questions'] = () => [
      200,
      { conversationId: 'k', messageId: 'm2', question: '按登记时间统计', reply: answered({ text: '好的' }) },
    ];
    await desk.page.getByRole('button', { name: '按登记时间' }).click();
    await desk.page.getByText('问：按登记时间统计').waitFor();
  });
});

/** How many pixels of the chart are neither clear nor grey: a chart that failed has none. */
function colouredPixels(page: Page): Promise<number> {
  return page.locator('.chart canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    let coloured = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured += 1;
    }
    return coloured;
  });
}
