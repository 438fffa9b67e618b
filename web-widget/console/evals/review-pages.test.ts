import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, picture } from '../../testing/browser.ts';
import { evalRun } from '../../testing/builders.ts';
import { useDeskInBrowser } from '../../testing/desk-in-browser.ts';

describe.skipIf(!hasChromium)('the review queue', () => {
  const desk = useDeskInBrowser('console');
  const posted = (path: string) =>
    desk.server.api.asked.filter((asked) => asked.method === 'POST' && asked.path.endsWith(path));

  it('is worked through by the keyboard alone: next, verdict, correction, save', async () => {
    await desk.showConsole('/evals/queue', 'operator-demo');
    await desk.page.getByText('选一条开始').waitFor();
    await desk.page.keyboard.press('j');
    await desk.page.getByRole('radio', { name: '3 错' }).waitFor();
    await desk.page.keyboard.press('3');
    expect(await desk.page.getByRole('radio', { name: '3 错' }).isChecked()).toBe(true);
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-queue', { fullPage: true });
    await desk.page.keyboard.press('e');
    await desk.page.keyboard.type('要 3 个工作日；e1k');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Space');
    await desk.page.getByRole('combobox', { name: '应有的结果' }).waitFor();
    await desk.page.locator('body').press('Enter');
    await desk.page.waitForURL(/item-2/);
    expect(posted('/verdict')[0]?.body).toMatchObject({
      verdict: 'wrong',
      makeCase: true,
      correction: { suite: 'answers', answer: '要 3 个工作日；e1k' },
    });
    await desk.page.getByText('li 正在看').first().waitFor();
    await desk.page.getByText('它不在您手里').or(desk.page.getByText('这一条不在您手里')).first().waitFor();
    await desk.page.keyboard.press('j');
    await desk.page.waitForURL(/item-3/);
    await desk.page.getByText('2 部分对').click();
    await desk.page.keyboard.press('k'); // with a radio button in focus
    await desk.page.waitForURL(/item-2/);
    const released = () => desk.server.api.asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    await expect.poll(released).toEqual(['/api/reviews/item-3/lock']);
  });

  it('asks for a verdict before it saves, and tells why a case was not made', async () => {
    desk.server.api.routes['POST /api/reviews/*/verdict'] = () => [
      422,
      { code: 'case_incomplete', message: '请选择这句话应当分到哪一类，才能生成分流用例。' },
    ];
    await desk.showConsole('/evals/queue/item-1', 'operator-demo');
    await desk.page.getByRole('button', { name: '保存结论' }).click();
    await desk.page.getByText('请先选一个结论').waitFor();
    await desk.page.getByText('2 部分对').click();
    await desk.page.getByRole('button', { name: '保存结论' }).click();
    await desk.page.getByText('请选择这句话应当分到哪一类').waitFor();
    await expectAccessible(desk.page);
  });

  it('says so when it is empty, and finds no item that does not exist', async () => {
    desk.server.api.routes['GET /api/reviews'] = () => [200, { items: [], total: 0, reasons: {} }];
    await desk.showConsole('/evals/queue', 'operator-demo');
    await desk.page.getByText('没有待复核的内容').waitFor();
    await desk.page.goto(`${desk.server.url}/console/evals/queue/none`);
    await desk.page.getByText('没有这条待审内容').waitFor();
    await expectAccessible(desk.page);
  });
});

describe.skipIf(!hasChromium)('the pages beside the evals', () => {
  const desk = useDeskInBrowser('console');

  it('show data sets with versions, and import a table only when every line is good', async () => {
    await desk.showConsole('/evals/data', 'operator-demo');
    await desk.page.getByText('第 2 版').waitFor();
    await desk.page.getByText('看用例').click();
    await desk.page.getByRole('link', { name: 'regression-1' }).waitFor();
    await desk.page.getByRole('combobox', { name: '评测集' }).click();
    await desk.page.getByRole('option', { name: '分流' }).click();
    await desk.page.getByRole('textbox', { name: '名称', exact: true }).fill('Mine');
    const text = desk.page.getByRole('textbox', { name: '或把内容贴在这里' });
    await text.fill('q,k\n上户口,matter\n坏,x');
    await desk.page.getByRole('combobox', { name: '字段 text', exact: true }).click();
    await desk.page.getByRole('option', { name: 'q', exact: true }).click();
    await desk.page.getByRole('button', { name: '预览' }).click();
    await desk.page.getByText('行 3：kind: 不在可选的范围内').waitFor();
    expect(await desk.page.getByRole('button', { name: '导入' }).isDisabled()).toBe(true);
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-data', { fullPage: true });
    await text.fill('q,k\n上户口,matter');
    await desk.page.getByRole('button', { name: '预览' }).click();
    await desk.page.getByRole('button', { name: '导入' }).click();
    await desk.page.getByText('已导入，成为第 1 版').waitFor();
    const sent = desk.server.api.asked.findLast(({ path }) => path.endsWith('/import'))?.body;
    expect(sent).toMatchObject({ suite: 'routing', name: 'mine', mapping: { text: 'q' }, apply: true });
  });

  it('show live quality, and open the turns behind a figure by an address', async () => {
    await desk.showConsole('/evals/live', 'operator-demo');
    await desk.page.getByRole('img', { name: '怎么结束的' }).locator('canvas').waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'evals-live', { fullPage: true });
    await desk.page.getByRole('button', { name: '没有查到 6' }).first().click();
    await expect
      .poll(() => desk.server.api.asked.at(-1)?.path)
      .toBe('/api/quality/turns?window=24h&page=1&outcome=nothing_found&channel=web');
    await desk.page.getByText('最近 7 天').click();
    await expect.poll(() => new URL(desk.page.url()).search).toContain('window=7d');
    await desk.page.getByRole('button', { name: '渠道 web ×' }).click();
    await expect.poll(() => new URL(desk.page.url()).search).not.toContain('channel');
  });

  it('show safety by category, or where to run it', async () => {
    await desk.showConsole('/evals/safety', 'operator-demo');
    await desk.page.getByText('还没有运行过安全评测').first().waitFor();
    const slices = {
      'category=weapons': { n: 30, blockRate: 0.97, falseBlockRate: null },
      'category=fraud': { n: 10, blockRate: 0.8, falseBlockRate: null },
    };
    desk.server.api.routes['GET /api/evals/runs'] = ({ url }) => [
      200,
      {
        items: [
          evalRun({
            suite: url.searchParams.get('suite') ?? '',
            metrics: { blockRate: 0.93, falseBlockRate: 0.01 },
            slices,
          }),
        ],
      },
    ];
    await desk.page.reload();
    const categories = desk.page.getByRole('region', { name: '分组成绩：类别 · safety' });
    await categories.waitFor();
    expect(await categories.getByRole('rowheader').allTextContents()).toEqual(['fraud', 'weapons']);
    await expectAccessible(desk.page);
  });

  it('say in English what they say in Chinese', async () => {
    await desk.showConsole('/evals/live', 'operator-demo');
    await desk.page.getByRole('button', { name: 'English' }).click();
    for (const name of ['Overview', 'Runs', 'Compare', 'Data sets', 'Review', 'Safety', 'Live quality']) {
      await desk.page.getByRole('navigation', { name: 'Evals' }).getByRole('link', { name, exact: true }).click();
      await desk.page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(desk.page);
    }
  });
});
