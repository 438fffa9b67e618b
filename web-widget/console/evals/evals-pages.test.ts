import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { evalRun } from '../../testing/builders.ts';
import { routingRun } from '../../testing/builders-console.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the eval pages', () => {
  const desk = useDeskInBrowser('console');

  it('shows at a glance how each suite stands, and what waits for review', async () => {
    await desk.showConsole('/evals', 'operator-demo');
    await desk.page.getByText('门禁：不通过').waitFor();
    for (const text of ['kind=complaint 的 right 低了', '84%', '还没有运行过', '用户点踩 2'])
      await desk.page.getByText(text).first().waitFor();
    await desk.page.getByRole('img', { name: '诉求分类历次答对的比例' }).locator('canvas').waitFor();
    // What was never run is not said to lack a baseline: it is not known here.
    expect(await desk.page.getByText('还没有认可的基线').count()).toBe(0);
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-overview', { fullPage: true });
    await desk.page.getByRole('link', { name: 'classification 的这次运行' }).click();
    await desk.page.getByRole('heading', { level: 1, name: 'classification' }).waitFor();
  });

  it('shows runs, a run with its metrics, charts and slices, and the cases that failed', async () => {
    await desk.showConsole('/evals/runs', 'operator-demo');
    await desk.page.getByText('accuracy 0.842').first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-runs');
    await desk.page.getByRole('link', { name: 'classification 的这次运行' }).first().click();
    await desk.page.getByRole('heading', { level: 1, name: 'classification' }).waitFor();
    for (const text of ['0.771', '各类 F1 的平均', '楼上漏水', 'built-in'])
      await desk.page.getByText(text).first().waitFor();
    await desk.page.getByRole('img', { name: 'right 的分布' }).locator('canvas').waitFor();
    await desk.page.getByRole('img', { name: '风险—覆盖率' }).locator('canvas').waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-run', { fullPage: true });
  });

  it('sorts the runs by a column, and keeps the order in the address', async () => {
    await desk.showConsole('/evals/runs', 'operator-demo');
    await desk.page.getByRole('button', { name: '题数' }).click();
    await expect.poll(() => new URL(desk.page.url()).searchParams.get('sort')).toBe('-n');
    const counts = async () => (await desk.page.locator('tbody td:nth-child(4)').allTextContents()).map(Number);
    expect(await counts()).toEqual([120, 120, 118]);
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
    expect(await confusion.locator('.right.heat-3').count()).toBe(2);
    expect(await confusion.locator('.wrong.heat-1').allTextContents()).toEqual(['5', '1']);
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-run-routing', { fullPage: true });
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

  it('starts a run on the chosen data, watches it, and cancels it', async () => {
    const running = { status: 'running', finishedAt: null, progress: { done: 40, total: 216 } } as const;
    const state = { cancelled: false };
    desk.server.api.routes['GET /api/evals/runs/*'] = ({ rest }) => [
      200,
      evalRun({ id: rest, suite: 'routing', ...(state.cancelled ? { status: 'failed' } : running) }),
    ];
    desk.server.api.routes['POST /api/evals/runs/*/cancel'] = () => {
      state.cancelled = true;
      return [200, evalRun({ status: 'failed' })];
    };
    await desk.showConsole('/evals/runs', 'operator-demo');
    await desk.page.getByRole('combobox', { name: '评测集' }).click();
    await desk.page.getByRole('option', { name: '分流' }).click();
    await desk.page.getByRole('combobox', { name: '用哪份数据' }).click();
    await desk.page.getByRole('option', { name: '自带数据 + 回归用例' }).click();
    await desk.page.getByRole('button', { name: '运行评测' }).click();
    await desk.page.getByRole('status').filter({ hasText: '已跑 40 / 216 题' }).waitFor();
    expect(desk.server.api.asked.find(({ method }) => method === 'POST')?.body).toEqual({
      suite: 'routing',
      data: 'own+regression',
    });
    await expectAccessible(desk.page);
    await desk.page.getByRole('button', { name: '取消运行' }).click();
    await desk.page.getByText('own · 失败').waitFor();
  });

  it('compares two runs, regressions first, and shows where the outputs of a case differ', async () => {
    await desk.showConsole('/evals/compare?suite=classification&baseline=run-0&candidate=run-1', 'operator-demo');
    const table = desk.page.getByRole('region', { name: '得分' });
    await table.waitFor();
    expect(await texts(table, 'rowheader')).toEqual(['right', 'inTop2']);
    const first = await table.getByRole('row').nth(1).getByRole('cell').allTextContents();
    expect(first).toEqual(['确有下降', '0.860', '0.780', '−0.080', '−0.130 … −0.030', '0.004', '0.061', '3', '1']);
    await desk.page.getByRole('button', { name: 'c-7' }).click();
    await desk.page.getByRole('region', { name: '输出对比' }).getByText('proposed[1].label：物业').waitFor();
    expect(new URL(desk.page.url()).searchParams.get('case')).toBe('c-7');
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-compare', { fullPage: true });
  });

  it('shows a case with its sources and history, and sends it to the queue', async () => {
    await desk.showConsole('/evals/run-1/cases/c-7', 'operator-demo');
    await desk.page.getByText('费用 20 元。 （没有依据）').waitFor();
    expect(await desk.page.locator('.supports .supported').count()).toBe(1);
    await desk.page.getByText('matter/noodle-shop@2025-01-01#limits.1').waitFor();
    await desk.page.getByRole('link', { name: '开办小面馆' }).click();
    expect(await desk.page.locator('mark').textContent()).toBe('承诺 3 个工作日办结。');
    await expectAccessible(desk.page);
    await desk.page.goBack();
    await desk.page.getByRole('region', { name: '历次成绩' }).waitFor();
    expect(await texts(desk.page.getByRole('region', { name: '历次成绩' }), 'columnheader')).toEqual([
      '开始时间', '数据', '版本', 'right', 'factsPresent',
    ]); // biome-ignore format: one row
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-case', { fullPage: true });
    await desk.page.getByRole('button', { name: '送去复核' }).click();
    await desk.page.getByRole('link', { name: '去复核' }).click();
    await desk.page.getByRole('heading', { level: 1, name: '复核队列' }).waitFor();
  });
});

const texts = (within: Locator, role: 'columnheader' | 'rowheader' | 'cell') =>
  within.getByRole(role).allTextContents();
