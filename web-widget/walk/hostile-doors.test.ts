import { afterAll, beforeAll, expect, it } from 'vitest';
import { readableText } from '../../channels/http/readable-text.ts';
import { type ChatClient, openChatClient } from '../../channels/testing/chat-client.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { hostileFileNames, hostileTexts } from '../testing/hostile-texts.ts';
import { expectHarmless, expectShown, openWatched, textsOf, type Watched } from '../testing/hostile-walk.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

const texts = hostileTexts().slice(0, 320);
const calls = hostileTexts();
const write = { 'x-yuwen-request': '1' };

/** As people and other systems send them: nothing is put into the record by the test. */
describeWith('chromium', `${texts.length} hostile texts by the doors that people use`, () => {
  let desk: LiveDesk;
  beforeAll(async () => {
    const pace = { CHAT_MESSAGES_PER_MINUTE: '2000', CHAT_MESSAGES_PER_MINUTE_OF_ADDRESS: '2000' };
    desk = await openLiveDesk(new Date().toISOString(), undefined, pace);
  }, 240_000);
  afterAll(() => desk?.close());

  /** Keys as the administrator gives them out; one may ask 120 times a minute. */
  async function issueKeys({ page }: Watched, count: number): Promise<string[]> {
    const data = { name: texts[0]!.slice(0, 60), doors: ['open311', 'mcp', 'openai'], filesTickets: true };
    const answers = Array.from({ length: count }, () =>
      page.request.post(`${desk.address}/api/admin/keys`, { data, headers: write }),
    );
    return Promise.all(answers.map(async (answer) => ((await (await answer).json()) as { token: string }).token));
  }

  async function say(client: ChatClient, said: readonly string[], from: number): Promise<void> {
    for (const [at, text] of said.entries()) {
      const taken = await client.send({ clientMessageId: `said-${from + at}`, text });
      expect(taken).toMatchObject({ ok: true, value: { text: readableText(text) } });
    }
    const answered = () => client.stored.filter(({ role }) => role === 'desk').length;
    await expect.poll(answered, { timeout: 120_000 }).toBeGreaterThanOrEqual(from + said.length);
  }

  it('in the chat and in the page without script, each said by a citizen', async () => {
    const client = await openChatClient(desk.address);
    const opened = await client.open();
    if (!opened.ok) throw new Error(opened.error.code);
    const { conversationId, secret } = opened.value as { conversationId: string; secret: string };
    for (let from = 0; from < texts.length; from += 40) await say(client, texts.slice(from, from + 40), from);
    client.close();

    const widget = await openWatched(desk);
    await widget.page.addInitScript((known) => {
      localStorage.setItem(`yuwen:${location.origin}:conversation`, JSON.stringify(known));
    }, { conversationId, secret }); // biome-ignore format: one script
    await widget.go('/');
    await expect.poll(() => textsOf(widget.page, 'li.citizen > p')).toEqual(texts.map(readableText));
    await expectHarmless('chat, by the socket', widget, texts.length);
    await widget.page.context().close();

    const plain = await openWatched(desk);
    const value = `${'v'.repeat(24)}.${conversationId}.${secret}`;
    await plain.page.context().addCookies([{ name: 'yuwen_plain', value, url: `${desk.address}/plain` }]);
    await plain.go('/plain');
    for (const text of texts.slice(0, 12)) {
      await plain.page.locator('#text').fill(text);
      await plain.page.getByRole('button', { name: '发送', exact: true }).click();
      await expect.poll(() => textsOf(plain.page, 'article.citizen p')).toContain(text);
    }
    await expectShown(plain.page, 'article.citizen p', texts);
    await expectHarmless('plain page, typed', plain, texts.length + 12);
    await plain.page.context().close();
  }, 300_000);

  it('in requests of Open311, with names and addresses of e-mail: as JSON, as XML, in the console', async () => {
    const admin = await openWatched(desk, 'admin');
    const keys = await issueKeys(admin, 4);
    for (const [at, text] of texts.entries()) {
      const form = { api_key: keys[at % 4]!, service_code: 'C05.02', address_string: text.slice(0, 300), description: text, first_name: text.slice(0, 300), email: text.slice(0, 300) };
      const answer = await fetch(`${desk.address}/open311/v2/requests.json`, { method: 'POST', body: new URLSearchParams(form), headers: { 'x-forwarded-for': `10.1.${at % 4}.1` } });
      expect([text, answer.status]).toEqual([text, 200]);
    }
    const body = await (await fetch(`${desk.address}/open311/v2/requests.xml`)).text();
    const entities = await admin.page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'text/xml');
      const names = [...parsed.querySelectorAll('*')].map(({ localName }) => localName);
      return { broken: names.includes('parsererror'), doctype: parsed.doctype !== null, strange: names.filter((name) => /^(?:script|img|svg|iframe|body)$/u.test(name)) };
    }, body);
    expect([entities, body.includes('onerror')]).toEqual([{ broken: false, doctype: false, strange: [] }, true]);
    // Nothing that is public tells who sent it.
    expect(body).not.toContain('姓名');
    // The browser shows XML with a style of its own, which the policy would refuse; without it nothing but the escaping holds.
    const reader = await openWatched(desk, undefined, { bypassCSP: true });
    await reader.go('/open311/v2/requests.xml');
    await expectHarmless('open311, opened as a page', reader, texts.length);
    await reader.page.context().close();
    for (let page = 1; page <= 4; page += 1) {
      await admin.go(`/console/tickets?pageSize=100&page=${page}`);
      await expect.poll(() => admin.page.locator('tbody a[href*="/tickets/"]').count()).toBeGreaterThan(0);
      await expectHarmless(`tickets that came by open311, page ${page}`, admin, Math.min(100, texts.length - (page - 1) * 100));
    }
    await admin.go('/console/admin/keys');
    await expectShown(admin.page, 'td', [texts[0]!.slice(0, 60)]);
    await expectHarmless('a key called so', admin, 1);
    await admin.page.context().close();
  }, 300_000); // biome-ignore format: a form in one line

  it('in XML that defines entities, or asks for a file: no door reads XML', async () => {
    const admin = await openWatched(desk, 'admin');
    const [key] = await issueKeys(admin, 1);
    const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><request><description>&b;</description></request>';
    const file = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><request><description>&a;</description></request>';
    for (const path of ['/open311/v2/requests.xml', '/mcp', '/v1/chat/completions', '/api/session', '/plain'])
      for (const body of [laughs, file]) {
        const headers = { 'content-type': 'application/xml', authorization: `Bearer ${key}` };
        const answer = await fetch(desk.address + path, { method: 'POST', body, headers });
        const said = await answer.text();
        expect([path, answer.status >= 400 && answer.status < 500, /hahaha|root:/u.test(said)]).toEqual([path, true, false]);
      }
    await admin.page.context().close();
  }, 60_000); // biome-ignore format: a document in one line

  it('in names of files: kept as the last part alone, without what turns or ends a line', async () => {
    const { page, ...watched } = await openWatched(desk, 'operator');
    const names = hostileFileNames(texts.slice(0, 280));
    const kept: string[] = [];
    for (const [at, name] of names.entries()) {
      const file = { name, mimeType: 'text/html', buffer: Buffer.from(`第${at}份文件：${texts[at % texts.length]}`.padEnd(60)) };
      const answer = await page.request.post(`${desk.address}/api/documents`, { multipart: { file }, headers: write });
      const told = (await answer.json()) as { name: string; code?: string };
      // A name that is nothing but an ending has none.
      if (answer.status() === 202) kept.push(told.name);
      else expect([name, answer.status(), told.code]).toEqual([name, 415, 'upload_type_not_read']);
    }
    expect(kept.length).toBeGreaterThan(names.length * 0.9);
    expect(kept.filter((name) => name.length > 400 || /[/\\\p{Cc}\p{Cf}\p{Cs}]/u.test(name))).toEqual([]);
    await page.goto(`${desk.address}/console/knowledge/documents`);
    await page.locator('article h2').first().waitFor();
    await expect.poll(async () => (await textsOf(page, 'article h2')).length).toBeGreaterThanOrEqual(kept.length);
    await expectHarmless('names of files', { page, ...watched }, kept.length);
    await page.context().close();
  }, 300_000); // biome-ignore format: a file in one line

  it('in calls: the transcript, and an id that is none', async () => {
    const watched = await openWatched(desk, 'hotline');
    const send = (id: string, events: object[]) =>
      watched.page.request.post(`${desk.address}/api/calls/${encodeURIComponent(id)}/events`, {
        data: { events },
        headers: { 'x-yuwen-request': '1' },
      });
    const said = calls.map((text, sequence) => {
      const speaker = sequence % 40 === 0 ? 'citizen' : 'operator';
      return { kind: 'utterance', sequence, speaker, at: new Date().toISOString(), text };
    });
    for (let from = 0; from < said.length; from += 200) expect((await send('hostile', said.slice(from, from + 200))).status()).toBe(200);
    expect((await send(calls[0]!, said.slice(0, 1))).status()).toBe(400);
    await watched.go('/console/calls/hostile');
    await expectShown(watched.page, '.transcript .said', calls);
    await expectHarmless('a call', watched, calls.length);
    await watched.go('/console/calls');
    await watched.page.locator('a[href$="/calls/hostile"]').first().waitFor();
    await expectHarmless('calls', watched, 1);
    await watched.page.context().close();
  }, 300_000); // biome-ignore format: requests in one line
});
