import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { neutralText } from '../../channels/data-questions/neutral-cell.ts';
import { readableText } from '../../channels/http/readable-text.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { hostileTitle, openHostileModel } from '../testing/hostile-model.ts';
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
import { type HostileWatch, watchForDeeds } from '../testing/hostile-watch.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

const payloads = hostilePayloads();
const texts = payloads.map(({ text }) => text);
const inOneLine = hostileTexts();

/** Every way in takes them as texts, and no page makes more of them. */
describeWith('chromium', `${payloads.length} hostile texts at every door`, () => {
  let desk: LiveDesk;
  let model: Awaited<ReturnType<typeof openHostileModel>>;
  let conversation: { conversationId: string; secret: string };

  beforeAll(async () => {
    model = await openHostileModel();
    const settings = { CHAT_MODEL_URL: model.url, CHAT_MODEL: 'hostile', CHAT_MESSAGES_PER_MINUTE: '600' };
    desk = await openLiveDesk(new Date().toISOString(), undefined, settings);
    conversation = await storeConversation(desk.record, texts);
    await storeTickets(desk.record, texts, conversation.conversationId);
    await storeNames(desk.record, texts);
    await storeDocuments(desk.record, texts);
    await storeDraftAndReviews(desk.record, texts);
  }, 240_000);
  afterAll(async () => {
    await desk?.close();
    await model?.[Symbol.asyncDispose]();
  });

  interface Watched {
    page: Page;
    watch: HostileWatch;
    go: (path: string) => Promise<unknown>;
  }

  async function openWatched(account?: string, options: BrowserContextOptions = {}): Promise<Watched> {
    const context = await desk.browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const watch = await watchForDeeds(page);
    if (account) await desk.logIn(page, account);
    return { page, watch, go: (path) => page.goto(desk.address + path) };
  }

  /** Nothing ran, and nothing stands in the page that was made of a text; says how many texts it had. */
  async function expectHarmless(door: string, { page, watch }: Watched, count: number): Promise<void> {
    // Refusals are told of in tasks of their own; what waits its turn in the page comes after them.
    await page.evaluate(() => new Promise((go) => setTimeout(go, 100)));
    expect([door, watch.seen, await watch.strangers()]).toEqual([door, [], []]);
    process.stdout.write(`hostile: ${door}: ${count}\n`);
  }

  const textsOf = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll((shown) => shown.map(({ textContent }) => textContent ?? ''));

  /** Shown word for word in one element or another, white space aside: a page may fold it. */
  async function expectShown(page: Page, selector: string, wanted: readonly string[]): Promise<void> {
    const folded = (text: string) => text.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
    const missing = async () => {
      const shown = new Set((await textsOf(page, selector)).map(folded));
      return wanted.map(folded).filter((text) => !shown.has(text));
    };
    await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
  } // biome-ignore format: what is aside

  it('is noticed where somebody makes markup of them', async () => {
    const watched = await openWatched();
    await watched.go('/plain');
    const raw = payloads.filter(({ family }) => ['scripts', 'handlers', 'mutations'].includes(family)).slice(0, 60);
    await watched.page.evaluate((all) => {
      // As the template of a careless page would; the policy refuses what it can, the rest is found as a stranger.
      for (const { text } of all) document.body.appendChild(document.createElement('div')).innerHTML = text;
    }, raw);
    const noticed = [...watched.watch.seen, ...(await watched.watch.strangers())].join('\n');
    expect(noticed.split('\n').length).toBeGreaterThan(40);
    await expect
      .poll(() => watched.watch.seen.filter((deed) => deed.startsWith('refused script-src')).length)
      .toBeGreaterThan(10);
    await watched.page.context().close();

    const open = await openWatched(undefined, { bypassCSP: true });
    await open.go('/plain');
    await open.page.evaluate(() => {
      document.body.innerHTML = '<img src=x onerror="(top.__ran||alert)(7)"><img src=x onerror="alert(8)">';
    });
    await expect.poll(() => open.watch.seen.filter((deed) => !deed.startsWith('asked')).sort()).toEqual(['dialog 8', 'ran 7']); // biome-ignore format: one look
    await open.page.context().close();
  }, 120_000);

  it('in the chat: the words of citizens and replies of every shape stay words', async () => {
    const watched = await openWatched();
    const { page } = watched;
    await page.addInitScript((known) => {
      localStorage.setItem(`yuwen:${location.origin}:conversation`, JSON.stringify(known));
    }, conversation);
    await watched.go('/');
    await expect.poll(() => textsOf(page, 'li.citizen > p'), { timeout: 30_000 }).toEqual(texts);
    expect(await page.locator('li.desk[data-message]').count()).toBe(texts.length);
    await expectShown(page, 'li.desk h3, li.desk h4', texts.slice(0, 2));
    await expectHarmless('chat, from the record', watched, texts.length);
    await page.getByRole('button', { name: /^来源 1：/u }).first().click(); // biome-ignore format: one click
    await page.getByRole('dialog').waitFor();
    await expectHarmless('chat, a passage', watched, 1);
    await page.context().close();
  }, 400_000);

  it('in the chat, typed', async () => {
    const watched = await openWatched();
    const { page } = watched;
    await watched.go('/');
    const some = inOneLine.slice(0, 60);
    const typed = [...messagesOf(some), texts.slice(-8).join('\n')];
    for (const text of typed) {
      await page.getByRole('textbox', { name: '输入您的问题' }).fill(text);
      await page.getByRole('button', { name: '发送', exact: true }).click();
    }
    await expect.poll(() => page.locator('li.desk[data-message]').count(), { timeout: 120_000 }).toBe(typed.length);
    expect(await textsOf(page, 'li.citizen > p')).toEqual(typed.map(readableText));
    await expectHarmless('chat, typed', watched, some.length + 8);
    await page.context().close();
  }, 200_000);

  it('in the page without script, and in its documents', async () => {
    const watched = await openWatched();
    const { page } = watched;
    const { conversationId, secret } = conversation;
    const value = `${'v'.repeat(24)}.${conversationId}.${secret}`;
    await page.context().addCookies([{ name: 'yuwen_plain', value, url: `${desk.address}/plain` }]);
    await watched.go('/plain');
    await expectShown(page, 'article.citizen p', texts);
    await expectHarmless('plain page', watched, texts.length);
    await page.context().close();
  }, 120_000);

  it('in tickets: lists, triage, the inbox, the search, a whole ticket and its progress', async () => {
    const watched = await openWatched('operator');
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
    const admin = await openWatched('admin');
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

    const handler = await openWatched('handler');
    await handler.go('/console/tickets');
    await handler.page.getByRole('link', { name: texts[0]!, exact: true }).first().waitFor();
    await expectHarmless('saved views', handler, texts.length);
    await handler.page.context().close();

    const cadre = await openWatched('cadre');
    await cadre.go('/console/data');
    await expectShown(cadre.page, '.saved-questions button', texts);
    await expectHarmless('saved questions', cadre, texts.length);
    await cadre.page.context().close();
  }, 300_000);

  it('in file names, documents, drafts of cards and turns to review', async () => {
    const watched = await openWatched('operator');
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

  it('in calls: the transcript, and an id that is none', async () => {
    const watched = await openWatched('hotline');
    const send = (id: string, events: object[]) =>
      watched.page.request.post(`${desk.address}/api/calls/${encodeURIComponent(id)}/events`, {
        data: { events },
        headers: { 'x-yuwen-request': '1' },
      });
    const said = inOneLine.map((text, sequence) => {
      const speaker = sequence % 40 === 0 ? 'citizen' : 'operator';
      return { kind: 'utterance', sequence, speaker, at: new Date().toISOString(), text };
    });
    for (let from = 0; from < said.length; from += 200) expect((await send('hostile', said.slice(from, from + 200))).status()).toBe(200);
    expect((await send(inOneLine[0]!, said.slice(0, 1))).status()).toBe(400);
    await watched.go('/console/calls/hostile');
    await expectShown(watched.page, '.transcript .said', inOneLine);
    await expectHarmless('a call', watched, inOneLine.length);
    await watched.go('/console/calls');
    await watched.page.locator('a[href$="/calls/hostile"]').first().waitFor();
    await expectHarmless('calls', watched, 1);
    await watched.page.context().close();
  }, 300_000); // biome-ignore format: requests in one line

  it('in what a chat model writes, as text and as the arguments of a call', async () => {
    const watched = await openWatched();
    const { page } = watched;
    await watched.go('/');
    for (const text of ['换身份证要多少钱', '渝中区解放碑步行街垃圾桶好几天没人清，臭得很']) {
      await page.getByRole('textbox', { name: '输入您的问题' }).fill(text);
      await page.getByRole('button', { name: '发送', exact: true }).click();
    }
    await expect.poll(() => page.locator('li.desk[data-message]').count(), { timeout: 30_000 }).toBe(2);
    await expectHarmless('model, in the widget', watched, 2);
    expect(model.asked.text).toBeGreaterThan(0);
    expect(model.asked.plan).toBeGreaterThan(0);
    await page.context().close();
    const operator = await openWatched('operator');
    await operator.go(`/console/tickets?q=${encodeURIComponent('垃圾桶好几天')}`);
    await expectShown(operator.page, 'tbody td', [hostileTitle]);
    await expectHarmless('model, in the console', operator, 1);
    await operator.page.context().close();
  }, 180_000);

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

/** As many texts as one message takes, a line each. */
function messagesOf(lines: readonly string[]): string[] {
  const messages = [''];
  for (const line of lines) {
    const last = messages.at(-1)!;
    if (last.length + line.length < 1900) messages[messages.length - 1] = last === '' ? line : `${last}\n${line}`;
    else messages.push(line);
  }
  return messages;
}
