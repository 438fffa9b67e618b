import { describe, expect, it } from 'vitest';
import { expectAccessible, hasChromium, overflowsSideways, picture } from '../testing/browser.ts';
import { useDeskInBrowser } from '../testing/desk-in-browser.ts';
import { progressShown } from '../testing/fake-ticket-routes.ts';

const items = [
  { id: 1, text: '规定收摊时间', state: 'answered' as const, answer: '已责令 23 点前收摊。' },
  { id: 2, text: '清理占道桌椅', state: 'answered' as const, answer: null },
];
const answered = progressShown({
  status: 'replied', items, mayJudge: true, clockText: '已经答复，请您评价；没解决的会接着办。',
  reply: { text: '经现场核查，已清理占道桌椅。', at: '2026-11-26T08:00:00Z' }, answerDueAt: '2026-12-03T10:00:00Z',
}); // biome-ignore format: one ticket, one glance

describe.skipIf(!hasChromium)('the progress page', () => {
  const desk = useDeskInBrowser('widget');

  it('opens a ticket by number and code without a log-in, and says what is wrong in the desk’s words', async () => {
    desk.server.api.routes['POST /api/ticket-progress'] = ({ body }) =>
      (body as { secret: string }).secret === 'ABCD2345'
        ? [200, answered]
        : [404, { code: 'ticket_not_found', message: '工单号或查询码不对，请核对后再查。' }];
    await desk.show('/progress.html');
    const { page } = desk;
    await page.getByRole('textbox', { name: /^工单号/ }).fill('20261123-000001');
    await page.getByRole('textbox', { name: /^查询码/ }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('工单号或查询码不对').waitFor();
    await expectAccessible(page);
    expect(await page.getByRole('textbox', { name: /^工单号/ }).inputValue()).toBe('20261123-000001');
    await page.getByRole('textbox', { name: /^查询码/ }).fill('ABCD2345');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.getByRole('heading', { name: '办到哪一步：已答复' }).waitFor();
    await expectAccessible(page);
  });

  it('takes a word on each item, by the keyboard too, and keeps it when the desk is out of reach', async () => {
    desk.server.api.routes['POST /api/ticket-progress'] = () => [200, answered];
    await desk.show('/progress.html#number=20261123-000001&secret=ABCD2345');
    const { page, server } = desk;
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('alert').getByText('至少评价一项').waitFor();
    await page.getByRole('group', { name: '第 1 项：规定收摊时间' }).getByLabel('解决了', { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: '第 2 项：清理占道桌椅' }).getByText('没有解决').click();
    server.api.routes['POST /api/ticket-progress/verdicts'] = () => [503, null];
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByRole('alert').getByText('连不上服务').waitFor();
    server.api.routes['POST /api/ticket-progress/verdicts'] = () => [
      200,
      { ...answered, status: 'reopened', mayJudge: false },
    ];
    await page.getByRole('button', { name: '提交评价' }).click();
    await page.getByText('收到您的评价了。').waitFor();
    expect(server.api.asked.at(-1)?.body).toEqual({
      number: '20261123-000001',
      secret: 'ABCD2345',
      verdicts: [{ item: 1, verdict: 'solved' }, { item: 2, verdict: 'not' }],
      satisfaction: null,
      comment: null,
    }); // biome-ignore format: two verdicts
    expect(page.url()).not.toContain('ABCD2345');
  });

  it.each(['/progress.html', '/progress-en.html'])(
    'stands at 320 pixels, which is 1280 enlarged four times, in large print: %s',
    async (path) => {
      desk.server.api.routes['POST /api/ticket-progress'] = () => [200, answered];
      await desk.show(`${path}#number=20261123-000001&secret=ABCD2345`, { viewport: { width: 320, height: 640 } });
      const { page } = desk;
      await page.getByRole('button', { name: /^(大字|Large text)$/ }).click();
      await page.getByRole('button', { name: /^(提交评价|Send judgement)$/ }).waitFor();
      expect(await overflowsSideways(page)).toBe(false);
      await expectAccessible(page);
      await picture(page, `progress-320${path.replaceAll('/', '-')}`, { fullPage: true });
    },
  );
});
