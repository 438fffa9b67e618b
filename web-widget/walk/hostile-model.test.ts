import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataQuery } from '../../assistant/data-query/testing/builders.ts';
import { type ChatClient, openChatClient } from '../../channels/testing/chat-client.ts';
import { describeWith } from '../../channels/testing/machine.ts';
import { decodeText } from '../../knowledge/ingest/decode-text.ts';
import { withoutPages } from '../../knowledge/ingest/readers/source-text.ts';
import { addressesIn, putAsWidgetDoes, readAnswer } from '../testing/hostile-answer.ts';
import { isHostileTail, openHostileModel } from '../testing/hostile-model.ts';
import { hostileFileNames, hostileTexts } from '../testing/hostile-texts.ts';
import { expectHarmless, openWatched, textsOf } from '../testing/hostile-walk.ts';
import { type LiveDesk, openLiveDesk } from '../testing/live-desk.ts';

const texts = hostileTexts();
const names = hostileFileNames(texts.slice(0, 24));
const write = { 'x-yuwen-request': '1' };
const complaint = '渝中区解放碑步行街垃圾桶好几天没人清，臭得很，请派人清理垃圾桶';
const questions = ['换身份证要多少钱', '新生儿上户口要带什么材料', '办居住证需要什么条件'];

/** Plans that are right but for what they say, ten texts in each, and plans that name what there is not. */
const perPlan = 10;
const valuesOf = (at: number) => texts.slice(at * perPlan, (at + 1) * perPlan);
const window = { from: '2026-01-01', to: '2026-11-23', said: texts[0]! };
const sayings = Array.from({ length: 12 }, (_, at) => {
  const street = { field: 'street', values: [] };
  const filter = {
    any: [
      { ...street, is: 'is_null' as const },
      { ...street, is: 'not_in' as const, values: valuesOf(at) },
    ],
  };
  return dataQuery({ window: { ...window, said: texts[at]! }, filter });
});
const broken = texts
  .slice(0, 6)
  .flatMap((text) => [
    dataQuery({ metrics: [text] }),
    dataQuery({ subject: text }),
    dataQuery({ window, filter: { field: text, is: 'eq', values: [text] } }),
    { sql: 'select 1; drop table message; --', text },
  ]);

