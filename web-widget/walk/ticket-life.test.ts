import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../channels/testing/machine.ts';
import { expectAccessible, overflowsSideways, picture } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

/** A Monday; every minute below is counted by hand: working days of 540 minutes, from the day after filing. */
const monday = '2026-11-23T10:00:00+08:00';
const complaint = '渝中区解放碑步行街烧烤摊半夜吵得睡不着。希望规定收摊时间，清理占道桌椅';
const clause = '《噪声污染防治法》第七十条';

/** A ticket's whole life as a citizen, a handler and the desk live it in their browsers, with its clock at every step. */
describeWith('chromium', 'a ticket from filing to its end', () => {
  let desk: LiveDesk;
  let citizen: Page;
  let progress: Page;
  let handler: Page;
  let hotline: Page;
  let number = '';
  const errors: string[][] = [];
  /** What the clock has said so far: event by event the minutes used, whether it ran, and the deadline. */
  const told: string[][] = [];

  beforeAll(async () => {
    desk = await openLiveDesk(monday);
    const open = async (path: string) => {
      const opened = await desk.openPage(path);
      errors.push(opened.errors);
      return opened.page;
    };
    [citizen, handler, hotline] = [await open('/'), await open('/console/log-in'), await open('/console/log-in')];
  }, 180_000);
  afterAll(() => desk?.close());

  /** Some moments later, somebody opens the ticket; a session has ended over night. */
  async function openTicket(page: Page, account: string, moment: string): Promise<void> {
    desk.setTime(moment);
    await desk.logIn(page, account);
    await page.goto(`${desk.address}/console/tickets/${number}`);
    await page.getByRole('heading', { name: '时限怎么算的' }).waitFor();
  }

  async function openMove(page: Page, label: string): Promise<ReturnType<Page['getByRole']>> {
    await page.getByRole('button', { name: label, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: label });
    await dialog.waitFor();
    return dialog;
  }

  async function pick(page: Page, field: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option }).click();
  }

  async function confirm(page: Page, label: string): Promise<void> {
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('dialog', { name: label }).waitFor({ state: 'detached' });
  }

  const linesOf = async (page: Page) => {
    const rows = page.getByRole('region', { name: '时限逐行说明' }).locator('tbody tr');
    return Promise.all(
      (await rows.all()).map(async (row) => {
        const [, text, used, budget, due, state] = await row.locator('td').allInnerTexts();
        expect([row, budget]).toEqual([row, '8,100 分钟']);
        return [text!.split('\n')[0]!, used!.split('\n')[0]!, due!, state!];
      }),
    );
  };

  /** Every line so far stands as it stood, one more has come, and the last says how it is now. */
  async function expectClock(page: Page, line: RegExp, minutes: string, due: string, state = '在走'): Promise<void> {
    await page.getByRole('region', { name: '时限逐行说明' }).getByText(line).last().waitFor();
    const lines = await linesOf(page);
    const [now] = lines.splice(-1);
    expect(lines.slice(0, -1)).toEqual(told);
    expect(lines.at(-1)).toEqual([expect.stringMatching(line), `${minutes} 分钟`, due, state]);
    expect(now).toEqual([expect.stringMatching(/^现在：时限已用 \d+%/), `${minutes} 分钟`, due, state]);
    told.push(lines.at(-1)!);
  }

  const firstDue = '2026年12月14日 18:00';

  it('is filed in the chat, and the clock starts', async () => {
    await citizen.getByRole('textbox', { name: '输入您的问题' }).fill(complaint);
    await citizen.getByRole('button', { name: '发送' }).click();
    const card = citizen.getByRole('group', { name: '工单' });
    await card.waitFor();
    number = /\d{8}-\d{6}/.exec((await card.textContent()) ?? '')?.[0] ?? '';
    await openTicket(handler, 'handler', monday);
    await handler.getByText('规定收摊时间', { exact: true }).waitFor();
    await handler.getByText('清理占道桌椅', { exact: true }).waitFor();
    await expectClock(handler, /^登记：U3 级投诉，办结时限 15 个工作日/, '0', firstDue);
  }, 120_000);

  it('is returned with a coded reason and a clause, and dispatched again from the triage page', async () => {
    await openTicket(handler, 'handler', '2026-11-24T10:00:00+08:00');
    await returnIt();
    await expectClock(handler, /退回，计时不停/, '60', firstDue);

    await openTriage('2026-11-24T14:00:00+08:00');
    await hotline.getByRole('article', { name: number }).getByText('被退回').first().waitFor();
    await hotline.getByRole('article', { name: number }).getByRole('button', { name: '定承办单位' }).click();
    await fillUnit('改派', '渝中区城市管理局');
    await hotline.getByRole('textbox', { name: '理由' }).fill('占道经营由城市管理部门牵头');
    await confirm(hotline, '改派');
    await openTicket(hotline, 'hotline', '2026-11-24T14:00:00+08:00');
    await expectClock(hotline, /^改派渝中区城市管理局，计时不停/, '300', firstDue);
  }, 120_000);

  it('goes to adjudication with the second return, and the ruling binds', async () => {
    await openTicket(handler, 'handler', '2026-11-25T09:30:00+08:00');
    await returnIt();
    await expectClock(handler, /^渝中区城市管理局退回，计时不停/, '570', firstDue);

    await openTriage('2026-11-25T11:00:00+08:00');
    await look(hotline, 'triage');
    const item = hotline.getByRole('article', { name: number });
    await item.getByText('第二次退回').first().waitFor();
    await item.getByRole('button', { name: '定承办单位' }).click();
    await fillUnit('裁定', '渝中区公安分局');
    await hotline.getByRole('combobox', { name: '依据条款' }).fill(clause);
    await hotline.getByRole('textbox', { name: '理由' }).fill('经劝阻无效的由公安机关处理');
    await confirm(hotline, '裁定');
    await openTicket(handler, 'handler', '2026-11-25T11:00:00+08:00');
    await expectClock(handler, /^裁定由渝中区公安分局承办，计时不停/, '660', firstDue);
    expect(await handler.getByRole('button', { name: '退回', exact: true }).count()).toBe(0);
  }, 120_000);

  it('is accepted, and a reply that lacks an item is sent back with what it lacks, and kept', async () => {
    await openTicket(handler, 'handler', '2026-11-25T15:00:00+08:00');
    await openMove(handler, '签收');
    await confirm(handler, '签收');
    await expectClock(handler, /^承办单位签收，计时不变/, '900', firstDue);

    await openTicket(handler, 'handler', '2026-11-26T10:00:00+08:00');
    const dialog = await openMove(handler, '答复');
    const lacking = '经现场核查，已责令商家规定收摊时间为23点。';
    await dialog.getByRole('textbox', { name: '答复内容' }).fill(lacking);
    await handler.getByRole('button', { name: '确认' }).click();
    await dialog.getByRole('alert').getByText('清理占道桌椅').waitFor();
    expect(await dialog.getByRole('textbox', { name: '答复内容' }).inputValue()).toBe(lacking);
    await look(handler, 'reply-sent-back');
    // A reply that does not pass leaves the clock running, and no line of its own.
    await openTicket(handler, 'handler', '2026-11-26T10:00:00+08:00');
    expect((await linesOf(handler)).slice(0, -1)).toEqual(told);
    expect((await linesOf(handler)).at(-1)![1]).toBe('1,140 分钟');

    await openTicket(handler, 'handler', '2026-11-26T16:00:00+08:00');
    await reply('经现场核查，已责令商家规定收摊时间为23点，并已清理占道桌椅，现场恢复通行。');
    await expectClock(handler, /^已答复，等诉求人评价，计时停住/, '1,500', firstDue, '停住');
  }, 120_000);

  it('is opened again in the part that the citizen calls unsolved', async () => {
    desk.setTime('2026-11-27T10:00:00+08:00');
    const card = citizen.getByRole('group', { name: '工单' }).first();
    [progress] = await Promise.all([
      citizen.context().waitForEvent('page'),
      card.getByRole('link', { name: '打开进度页，逐项评价' }).click(),
    ]);
    await progress.getByRole('heading', { name: /已答复/ }).waitFor();
    expect(progress.url()).not.toContain('secret');
    await look(progress, 'progress');
    await judge('第 1 项：规定收摊时间', '解决了');
    await judge('第 2 项：清理占道桌椅', '解决了一部分');
    await progress.getByRole('button', { name: '提交评价' }).click();
    await progress.getByText('收到您的评价了。').waitFor();
    await progress.getByRole('heading', { name: /重新办理/ }).waitFor();

    await openTicket(handler, 'handler', '2026-11-27T10:00:00+08:00');
    // It stood from Thursday 16:00 to Friday 10:00: 180 counted minutes, by which the deadline moves.
    await expectClock(handler, /^第 2 项没有解决，重新办理/, '1,500', '2026年12月15日 12:00');
    await handler.getByText('退回过 1 次').waitFor();
    await look(handler, 'ticket');
  }, 120_000);

  it('is answered again and closed when the citizen says that all is solved', async () => {
    await openTicket(handler, 'handler', '2026-11-27T12:00:00+08:00');
    await reply('又到现场清理占道桌椅，划线定界，每晚巡查。');
    await expectClock(handler, /^已答复/, '1,620', '2026年12月15日 12:00', '停住');

    desk.setTime('2026-11-30T09:00:00+08:00');
    await progress.getByRole('button', { name: '刷新' }).click();
    await progress.getByRole('heading', { name: /已答复/ }).waitFor();
    await judge('第 2 项：清理占道桌椅', '解决了');
    await judge('对办理满意吗？（可不选）', '满意');
    await progress.getByRole('button', { name: '提交评价' }).click();
    await progress.getByRole('heading', { name: /已办结/ }).waitFor();

    await openTicket(hotline, 'hotline', '2026-11-30T09:00:00+08:00');
    const lines = await linesOf(hotline);
    expect(lines.slice(0, told.length)).toEqual(told);
    expect(lines.slice(told.length).map(([text, used, , state]) => [text, used, state])).toEqual([
      ['办结，计时停住。', '1,620 分钟', '停住'],
      [expect.stringMatching(/^现在：时限已用 20%.*计时停着/), '1,620 分钟', '停住'],
    ]);
    await hotline.getByText('各项都已解决', { exact: true }).waitFor();
    expect(errors).toEqual([[], [], []]);
  }, 120_000);

  async function returnIt(): Promise<void> {
    await openMove(handler, '退回');
    await pick(handler, '退单原因', '依法不属于本单位职责');
    await handler.getByRole('combobox', { name: '依据条款' }).fill(clause);
    await handler.getByRole('textbox', { name: '理由' }).fill('不属于本单位职责');
    await confirm(handler, '退回');
  }

  async function openTriage(moment: string): Promise<void> {
    desk.setTime(moment);
    await desk.logIn(hotline, 'hotline');
    await hotline.goto(`${desk.address}/console/triage`);
    await hotline.getByRole('article', { name: number }).waitFor();
  }

  async function fillUnit(label: string, unit: string): Promise<void> {
    await hotline.getByRole('dialog', { name: label }).waitFor();
    await hotline.getByRole('combobox', { name: '承办单位' }).fill(unit);
    await hotline.getByRole('option', { name: unit, exact: true }).click();
  }

  async function reply(text: string): Promise<void> {
    const dialog = await openMove(handler, '答复');
    await dialog.getByRole('textbox', { name: '答复内容' }).fill(text);
    await confirm(handler, '答复');
  }

  const judge = (question: string, answer: string) =>
    progress.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();

  /** Nothing for axe to find, and nothing that makes a phone scroll sideways. */
  async function look(page: Page, name: string): Promise<void> {
    await expectAccessible(page);
    await picture(page, `life-${name}`, { fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    expect([name, await overflowsSideways(page)]).toEqual([name, false]);
    await picture(page, `life-${name}-390`, { fullPage: true });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});
