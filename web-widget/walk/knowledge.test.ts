import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canReadScans, guideDocx, scannedPdf } from '../../channels/testing/guide-files.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { createDocumentReader } from '../../knowledge/index.ts';
import { type BuiltReader, buildReader } from '../../knowledge/ingest/testing/build-reader.ts';
import { expectAccessible, overflowsSideways, picture } from '../testing/browser.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

const guide = '江湾区政务服务办事指南（合成样例）';
const noScans = '（跳过：这台机器没有 poppler-utils 或带 chi_sim 的 tesseract）';

/** From the files that an office has to what a citizen is told, and back out again: a real desk, two real browsers. */
describeWith('chromium', 'a guide from its file to an answer', () => {
  let reader: BuiltReader;
  let desk: LiveDesk;
  let operator: Page;
  let citizen: Page;
  const errors: string[][] = [];

  beforeAll(async () => {
    reader = await buildReader();
    // The moment of the browsers, whose clock is the machine's: what is published from today on is in force at once.
    desk = await openLiveDesk(new Date().toISOString(), createDocumentReader({ program: reader.program }));
    const opened = await desk.openPage('/console/log-in');
    operator = opened.page;
    // The index of what was published is computed in this very thread: sources run untranslated have no other.
    operator.setDefaultTimeout(180_000);
    errors.push(opened.errors);
    await desk.logIn(operator, 'operator');
    await operator.goto(`${desk.address}/console/knowledge/documents`);
  }, 240_000);
  afterAll(async () => {
    await desk?.close();
    await reader?.remove();
  });

  const field = (name: string) => operator.getByRole('textbox', { name, exact: true });
  const article = (name: string) => operator.getByRole('article', { name });

  /** Nothing for axe to find, nothing cut off on a phone; a picture of both, and one in the dark. */
  async function look(name: string): Promise<void> {
    await expectAccessible(operator);
    await picture(operator, `knowledge-walk-${name}`);
    await operator.setViewportSize({ width: 390, height: 844 });
    await expect.poll(async () => [name, await overflowsSideways(operator)]).toEqual([name, false]);
    await operator.emulateMedia({ colorScheme: 'dark' });
    await operator.locator('[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
    // Colours pass over into each other; half way they are neither the light nor the dark ones.
    await operator.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await expectAccessible(operator);
    await picture(operator, `knowledge-walk-${name}-390`);
    await operator.emulateMedia({ colorScheme: 'light' });
    await operator.setViewportSize({ width: 1280, height: 900 });
  }

  /** Somebody who comes for the first time asks; what the desk's last reply says. */
  async function ask(question: string): Promise<string> {
    const opened = await desk.openPage('/');
    await citizen?.context().close();
    citizen = opened.page;
    citizen.setDefaultTimeout(120_000);
    errors.push(opened.errors);
    await citizen.getByRole('textbox', { name: '输入您的问题' }).fill(question);
    await citizen.getByRole('button', { name: '发送' }).click();
    return (await citizen.locator('li.desk[data-message] .bubble').last().textContent()) ?? '';
  }

  async function upload(name: string, bytes: Buffer): Promise<void> {
    const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
    await operator.locator('input[type=file]').setInputFiles(file);
  }

  /** Opens the draft of a matter from its document's entry. */
  async function openDraft(document: string, title: string, count: number): Promise<void> {
    await article(document)
      .getByRole('button', { name: `从“${document}”生成草稿` })
      .click();
    await article(document).getByText(`生成了 ${count} 份草稿`).waitFor();
    await operator.getByRole('link', { name: `打开草稿：${title}` }).click();
    await operator.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async function publish(): Promise<void> {
    await operator.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = operator.getByRole('dialog', { name: '发布这一版' });
    await dialog.getByLabel('改了什么').fill('按办事指南建卡');
    await dialog.getByRole('button', { name: '确认发布' }).click();
    const refused = dialog.getByRole('alert');
    await operator.getByText('已发布，几秒内对市民生效').or(refused).first().waitFor();
    expect(await refused.allTextContents()).toEqual([]);
    await operator.getByRole('button', { name: '撤下', exact: true }).waitFor();
  }

  it('takes the forty-page guide in, with a report of what was read', async () => {
    await upload('江湾区办事指南.docx', guideDocx());
    await article(guide).getByText('可用').waitFor();
    await article(guide).getByText('写了 20 个事项').waitFor();
    await article(guide).getByText('只作卡片的来源').waitFor();
    await look('documents');
  }, 400_000);

  it('has a draft reviewed, what was not understood put in its place and a field corrected', async () => {
    await openDraft(guide, '索道年票办理', 20);
    expect(await field('收费 1').inputValue()).toBe('收费标准：每年 150 元。');
    expect(await operator.getByRole('textbox', { name: '材料名称（申请材料 1）' }).inputValue()).toBe('居民身份证');
    await operator.getByText('区县级', { exact: true }).waitFor();
    await look('draft');
    const limit = field('办理时限 2');
    expect(await limit.inputValue()).toBe('承诺办结时限：3个工作日。');
    await limit.fill('承诺办结时限：2个工作日。');
    await operator.getByText('有没保存的改动').waitFor();
    await operator.reload();
    await operator.getByText('找回了您上次没保存的内容').waitFor();
    expect(await limit.inputValue()).toBe('承诺办结时限：2个工作日。');
    await operator.getByRole('button', { name: '保存草稿' }).click();
    await operator.getByText('都已保存').waitFor();
    await publish();
    await look('card');
  }, 400_000);

  it('answers a citizen from it, and the citation opens at the place it was read in', async () => {
    await expect.poll(() => ask('索道年票办理要多久'), { timeout: 180_000, interval: 2_000 }).toContain('2个工作日');
    await expect
      .poll(() => ask('索道年票办理要带什么材料'), { timeout: 180_000, interval: 2_000 })
      .toContain('居民身份证');
    await citizen
      .getByRole('button', { name: /^来源 1：/ })
      .first()
      .click();
    const passage = citizen.getByRole('dialog');
    await passage.locator('mark').waitFor();
    await passage.getByRole('button', { name: `打开出处：《${guide}》` }).click();
    await passage.getByRole('heading', { name: guide }).waitFor();
    expect(await passage.locator('mark').textContent()).toMatch(/材料名称：/);
    await picture(citizen, 'knowledge-walk-citizen');
  }, 600_000);

  it('no longer answers from a version that was withdrawn', async () => {
    await operator.getByRole('button', { name: '撤下', exact: true }).click();
    const dialog = operator.getByRole('dialog', { name: '撤下这一版' });
    await dialog.getByRole('textbox', { name: '原因' }).fill('办法改了，等新指南');
    await dialog.getByRole('button', { name: '撤下' }).click();
    await operator.getByText('现在没有可用的版本').first().waitFor();
    await expect
      .poll(() => ask('索道年票办理要多久'), { timeout: 180_000, interval: 2_000 })
      .not.toContain('2个工作日');
    await operator.getByText('历史与比较', { exact: true }).click();
    await operator.getByText('办法改了，等新指南').first().waitFor();
    await look('withdrawn');
  }, 600_000);

  it.skipIf(!canReadScans())(
    `reads a scan, and a citation of it names its page${canReadScans() ? '' : noScans}`,
    async () => {
      await operator.goto(`${desk.address}/console/knowledge/documents`);
      await upload('渡口月票.pdf', await scannedPdf());
      const scan = operator.getByRole('article').filter({ hasText: '2 页，其中 2 页是扫描识别的，请核对' });
      await scan.getByText('可用').waitFor();
      const name = (await scan.getAttribute('aria-label')) ?? '';
      await openDraft(name, '渡口月票办理', 1);
      await publish();
      await expect.poll(() => ask('渡口月票办理多少钱'), { timeout: 180_000, interval: 2_000 }).toContain('36');
      const line = citizen.locator('li.desk[data-message] .bubble :is(p, li)').filter({ hasText: '36' }).last();
      await line.getByRole('button', { name: /^来源/ }).first().click();
      const passage = citizen.getByRole('dialog');
      await passage.getByRole('button', { name: /^打开出处：.*第 2 页$/ }).click();
      await passage.getByText('起有效 · 第 2 页').waitFor();
      expect(await passage.locator('mark').textContent()).toContain('36');
      await picture(citizen, 'knowledge-walk-scan');
      for (const found of errors) expect(found).toEqual([]);
    },
    300_000,
  );
});
