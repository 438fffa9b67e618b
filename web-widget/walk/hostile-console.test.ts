import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { neutralText } from '../../channels/data-questions/neutral-cell.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import {
  hostileTicketNumber,
  storeConversation,
  storeDocuments,
  storeDraftAndReviews,
  storeNames,
  storeTickets,
  ticketSecret,
} from '../testing/hostile-record.ts';
import { hostilePayloads, hostileTexts } from '../testing/hostile-texts.ts';
import { expectHarmless, expectShown, openWatched } from '../testing/hostile-walk.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

const payloads = hostilePayloads();
const texts = payloads.map(({ text }) => text);
const inOneLine = hostileTexts();

/** Every way in takes them as texts, and no page makes more of them. */
describeWith('chromium', `${payloads.length} hostile texts in the console`, () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    desk = await openLiveDesk(new Date().toISOString());
    const { conversationId } = await storeConversation(desk.record, texts);
    await storeTickets(desk.record, texts, conversationId);
    await storeNames(desk.record, texts);
    await storeDocuments(desk.record, texts);
    await storeDraftAndReviews(desk.record, texts);
  }, 240_000);
  afterAll(() => desk?.close());

  it('in tickets: lists, triage, the inbox, the search, a whole ticket and its progress', async () => {
    const watched = await openWatched(desk, 'operator');
    const { page, go } = watched;
    for (let from = 0; from * 100 < texts.length; from += 1) {
      await go(`/console/tickets?pageSize=100&page=${from + 1}`);
      await page.getByRole('table').waitFor();
      await expect.poll(() => page.locator('tbody a[href*="/tickets/"]').count()).toBeGreaterThan(0);
      await expectHarmless(`tickets, page ${from + 1}`, watched, Math.min(100, texts.length - from * 100));
    }
    await go(`/console/tickets/${hostileTicketNumber(0)}`);
    await expectShown(page, '.talk .citizen .said', texts);
    await expectHarmless('ticket with its conversation', watched, texts.length);
    await go('/console/triage');
    await page.getByText(texts[1]!).first().waitFor();
    await expectHarmless('triage', watched, 20);
    await page.keyboard.press('Control+K');
    await page.getByRole('textbox', { name: /搜/u }).last().fill('onerror');
    await page.locator('[data-mantine-stop-propagation], .mantine-Spotlight-action').first().waitFor();
    await expectHarmless('search', watched, 6);
    await page.locator('body').press('Escape');
    await go('/console/tickets');
    await page.getByRole('button', { name: /^消息/u }).click();
    await page.getByRole('dialog').getByText(texts[0]!).first().waitFor({ state: 'attached' });
    await expectHarmless('inbox', watched, 50);
    await go(`/progress.html#number=${hostileTicketNumber(0)}&secret=${ticketSecret}`);
    await page.locator('yuwen-progress').getByText(texts[0]!).first().waitFor();
    await expectHarmless('progress', watched, 1);
    await page.context().close();
  }, 300_000);

  it('in names: accounts, keys, audit, saved views and questions', async () => {
    const admin = await openWatched(desk, 'admin');
    await admin.go('/console/admin');
    await expectShown(admin.page, 'td', texts);
    await expectHarmless('accounts', admin, texts.length);
    await admin.go('/console/admin/keys');
    await expectShown(admin.page, 'td', texts);
    await expectHarmless('keys', admin, texts.length);
    await admin.go('/console/admin/audit?size=100');
    await admin.page.getByRole('table').waitFor();
    await expectHarmless('audit', admin, 100);
    const csv = await admin.page.request.get(`${desk.address}/api/admin/audit.csv`);
    const lines = (await csv.text()).split('\r\n');
    const formulas = lines.filter((line) => /(?:^|,)"?[=+\-@＝]/u.test(line.replace(/"(?:[^"]|"")*"/gu, '""')));
    expect([csv.headers()['content-type'], formulas]).toEqual(['text/csv; charset=utf-8', []]);
    expect(texts.filter((text) => neutralText(text) !== text).length).toBeGreaterThan(20);
    await admin.page.context().close();

    const handler = await openWatched(desk, 'handler');
    await handler.go('/console/tickets');
    await handler.page.getByRole('link', { name: texts[0]!, exact: true }).first().waitFor();
    await expectHarmless('saved views', handler, texts.length);
    await handler.page.context().close();

    const cadre = await openWatched(desk, 'cadre');
    await cadre.go('/console/data');
    await expectShown(cadre.page, '.saved-questions button', texts);
    await expectHarmless('saved questions', cadre, texts.length);
    await cadre.page.context().close();
  }, 300_000);

  it('in file names, documents, drafts of cards and turns to review', async () => {
    const watched = await openWatched(desk, 'operator');
    const { page, go } = watched;
    await upload(page, inOneLine.slice(0, 20));
    await go('/console/knowledge/documents');
    await expectShown(page, 'article h2', texts);
    await expectHarmless('documents', watched, texts.length + 20);
    await go('/console/knowledge/documents/document%2Fhostile');
    await page.getByText(texts[3]!).first().waitFor();
    await expectHarmless('a document', watched, texts.length);
    await go('/console/knowledge/cards');
    await page.getByRole('table').waitFor();
    await go('/console/knowledge/cards/hostile-card/versions/1');
    await page.getByRole('heading', { level: 1, name: texts[0]!, exact: true }).waitFor();
    await expectHarmless('a draft of a card', watched, 150);
    await go('/console/evals/queue');
    await page.locator('.queue-list').getByText(texts[0]!).first().waitFor();
    await expectHarmless('review queue', watched, 50);
    await go('/console/evals/live');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectHarmless('live turns', watched, texts.length);
    await page.context().close();
  }, 300_000);

  async function upload(page: Page, names: readonly string[]): Promise<void> {
    for (const [at, name] of names.entries()) {
      const file = {
        name: `../${name}.txt`,
        mimeType: 'text/html',
        buffer: Buffer.from(`${at} ${texts[at]}`.padEnd(40)),
      };
      const answer = await page.request.post(`${desk.address}/api/documents`, {
        multipart: { file },
        headers: { 'x-yuwen-request': '1' },
      });
      expect([answer.status(), ((await answer.json()) as { name: string }).name.includes('/../')]).toEqual([
        202,
        false,
      ]);
    }
  }

  it('at the doors of other systems: types that no browser takes for a page', async () => {
    const types: Record<string, RegExp> = { json: /^application\/json/u, xml: /^(?:text|application)\/xml/u };
    for (const [format, type] of Object.entries(types)) {
      const answer = await fetch(`${desk.address}/open311/v2/requests.${format}`);
      const body = await answer.text();
      expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
      expect(answer.headers.get('content-type')).toMatch(type);
      if (format === 'xml') expect(body).not.toMatch(/<(?:script|img|svg|iframe)/iu);
      else expect(body).toContain('onerror');
    }
    const asked = await fetch(`${desk.address}/v1/${encodeURIComponent(texts[0]!)}`);
    expect([asked.status, asked.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
    expect(asked.headers.get('content-type')).toMatch(/^application\/json/u);
  }, 60_000);
});
