import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../../channels/cli/project-root.ts';
import { readTranscript } from '../../channels/hotline/read-transcript.ts';
import { ownTranscripts } from '../../channels/hotline/transcript-files.ts';
import type { CallEventInput } from '../../channels/http/hotline-types.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { expectAccessible, overflowsSideways, picture } from '../testing/browser.ts';
import { hostileTexts } from '../testing/hostile-texts.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

/** Calls as operators live them: a whole desk, transcripts as a call centre streams them, and no mouse where none is named. */
describeWith('chromium', 'an operator at calls', () => {
  let desk: LiveDesk;
  let page: Page;
  const began = new Date();
  const errors: string[][] = [];

  beforeAll(async () => {
    desk = await openLiveDesk(began.toISOString());
    page = await openAs('hotline');
  }, 180_000);
  afterAll(() => desk?.close());

  async function openAs(account: string): Promise<Page> {
    const opened = await desk.openPage('/console/log-in', { viewport: { width: 1440, height: 900 } });
    errors.push(opened.errors);
    await desk.logIn(opened.page, account);
    return opened.page;
  }

  const goTo = (path: string, on = page) => on.goto(`${desk.address}/console${path}`);

  async function send(call: string, events: readonly CallEventInput[]): Promise<void> {
    const answer = await page.request.post(`${desk.address}/api/calls/${call}/events`, {
      data: { events },
      headers: { 'x-yuwen-request': '1' },
    });
    expect([answer.status(), ((await answer.json()) as { rejected?: unknown[] }).rejected]).toEqual([200, []]);
  }

  /** One of our own transcripts, event by event; `between` is what the operator sees and does after each. */
  async function replay(name: string, call: string, between?: (event: CallEventInput) => Promise<void>): Promise<void> {
    const { events } = await readTranscript(join(projectRoot(), ownTranscripts, `${name}.jsonl`));
    for (const { afterMs, event } of events) {
      const sent = event(new Date(began.getTime() + afterMs));
      await send(call, [sent]);
      await between?.(sent);
    }
  }

  /** One sentence every five seconds. */
  const said = (sequence: number, text: string, more: object = {}): CallEventInput => {
    const at = new Date(began.getTime() + sequence * 5_000).toISOString();
    return { kind: 'utterance', sequence, speaker: 'citizen', at, text, ...more } as CallEventInput;
  };

  const part = (name: string, on = page) => on.getByRole('article', { name, exact: true });

  /** By `j` alone, as the legend says. */
  async function choose(name: string, on = page): Promise<void> {
    const focused = () => on.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    for (let pressed = 0; (await focused()) !== name; pressed += 1) {
      expect(pressed).toBeLessThan(25);
      await on.keyboard.press('j');
      await on.waitForTimeout(30);
    }
  }

  async function tabTo(name: string): Promise<void> {
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    for (let pressed = 0; (await focused()) !== name; pressed += 1) {
      expect(pressed).toBeLessThan(120);
      await page.keyboard.press('Tab');
    }
  }

  /** Nothing for axe to find in light and dark, nothing that makes a phone or four times the size scroll sideways. */
  async function look(name: string, on = page): Promise<void> {
    await expectAccessible(on);
    await picture(on, `hotline-${name}`);
    for (const [width, height] of [[390, 844], [320, 256]] as const) {
      await on.setViewportSize({ width, height });
      expect([name, width, await overflowsSideways(on)]).toEqual([name, width, false]);
      await picture(on, `hotline-${name}-${width}`, { fullPage: true });
    }
    await on.setViewportSize({ width: 1440, height: 900 });
    await on.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await on.locator('[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
    await expectAccessible(on);
    await picture(on, `hotline-${name}-dark`);
    await on.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  } // biome-ignore format: two sizes at a glance

  it('shows an empty list, and a call as soon as it comes in', async () => {
    await goTo('/calls');
    await page.getByText('现在没有通话').waitFor();
    await look('no-calls');
    await send('noise', [{ kind: 'start', at: began.toISOString(), callerNumber: '13800001201' }]);
    await page.getByRole('link', { name: '还没听出要办什么' }).waitFor();
  }, 120_000);

  it('is worked from the first word to a filed ticket by the keyboard alone', async () => {
    await tabTo('还没听出要办什么');
    await page.keyboard.press('Enter');
    await page.getByText('还没有人说话。').waitFor();
    await look('silent');
    await replay('barbecue-noise', 'noise', async (event) => {
      if (event.kind !== 'utterance') return;
      await page.locator(`#utterance-${event.sequence}`).waitFor();
      if (event.sequence < 7) return;
      if (event.sequence === 7) await part('要求办的事').getByText('搬走').waitFor();
    });
    await page.getByText('已结束', { exact: true }).first().waitFor();
  }, 120_000);

  it('marks what a person set, and files after one more look', async () => {
    await choose('类别');
    await page.keyboard.press('a');
    await part('类别').getByText('已采纳').waitFor();
    await choose('回访电话');
    await page.keyboard.press('c');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('13900001234');
    await page.keyboard.press('Enter');
    await part('回访电话').getByText('13900001234').waitFor();
    await look('ended');
    await page.keyboard.press('f');
    await page.getByRole('form', { name: '登记前请核对' }).waitFor();
    await look('asked-once-more');
    await page.keyboard.press('Enter');
    const filed = page.getByRole('link', { name: /^已登记工单 \d{8}-\d{6}$/ });
    await filed.waitFor();
    const number = /\d{8}-\d{6}/.exec((await filed.textContent())!)![0];
    await look('filed');
    await tabTo(`已登记工单 ${number}`);
    await page.keyboard.press('Enter');
    await page.getByText(number).first().waitFor();
    await page.getByText('社会生活噪声').first().waitFor();
  }, 120_000);

  it('shows what to say with its passage, and adds the call to a ticket about the same', async () => {
    await send('again', [
      said(1, '您好，12345，请讲。', { speaker: 'operator' }),
      said(2, '我想问哈城乡居民医保啷个交', { confidence: 0.94 }),
      said(3, '另外还要投诉渝中区大坪正街那个烧烤摊，天天晚上吵到两三点', { confidence: 0.52 }),
      said(4, '要求他们把音响关了，那个摊摊搬走', { confidence: 0.91 }),
      said(5, '就在大坪医院过来', { status: 'partial' }),
    ]);
    await goTo('/calls/again');
    await choose('可以这样答');
    await page.keyboard.press('s');
    const passage = page.getByRole('region', { name: /的原文$/ });
    await passage.locator('mark').waitFor();
    expect((await passage.locator('mark').textContent())!.length).toBeGreaterThan(5);
    const earlier = page.getByRole('article', { name: /^\d{8}-\d{6}$/ });
    await earlier.getByText(/相像 \d+%/).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await look('call');
    await choose((await earlier.getAttribute('aria-label'))!);
    await page.keyboard.press('a');
    await page.getByRole('textbox', { name: '补充说明' }).fill('同一家烧烤摊');
    await look('joining');
    await tabTo('确认并入');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^已并入工单/ }).waitFor();
  }, 240_000);

  it('warns of an emergency while the sentence is still being said', async () => {
    await goTo('/calls');
    await send('gas', [{ kind: 'start', at: began.toISOString() }]);
    await page.getByRole('link', { name: '还没听出要办什么' }).first().waitFor();
    await goTo('/calls/gas');
    await page.getByText('还没有人说话。').waitFor();
    await send('gas', [said(1, '我们楼道里头好大一股天然气味道', { status: 'partial', revision: 0 })]);
    const alert = page.getByRole('alert').filter({ hasText: '119' });
    await alert.waitFor({ state: 'attached' });
    await part('紧急情况').waitFor();
    await page.getByText('正在说…').waitFor();
    await look('emergency');
    await send('gas', [said(1, '我们楼道里头好大一股天然气味道，刺鼻得很', { revision: 1 })]);
    await choose('紧急情况');
    await page.keyboard.press('a');
    await part('紧急情况').getByText('已采纳').waitFor();
    await page.keyboard.press('u');
    await part('紧急情况').getByRole('button', { name: '已告知市民' }).waitFor();
  }, 120_000);

  it('makes of a correction something to review', async () => {
    await send('stall', [said(1, '渝中区解放碑步行街烧烤摊半夜吵得睡不着，希望规定收摊时间')]);
    await goTo('/calls/stall');
    await choose('类别');
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: '应当是' }).waitFor();
    await look('correcting');
    await page.keyboard.type('占道');
    await page
      .getByRole('option', { name: /占道经营/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('摊位占了人行道');
    await tabTo('提交');
    await page.keyboard.press('Enter');
    await part('类别').getByText('将成为评测用例').waitFor();
    await part('类别')
      .getByText(/占道经营/)
      .waitFor();

    const reviewer = await openAs('operator');
    await goTo('/evals/queue', reviewer);
    await reviewer.getByRole('link', { name: /烧烤摊半夜吵得睡不着/ }).click();
    await reviewer
      .getByText(/话务员改为/)
      .first()
      .waitFor();
    await reviewer.getByText('摊位占了人行道').first().waitFor();
    await expectAccessible(reviewer);
  }, 120_000);

  it('tells of another operator at the same call, and loses nothing that was typed', async () => {
    const second = await openAs('admin');
    await goTo('/calls/stall', second);
    await part('地点', second).getByRole('button', { name: '更正' }).click();
    await second.getByRole('textbox', { name: '应当是' }).fill('渝中区临江门');
    // The second operator's page does not hear of it in time.
    await second.route('**/api/calls/stall', (route) => route.abort());
    await choose('地点');
    await page.keyboard.press('a');
    await part('地点').getByText('已采纳').waitFor();
    await second.getByRole('button', { name: '提交' }).click();
    await part('地点', second).getByText('hotline：已采纳').waitFor();
    expect(await second.getByRole('textbox', { name: '应当是' }).inputValue()).toBe('渝中区临江门');
    await expectAccessible(second);
    await second.unroute('**/api/calls/stall');
    await second.reload();
    expect(await second.getByRole('textbox', { name: '应当是' }).inputValue()).toBe('渝中区临江门');
    await second.getByRole('button', { name: '提交' }).click();
    await part('地点', second).getByText('渝中区临江门').waitFor();
    await part('地点').getByText('渝中区临江门').waitFor();
    await second.close();
  }, 120_000);

  it('runs nothing of what is said, typed or named', async () => {
    let ran = 0;
    page.on('dialog', (dialog) => {
      ran += 1;
      void dialog.dismiss();
    });
    const texts = hostileTexts();
    expect(texts.length).toBeGreaterThanOrEqual(500);
    for (let from = 0; from < texts.length; from += 100)
      await send(
        'hostile',
        texts
          .slice(from, from + 100)
          .map((text, at) => said(from + at, text, { speaker: (from + at) % 10 === 0 ? 'citizen' : 'operator' })),
      );
    await send('hostile', [said(9_000, `渝中区解放碑步行街烧烤摊半夜吵得睡不着 ${texts[0]}`)]);
    await goTo('/calls/hostile');
    await page.locator('#utterance-9000').waitFor();
    const shown = await page.locator('.transcript .said').allTextContents();
    expect(shown.slice(0, texts.length)).toEqual(texts);
    await choose('反映对象');
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: '应当是' }).fill(texts[1]!);
    await page.getByRole('textbox', { name: '理由' }).fill(texts[5]!);
    await tabTo('提交');
    await page.keyboard.press('Enter');
    await part('反映对象').getByText(texts[1]!).waitFor();
    await goTo('/calls');
    await page.getByRole('table').waitFor();
    const marks = await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('yuwenRan')));
    expect([ran, marks]).toEqual([0, []]);
  }, 240_000);

  it('broke nothing on any page', () => {
    expect(errors.flat()).toEqual([]);
  });
});