/** What a model writes, what the desk writes into pages by itself, and names of files. */
describeWith(
  'chromium',
  'hostile texts of a chat model, in the pages of the desk itself, and in names of files',
  () => {
    let desk: LiveDesk;
    let model: Awaited<ReturnType<typeof openHostileModel>>;
    /** Of the complaint, as its reporter was given it. */
    let filed: { number: string; progressSecret: string };
    beforeAll(async () => {
      model = await openHostileModel([...sayings, ...broken]);
      const settings = { CHAT_MODEL_URL: model.url, CHAT_MODEL: 'hostile', CHAT_MESSAGES_PER_MINUTE: '600' };
      // Files of text alone: the desk's own reader of others is a program of its own.
      const read = async (_: string, bytes: Uint8Array) => withoutPages(decodeText(bytes));
      desk = await openLiveDesk(new Date().toISOString(), read, settings);
    }, 240_000);
    afterAll(async () => {
      await desk?.close();
      await model?.[Symbol.asyncDispose]();
    });

    async function openConversation(): Promise<{
      client: ChatClient;
      known: { conversationId: string; secret: string };
    }> {
      const client = await openChatClient(desk.address);
      const opened = await client.open();
      if (!opened.ok) throw new Error(opened.error.code);
      const { conversationId, secret } = opened.value as { conversationId: string; secret: string };
      return { client, known: { conversationId, secret } };
    }

    const isOurs = (address: string) => address.startsWith(`${desk.address}/`) || address === 'tel:12345';

    it('in prose and in titles, in the widget: no address but the desk’s own', async () => {
      const { client, known } = await openConversation();
      for (const [at, text] of [...questions, complaint].entries()) {
        await client.send({ clientMessageId: `asked-${at}`, text });
        await expect
          .poll(() => client.stored.filter(({ role }) => role === 'desk').length, { timeout: 20_000 })
          .toBe(at + 1);
      }
      client.close();
      const replies = client.stored.flatMap(({ reply }) => (reply ? [reply] : []));
      const tailed = replies
        .flatMap((reply) => ('sentences' in reply ? reply.sentences : []))
        .filter(({ text }) => isHostileTail(text));
      expect(tailed.length).toBeGreaterThan(8);
      filed = replies.flatMap((reply) => (reply.outcome === 'ticket' ? [reply.ticket] : []))[0]!;

      const widget = await openWatched(desk);
      await widget.page.addInitScript((mine) => {
        localStorage.setItem(`yuwen:${location.origin}:conversation`, JSON.stringify(mine));
      }, known);
      await widget.go('/');
      await expect.poll(() => textsOf(widget.page, 'li.citizen > p')).toEqual([...questions, complaint]);
      const shown = (await textsOf(widget.page, 'li.desk[data-message]')).join('\n');
      expect(tailed.filter(({ text }) => !shown.includes(text))).toEqual([]);
      const addresses = await addressesIn(widget);
      expect([addresses.filter((address) => !isOurs(address)), addresses.length > 0]).toEqual([[], true]);
      await expectHarmless('prose of a model, in the widget', widget, tailed.length);
      await widget.page.context().close();
    }, 60_000);

    it('in answers of /v1, whole and streamed: words alone, and sources that the desk has', async () => {
      const admin = await openWatched(desk, 'admin');
      const key = { name: 'a page', doors: ['openai'], filesTickets: false };
      const issued = await admin.page.request.post(`${desk.address}/api/admin/keys`, { data: key, headers: write });
      const { token } = (await issued.json()) as { token: string };
      let tails = 0;
      for (const question of questions)
        for (const stream of [false, true]) {
          const messages = [{ role: 'user', content: question }];
          const body = JSON.stringify({ model: 'yuwen', messages, stream });
          const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
          const answer = await fetch(`${desk.address}/v1/chat/completions`, { method: 'POST', body, headers });
          const said = readAnswer(await answer.text(), stream);
          expect(answer.headers.get('content-type')).toMatch(stream ? /^text\/event-stream/u : /^application\/json/u);
          expect(said.urls.filter((url) => !url.startsWith(`${desk.address}/plain/documents/`))).toEqual([]);
          await admin.page.evaluate(putAsWidgetDoes, said);
          tails += said.content.split('\n').filter(isHostileTail).length;
          expect(await admin.page.locator('article p').last().textContent()).toBe(said.content);
        }
      expect(tails).toBeGreaterThan(8);
      await expectHarmless('answers of /v1', admin, tails);
      await admin.page.context().close();
    }, 60_000);

    it('in plans of questions of figures: values are shown, names that there are not lead nowhere', async () => {
      const watched = await openWatched(desk, 'cadre');
      const ask = async (question: string, conversationId?: string) => {
        const data = { question, ...(conversationId && { conversationId }) };
        const answer = await watched.page.request.post(`${desk.address}/api/data-questions`, { data, headers: write });
        expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)]);
        return (await answer.json()) as { conversationId: string; reply: { outcome: string; text: string } };
      };
      const before = model.asked.plan;
      const { conversationId } = await ask('今年有多少件诉求');
      for (let at = 1; at < sayings.length + broken.length; at += 1) await ask('今年有多少件诉求', conversationId);
      await watched.go(`/console/data?c=${conversationId}`);
      await watched.page.getByRole('article').first().waitFor();
      await watched.page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      });
      const shown = (await textsOf(watched.page, 'main')).join();
      const values = sayings.flatMap((_, at) => valuesOf(at));
      expect(values.filter((text) => !shown.includes(text))).toEqual([]);
      expect(shown.split('由大模型理解问题').length - 1).toBe(sayings.length);
      await expectHarmless('plans of a model', watched, values.length + broken.length);
      expect(model.asked.plan - before).toBe(sayings.length + broken.length);
      await watched.page.context().close();
    }, 60_000);

    it('in documents that the desk writes as pages, with script and without', async () => {
      const operator = await openWatched(desk, 'operator');
      const half = Math.ceil(texts.length / 2);
      const parts = [texts.slice(0, half), texts.slice(half)];
      const ids = await Promise.all(
        parts.map(async (some, at) => {
          const buffer = Buffer.from(`# ${texts[at]}\n\n${some.join('\n\n')}\n`);
          const file = { name: `${at}.md`, mimeType: 'text/html', buffer };
          const answer = await operator.page.request.post(`${desk.address}/api/documents`, {
            multipart: { file },
            headers: write,
          });
          return ((await answer.json()) as { docId: string }).docId;
        }),
      );
      const address = (at: number) =>
        `${desk.address}/plain/documents/${encodeURIComponent(ids[at]!)}?start=40&end=4000`;
      const isServed = async () => Promise.all(ids.map(async (_, at) => (await fetch(address(at))).status));
      await expect.poll(isServed, { timeout: 40_000, interval: 300 }).toEqual([200, 200]);
      for (const javaScriptEnabled of [true, false]) {
        // Without the policy nothing but the escaping holds.
        const reader = await openWatched(desk, undefined, { javaScriptEnabled, bypassCSP: true });
        for (const [at, some] of parts.entries()) {
          await reader.page.goto(address(at));
          expect(await textsOf(reader.page, 'h1')).toEqual([texts[at]]);
          const body = (await textsOf(reader.page, '.document'))[0]!;
          expect(some.filter((text) => !body.includes(text))).toEqual([]);
          expect((await addressesIn(reader)).filter((to) => !isOurs(to))).toEqual([]);
          expect([reader.watch.seen, await reader.watch.strangers()]).toEqual([[], []]);
          if (javaScriptEnabled) await expectHarmless(`a document as a page, ${at + 1}`, reader, some.length);
        }
        await reader.page.context().close();
      }
      await operator.page.context().close();
    }, 60_000);

    it('in what a handler writes of a ticket, as the reporter reads it', async () => {
      const handler = await openWatched(desk, 'handler');
      const path = `${desk.address}/api/tickets/${filed.number}`;
      const move = async (name: string, fields: object = {}) => {
        const { version, status } = (await (await handler.page.request.get(path)).json()) as {
          version: number;
          status: string;
        };
        const data = { move: name, version, ...fields };
        const answer = await handler.page.request.post(`${path}/moves`, { data, headers: write });
        expect([name, status, answer.status(), answer.ok() || (await answer.text())]).toEqual([
          name,
          status,
          200,
          true,
        ]);
      };
      const long = (from: number) =>
        texts
          .slice(from, from + 35)
          .join('\n')
          .slice(0, 3900);
      const done = '经现场核查，已清理垃圾桶，现场恢复整洁。\n';
      await move('accept');
      await move('contact', { text: long(0) });
      await move('note', { text: long(35) });
      await move('pause', { pauseCode: 'awaiting_citizen', reason: texts[70] });
      await move('resume');
      await move('request_extension', { workingDays: 2, reason: texts[71] });
      await move('reply', { text: done + long(72), answers: [{ item: 1, text: done + long(107) }] });

      const reporter = await openWatched(desk);
      await reporter.go(`/progress.html#number=${filed.number}&secret=${filed.progressSecret}`);
      await reporter.page.locator('yuwen-progress').getByText('现场恢复整洁').first().waitFor();
      const shown = (
        await textsOf(reporter.page, 'yuwen-progress main, yuwen-progress section, yuwen-progress p, yuwen-progress li')
      ).join('\n');
      expect(texts.slice(72, 132).filter((text) => shown.includes(text)).length).toBeGreaterThanOrEqual(60);
      expect((await addressesIn(reporter)).filter((to) => !isOurs(to))).toEqual([]);
      await expectHarmless('progress', reporter, 60);
      await reporter.page.context().close();
      await handler.go(`/console/tickets/${filed.number}`);
      await handler.page.getByText('现场恢复整洁').first().waitFor();
      await expectHarmless('a handled ticket', handler, 140);
      await handler.page.context().close();
    }, 60_000);

    it('in names of photographs: none is kept, and none is shown', async () => {
      const buffer = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } })
        .jpeg()
        .toBuffer();
      const watched = await openWatched(desk);
      let last = '';
      for (const [at, name] of names.entries()) {
        const { client, known } = await openConversation();
        client.close();
        const multipart = { ...known, clientPhotoId: `photo-${at}`, file: { name, mimeType: 'image/jpeg', buffer } };
        const headers = { 'x-forwarded-for': `10.2.${at % 4}.1` };
        const answer = await watched.page.request.post(`${desk.address}/api/photographs`, { multipart, headers });
        const told = await answer.text();
        expect([name, answer.status(), /onerror|script|passwd|\u202e/u.test(told)]).toEqual([name, 200, false]);
        last = JSON.stringify(known);
      }
      await watched.page.addInitScript((known) => {
        localStorage.setItem(`yuwen:${location.origin}:conversation`, known);
      }, last);
      await watched.go('/');
      await watched.page.getByRole('button', { name: '删去 照片 1' }).waitFor();
      await expectHarmless('names of photographs', watched, names.length);
      await watched.page.context().close();
    }, 60_000);

    it('in names of data sets and of their files, columns and cells', async () => {
      const watched = await openWatched(desk, 'operator');
      const { page } = watched;
      const line = `text,${names.length}`;
      for (const name of names) {
        const data = { suite: 'safety', name, format: 'csv', text: line, apply: true };
        const answer = await page.request.post(`${desk.address}/api/evals/data-sets/import`, { data, headers: write });
        const { code } = (await answer.json()) as { code: string };
        expect([name, answer.status() === 400 || answer.status() === 422, code]).toEqual([
          name,
          true,
          expect.any(String),
        ]);
      }
      const cells = texts.map((text) => `"${text.replaceAll('"', '""')}",allow`);
      const data = {
        suite: 'safety',
        name: 'hostile',
        format: 'csv',
        text: ['text,expect', ...cells].join('\n'),
        apply: true,
      };
      const kept = await page.request.post(`${desk.address}/api/evals/data-sets/import`, { data, headers: write });
      expect([kept.status(), await kept.text()]).toEqual([200, expect.stringContaining('"version":1')]);
      await watched.go('/console/evals/data');
      await page.locator('input[type=file]').waitFor({ state: 'attached' });
      for (const name of names) {
        const buffer = Buffer.from(`${name},"${name.replaceAll('"', '""')}"\n<img src=x onerror=alert(1)>,x\n`);
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: name.replaceAll('/', '／').slice(-200), mimeType: 'text/csv', buffer });
      }
      await expectHarmless('data sets and names of files', watched, names.length);
      await page.context().close();
    }, 60_000);
  },
);
