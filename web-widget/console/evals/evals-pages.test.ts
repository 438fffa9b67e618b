import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
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
    for (const text of ['0.771', '噪声', '楼上漏水', 'built-in']) await desk.page.getByText(text).first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'console-run');
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
