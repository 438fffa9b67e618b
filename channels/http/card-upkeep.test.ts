import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentReader } from '../../knowledge/index.ts';
import { type BuiltReader, buildReader } from '../../knowledge/ingest/testing/build-reader.ts';
import { canReadScans, guideDocx, guideMatters, scannedPdf } from '../testing/guide-files.ts';
import { openTestDesk, type TestDesk } from '../testing/open-test-desk.ts';
import type { CardDetail, CardList, CardVersionDetail, DocumentEntry, DocumentList, DraftsMade } from './card-types.ts';

let reader: BuiltReader;
let test: TestDesk;
let send: (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  body?: object,
) => Promise<{ status: number; body: unknown }>;

beforeAll(async () => {
  reader = await buildReader();
  test = await openTestDesk({}, undefined, createDocumentReader({ program: reader.program }));
  send = (await test.as('operator')) as never;
}, 120_000);
afterAll(async () => {
  await test.close();
  await reader.remove();
});

const get = async <Body>(url: string) => (await send('GET', url)).body as Body;
const post = async <Body>(url: string, body: object) =>
  (await send('POST', url, body)) as { status: number; body: Body };
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

async function upload(
  name: string,
  bytes: Buffer,
): Promise<{ status: number; entry: DocumentEntry & { code?: string } }> {
  const { body: session } = {
    body: await test.server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { name: 'operator', password: 'a password for tests' },
    }),
  };
  const boundary = 'a-boundary-of-tests';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const answer = await test.server.inject({
    method: 'POST',
    url: '/api/documents',
    cookies: { [session.cookies[0]!.name]: session.cookies[0]!.value },
    headers: { 'x-yuwen-request': '1', 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  return { status: answer.statusCode, entry: answer.json() };
}

async function whenRead(docId: string): Promise<DocumentEntry> {
  for (;;) {
    const { items } = await get<DocumentList>('/api/documents');
    const entry = items.find((item) => item.docId === docId)!;
    if (entry.state !== 'waiting' && entry.state !== 'reading') return entry;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ask(text: string) {
  const { answering, conversations, now } = test.desk.services;
  const { conversationId } = await conversations.begin('web', now());
  const { message } = await answering.take({ conversationId, clientMessageId: text, text });
  const row = await answering.answer(message.id);
  return {
    reply: row!.reply as {
      outcome: string;
      text: string;
      citations?: {
        docId: string;
        quote: string;
        start: number;
        end: number;
        page?: number;
        readIn?: { docId: string; page: number; start: number; end: number };
      }[];
    },
  };
}
const caughtUp = () => test.desk.services.upkeep.followed.caughtUp();

describe('a guide of forty pages', () => {
  const [matter] = guideMatters;
  let entry: DocumentEntry;
  let draft: CardVersionDetail;

  it('is read after it was uploaded, with its pages and the matters it describes, and answers nothing by itself', {
    timeout: 60_000,
  }, async () => {
    const { status, entry: taken } = await upload('江湾区办事指南.docx', guideDocx());
    expect(status).toBe(202);
    entry = await whenRead(taken.docId);
    expect(entry).toMatchObject({ state: 'ready', pages: 40, serves: false, uploadedBy: 'operator' });
    expect(entry.matters.map(({ title }) => title)).toEqual(guideMatters.map(({ title }) => title));
    expect(entry.matters[1]).toMatchObject({ isNew: true, page: 3 });
    await caughtUp();
    expect((await ask('索道年票办理要多少钱')).reply.text).not.toContain('150');
  });

  it('becomes drafts that cite their page, and list what was not read', async () => {
    const { status, body } = await post<DraftsMade>('/api/cards/drafts', { from: 'document', docId: entry.docId });
    expect(status).toBe(201);
    expect(body.drafts).toHaveLength(guideMatters.length);
    const { cardId, version } = body.drafts[0]!;
    draft = await get<CardVersionDetail>(`/api/cards/${cardId}/versions/${version}`);
    expect(draft.body).toMatchObject({ title: matter!.title, lead: matter!.lead });
    expect(draft.body.fees).toMatchObject([
      { text: `收费标准：${matter!.fee}。`, cited: { docId: entry.docId, page: 2 } },
    ]);
    expect(draft.body.materials.map(({ name }) => name)).toEqual(matter!.materials.map(([name]) => name));
    expect(draft.unread.map(({ text }) => text)).toContain('区县级');
    const again = await post<DraftsMade>('/api/cards/drafts', { from: 'document', docId: entry.docId });
    expect(again.body.skipped).toHaveLength(guideMatters.length);
  });

  it('answers a citizen once it is published, with a citation of the place in the guide', {
    timeout: 60_000,
  }, async () => {
    const at = `/api/cards/${draft.cardId}/versions/${draft.version}`;
    const body = { ...draft.body, fees: [{ ...draft.body.fees[0]!, text: '收费标准：每年 188 元。' }] };
    const saved = (await send('PUT', at, { revision: draft.revision, body, note: '' })) as { body: CardVersionDetail };
    const refused = await send('PUT', at, { revision: draft.revision, body: draft.body, note: '' });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'version_conflict',
        details: { changedBy: 'operator', lines: [{ kind: 'changed', section: 'fees' }] },
      },
    });
    const published = await post<CardDetail>(`${at}/publish`, {
      revision: saved.body.revision,
      validFrom: today(),
      note: '核对过',
    });
    expect(published).toMatchObject({
      status: 200,
      body: { standing: 'in_force', inForce: { version: draft.version } },
    });
    await caughtUp();
    const { reply } = await ask(`${matter!.title}要多少钱`);
    expect(reply.text).toContain('188');
    const citation = reply.citations!.find(({ quote }) => quote.includes('188'))!;
    expect(citation).toMatchObject({
      docId: `matter/${draft.cardId}@${today()}.v${draft.version}`,
      page: 2,
      readIn: { docId: entry.docId, page: 2 },
    });
    const opened = await get<{ text: string }>(`/api/documents/${encodeURIComponent(entry.docId)}`);
    expect(opened.text.slice(citation.readIn!.start, citation.readIn!.end)).toContain(matter!.fee);
  });

  it('is no answer any more once it is withdrawn, though its citation opens', { timeout: 60_000 }, async () => {
    const detail = await get<CardDetail>(`/api/cards/${draft.cardId}`);
    const { revision, docId } = detail.versions[0]!;
    const at = `/api/cards/${draft.cardId}/versions/${draft.version}`;
    const withdrawn = await post<CardDetail>(`${at}/withdraw`, { revision, reason: '收费有误' });
    expect(withdrawn.body).toMatchObject({
      standing: 'withdrawn',
      inForce: null,
      events: [{ action: 'withdrawn', note: '收费有误' }, { action: 'published' }, {}, {}],
    });
    await caughtUp();
    expect((await ask(`${matter!.title}要多少钱`)).reply.text).not.toContain('188');
    expect(await get<{ text: string }>(`/api/documents/${encodeURIComponent(docId)}`)).toMatchObject({
      text: expect.stringContaining('188'),
    });
  });
});

describe('the authored cards', () => {
  const version = (card: CardDetail, number: number) => card.versions.find((one) => one.version === number)!;

  it('are closed by what is published over them, and open again when that is taken back', {
    timeout: 60_000,
  }, async () => {
    const made = await post<DraftsMade>('/api/cards/drafts', { from: 'card', cardId: 'id-card' });
    const { version: number } = made.body.drafts[0]!;
    const at = `/api/cards/id-card/versions/${number}`;
    const { body, revision } = await get<CardVersionDetail>(at);
    const changed = { ...body, fees: [{ text: '首次申领和到期换领收费七元七角。', certainty: 'official' as const }] };
    const saved = (await send('PUT', at, { revision, body: changed, note: '' })) as { body: CardVersionDetail };
    const published = await post<CardDetail>(`${at}/publish`, {
      revision: saved.body.revision,
      validFrom: today(),
      note: '',
    });
    expect(version(published.body, 0)).toMatchObject({ state: 'superseded', origin: 'authored' });
    await caughtUp();
    expect((await ask('身份证到期换领要多少钱')).reply.text).toContain('七元七角');
    const undone = await post<CardDetail>(`${at}/undo`, { revision: version(published.body, number).revision });
    expect(undone.body).toMatchObject({ inForce: { version: 0 }, draft: { version: number } });
    await caughtUp();
    expect((await ask('身份证到期换领要好多钱')).reply.text).not.toContain('七元七角');
  });

  it('show what differs between two versions', async () => {
    const { draft } = await get<CardDetail>('/api/cards/id-card');
    const { lines } = await get<{ lines: { kind: string; section: string }[] }>(
      `/api/cards/id-card/diff?from=0&to=${draft!.version}`,
    );
    const changes = lines.filter(({ kind }) => kind !== 'same').map(({ section }) => section);
    expect(new Set(changes)).toEqual(new Set(['fees', 'validFrom']));
  });

  it('count the questions that hit and missed', { timeout: 60_000 }, async () => {
    const question = '身份证丢了怎么补办';
    const hits = async () => (await get<CardList>('/api/cards')).items.find(({ id }) => id === 'id-card')!.hits;
    const before = await hits();
    await ask(question);
    // Counted after the reply was sent; questions asked before may still be on their way too.
    const asked = async () =>
      (await get<{ items: { question: string }[] }>('/api/cards/id-card/questions?kind=hit')).items.map(
        (one) => one.question,
      );
    await expect.poll(asked, { timeout: 30_000 }).toContain(question);
    expect(await hits()).toBeGreaterThan(before);
  });
});

it('reads a scan where tesseract is installed', { timeout: 120_000 }, async ({ skip }) => {
  if (!canReadScans()) skip('tesseract with chi_sim, or poppler, is not installed');
  const { entry } = await upload('渡口月票.pdf', await scannedPdf());
  expect(await whenRead(entry.docId)).toMatchObject({
    state: 'ready',
    scannedPages: 2,
    matters: [{ title: '渡口月票办理', page: 1 }],
  });
});

it.each([
  ['a kind nobody reads', '图.png', Buffer.from('x'), 415, 'upload_type_not_read'],
  ['an empty file', '空.docx', Buffer.alloc(0), 400, 'upload_incomplete'],
])('refuses %s at once', async (_, name, bytes, status, code) => {
  expect(await upload(name, bytes)).toMatchObject({ status, entry: { code } });
});

it('says of a file that is damaged what to do about it', { timeout: 60_000 }, async () => {
  const { entry } = await upload('坏.docx', Buffer.from('PK no zip'));
  expect(await whenRead(entry.docId)).toMatchObject({
    state: 'failed',
    failure: { code: 'damaged', message: expect.stringContaining('另存') },
  });
});

it('is for operators alone', async () => {
  const cadre = await test.as('cadre');
  expect((await cadre('GET', '/api/cards')).status).toBe(403);
  expect((await cadre('GET', '/api/documents')).status).toBe(403);
});
