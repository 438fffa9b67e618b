import type { CardBody, CardVersionDetail, DocumentEntry } from '../../channels/http/card-types.ts';
import {
  askedOfCard,
  cardDetail,
  cardSummary,
  diffLines,
  documentEntry,
  draftDetail,
  versionDetail,
  versionSummary,
} from './builders-knowledge.ts';
import type { Route } from './fake-api.ts';

/** The desk's answers to the pages around knowledge, as far as a page needs them to be looked at. */
export function fakeKnowledgeRoutes(): Record<string, Route> {
  return { ...cardRoutes(), ...documentRoutes() };
}

/** One card with two versions; a draft of it can be made, saved, discarded and published. */
function cardRoutes(): Record<string, Route> {
  let draft: CardVersionDetail | null = null;
  let isPublished = false;
  let isWithdrawn = false;
  const card = () =>
    isWithdrawn
      ? withdrawn()
      : draft
        ? cardDetail({
            draft: { version: 2, changedBy: 'operator-demo', changedAt: '2026-11-23T02:00:00Z', unread: 1 },
            versions: [
              versionSummary({ version: 2, state: 'draft', revision: draft.revision }),
              ...cardDetail().versions,
            ],
          })
        : cardDetail();
  const others = [
    cardSummary({ id: 'heating', title: '暖气报装', misses: 0, hits: 0, weeks: [], reviewDue: null, standing: 'draft_only' }),
    cardSummary({ id: 'noodle-shop', title: '开办小面馆', lead: '市场监管部门', misses: 2, hits: 60 }),
  ]; // biome-ignore format: a small table
  return {
    'GET /api/cards': () => {
      const { versions: _, events: _events, ...summary } = card();
      return [200, { items: [summary, ...others], needsTwoPeople: false }];
    },
    'GET /api/cards/*': () => [200, card()],
    'GET /api/cards/*/diff': () => [200, { from: 0, to: 1, lines: diffLines }],
    'GET /api/cards/*/questions': ({ url }) => {
      const items = url.searchParams.get('kind') === 'hit' ? [] : [askedOfCard()];
      return [200, { items, total: items.length, weeks: cardSummary().weeks }];
    },
    'GET /api/cards/water-meter/versions/*': ({ rest }) => {
      const version = Number(rest);
      if (version === 2 && isPublished) return [200, versionDetail({ version })];
      if (version === 2) return draft ? [200, draft] : [404, { code: 'not_found', message: '没有这个版本。' }];
      return [200, versionDetail({ version, state: version === 1 ? 'published' : 'superseded' })];
    },
    'POST /api/cards/drafts': () => {
      draft ??= draftDetail();
      return [201, { drafts: [draft], skipped: [] }];
    },
    'PUT /api/cards/water-meter/versions/*': ({ body }) => {
      const { body: text, note } = body as { body: CardBody; note: string };
      draft = { ...(draft ?? draftDetail()), body: text, note, revision: (draft?.revision ?? 5) + 1 };
      return [200, draft];
    },
    'DELETE /api/cards/water-meter/versions/*': () => {
      draft = null;
      return [204, null];
    },
    'POST /api/cards/water-meter/versions/*/trial': () => [
      200,
      {
        items: [
          { question: '水表过户要好久', changed: true, before: { outcome: 'answered', text: '3 个工作日。' }, after: { outcome: 'answered', text: '1 个工作日。' } },
          { question: '水表过户收费不', changed: false, before: { outcome: 'answered', text: '不收费。' }, after: { outcome: 'answered', text: '不收费。' } },
        ],
      },
    ], // biome-ignore format: one trial
    'POST /api/cards/water-meter/versions/*/publish': () => {
      draft = null;
      isPublished = true;
      return [200, cardDetail()];
    },
    'POST /api/cards/water-meter/versions/*/undo': () => [200, cardDetail()],
    'POST /api/cards/water-meter/versions/*/withdraw': () => {
      isWithdrawn = true;
      return [200, card()];
    },
    'POST /api/cards/water-meter/versions/*/restore': () => {
      isWithdrawn = false;
      draft = draftDetail();
      return [201, draft];
    },
  };
}

/** The version in force was withdrawn, which may itself be taken back. */
function withdrawn() {
  const [last, ...others] = cardDetail().versions;
  const versions = [{ ...last!, state: 'withdrawn' as const }, ...others];
  return cardDetail({ standing: 'withdrawn', inForce: null, versions });
}

/** One guide that was read, one scan that was not; what is uploaded is read by the time it is asked for again. */
function documentRoutes(): Record<string, Route> {
  const failed = documentEntry({
    docId: 'scan-1', name: '扫描件.pdf', title: '', state: 'failed', matters: [],
    failure: { code: 'ocr_unavailable', message: '这台机器上没有文字识别程序。' },
  }); // biome-ignore format: one document
  const items: DocumentEntry[] = [documentEntry(), failed];
  const find = (docId: string) => items.find((one) => one.docId === docId);
  return {
    'GET /api/documents': () => [200, { items }],
    'POST /api/documents': ({ body }) => {
      const { file } = body as { file: string };
      const docId = `upload-${items.length}`;
      const entry = documentEntry({ docId, name: file, title: file, matters: [] });
      items.unshift(entry);
      return [202, { ...entry, state: 'waiting' }];
    },
    'PUT /api/documents/*': ({ rest, body }) => [200, Object.assign(find(rest) ?? {}, body)],
    'POST /api/documents/*/withdraw': ({ rest, body }) => [
      200,
      Object.assign(find(rest) ?? {}, { state: 'withdrawn', reason: (body as { reason: string }).reason }),
    ],
  };
}
