import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { routingRun } from '../../testing/builders-console.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the eval pages', () => {
  const desk = useDeskInBrowser('console');

  it('shows runs, a run with its metrics and slices, and the cases that failed', async () => {
    await desk.showConsole('/evals', 'operator-demo');
    await desk.page.getByText('accuracy 0.842').first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-evals');
    await desk.page.getByRole('link', { name: 'classification 的这次运行' }).click();
    await desk.page.getByRole('heading', { level: 1, name: 'classification' }).waitFor();
    for (const text of ['0.771', '各类 F1 的平均', '楼上漏水', 'built-in'])
      await desk.page.getByText(text).first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-run');
  });

  it('shows metrics in order, slices by dimension without empty columns, and the confusion matrix with its diagonal', async () => {
    desk.server.api.routes['GET /api/evals/runs/*'] = ({ rest }) => [200, routingRun({ id: rest })];
    await desk.showConsole('/evals/run-1', 'operator-demo');
    await desk.page.getByText('共 3 处').waitFor();
    expect(await desk.page.locator('dl.metrics dt').allTextContents()).toEqual([
      'kindAccuracy',
      'labelTop1',
      'labelTop3',
      'emergencyRecall',
      'unsupportedSentences',
    ]);
    const kinds = desk.page.getByRole('region', { name: '分组成绩：类型' });
    expect(await texts(kinds, 'columnheader')).toEqual(['类型', '题数', 'kindAccuracy', 'labelTop1', 'labelTop3']);
    expect(await texts(kinds, 'rowheader')).toEqual(['办事', '数据']);
    await desk.page.getByRole('tab', { name: '标签' }).click();
    expect(await texts(desk.page.getByRole('region', { name: '分组成绩：标签' }), 'rowheader')).toEqual([
      'speech',
      'typo',
    ]);
    const confusion = desk.page.getByRole('region', { name: '混淆表' });
    expect(await texts(confusion, 'columnheader')).toEqual(['实际 ＼ 判成', '办事', '数据', '诉求', '题数']);
    expect(await texts(confusion, 'cell')).toEqual(['63（判对）', '0', '5', '68', '1', '14（判对）', '0', '15']);
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-run-routing');
  });

  it('shows a table of classes, the weakest first, in English too', async () => {
    await desk.showConsole('/evals/run-1', 'operator-demo');
    await desk.page.getByRole('button', { name: 'English' }).click();
    const classes = desk.page.getByRole('region', { name: 'Classes' });
    await classes.waitFor();
    expect(await texts(classes, 'columnheader')).toEqual(['Class', 'Cases', 'precision', 'recall', 'f1']);
    expect(await texts(classes, 'rowheader')).toEqual(['物业', '噪声']);
    await desk.page.getByText('Mean F1 of the classes, large and small alike').waitFor();
    await expectAccessible(desk.page);
  });

  it('turns the pages of the cases that failed', async () => {
    desk.server.api.routes['GET /api/evals/runs/*/cases'] = ({ url }) => {
      const page = Number(url.searchParams.get('page'));
      const items = [{ caseId: `c-${page}`, input: {}, output: null, scores: {}, error: '超时', elapsedMs: 3 }];
      return [200, { items, total: 120 }];
    };
    await desk.showConsole('/evals/run-1', 'operator-demo');
    await desk.page.getByRole('rowheader', { name: 'c-1' }).waitFor();
    await desk.page.getByRole('button', { name: '下一页' }).click();
    await desk.page.getByRole('rowheader', { name: 'c-2' }).waitFor();
    await expectAccessible(desk.page);
  });

  it('starts a run of the chosen suite', async () => {
    await desk.showConsole('/evals', 'operator-demo');
    await desk.page.getByRole('combobox', { name: '评测集' }).click();
    await desk.page.getByRole('option', { name: '诉求分类' }).click();
    await desk.page.getByRole('button', { name: '运行评测' }).click();
    await desk.page.getByText('评测已开始').waitFor();
    expect(desk.server.api.asked.find(({ method }) => method === 'POST')?.body).toEqual({ suite: 'classification' });
  });
});

const texts = (within: Locator, role: 'columnheader' | 'rowheader' | 'cell') =>
  within.getByRole(role).allTextContents();
