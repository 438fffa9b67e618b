import type {
  AskedOfCard,
  CardBody,
  CardDetail,
  CardSummary,
  CardVersionDetail,
  CardVersionSummary,
  DiffLine,
  DocumentEntry,
} from '../../channels/http/card-types.ts';

const at = '2026-11-23T02:00:00Z';
const cited = { docId: 'guide-1', page: 2, start: 30, end: 44 };

/** Valid defaults for tests of the pages around knowledge; a test names only what matters to it. */
export function cardBody(fields: Partial<CardBody> = {}): CardBody {
  return {
    id: 'water-meter', title: '水表过户', aliases: ['过户水表'], audience: 'personal', lead: '供水企业', participants: [],
    summary: { text: '房屋转让后把水表过到新户主名下。', certainty: 'memory' },
    components: [], conditions: [{ text: '房屋已经转移登记。', certainty: 'memory' }],
    questions: [
      { id: 'owner', ask: '是谁来办？', options: [{ id: 'self', label: '本人', saidAs: [] }, { id: 'agent', label: '代办', saidAs: ['别人帮办'] }] },
    ],
    materials: [
      { name: '居民身份证', forms: ['original', 'electronic'], replaceable: 'yes', certainty: 'official', source: '供水服务指南', cited },
      { name: '授权委托书', forms: ['original'], replaceable: 'no', certainty: 'memory', when: { owner: ['agent'] } },
    ],
    steps: [], limits: [{ text: '承诺 1 个工作日办结。', certainty: 'official', source: '供水服务指南', cited }],
    fees: [{ text: '不收费。', certainty: 'uncertain' }], rules: [], places: [{ text: '营业厅周一至周五办理。', certainty: 'memory' }],
    results: [], faqs: [{ question: '欠费能过户吗？', answer: { text: '先缴清欠费。', certainty: 'memory' } }], legal: [],
    validFrom: '2026-01-01', validTo: null, reviewedAt: '2026-11-01', source: '供水服务指南与常识整理',
    ...fields,
  }; // biome-ignore format: one card, one glance
}

const weeks = Array.from({ length: 8 }, (_, index) => ({
  week: `2026-${index < 4 ? '10' : '11'}-${String(1 + (index % 4) * 7).padStart(2, '0')}`,
  hits: index,
  misses: index % 3,
}));

export function cardSummary(fields: Partial<CardSummary> = {}): CardSummary {
  return {
    id: 'water-meter', title: '水表过户', audience: 'personal', lead: '供水企业', standing: 'in_force',
    inForce: { version: 1, validFrom: '2026-01-01', validTo: null }, upcoming: null, draft: null,
    certainty: { official: 2, memory: 5, uncertain: 1 }, reviewedAt: '2026-05-01', reviewDue: '2026-11-01', hits: 28,
    misses: 7, weeks, ...fields,
  }; // biome-ignore format: one card, one glance
}

export function versionSummary(fields: Partial<CardVersionSummary> = {}): CardVersionSummary {
  return {
    cardId: 'water-meter', version: 1, origin: 'record', state: 'published', title: '水表过户', validFrom: '2026-01-01',
    validTo: null, docId: 'matter/water-meter@2026-01-01.v1', sourceDocument: 'guide-1', baseVersion: 0, revision: 3,
    createdBy: 'operator-demo', createdAt: at, changedBy: 'operator-demo', changedAt: at, publishedBy: 'operator-demo',
    publishedAt: at, reviewedBy: 'operator-demo', note: '', reason: null, canUndo: false, ...fields,
  }; // biome-ignore format: one version, one glance
}

export function versionDetail(fields: Partial<CardVersionDetail> = {}): CardVersionDetail {
  return { ...versionSummary(fields), body: cardBody(), document: null, unread: [], problems: [], ...fields };
}

/** The draft of version 2, made from the guide; one stretch of the guide went into no field. */
export function draftDetail(fields: Partial<CardVersionDetail> = {}): CardVersionDetail {
  const unread = [
    { heading: '温馨提示', text: '表井由用户看护。', place: { ...cited, page: 3, start: 60, end: 68 }, reason: '没有对应的栏目' },
  ]; // biome-ignore format: one stretch
  return versionDetail({
    version: 2, state: 'draft', baseVersion: 1, revision: 5, publishedBy: null, publishedAt: null, reviewedBy: null, unread,
    ...fields,
  }); // biome-ignore format: one draft
}

export function cardDetail(fields: Partial<CardDetail> = {}): CardDetail {
  return {
    ...cardSummary(),
    versions: [
      versionSummary({ note: '改了时限', canUndo: true }),
      versionSummary({
        ...{ version: 0, origin: 'authored', state: 'superseded', validFrom: '2025-01-01', validTo: '2025-12-31' },
        ...{ sourceDocument: null, revision: 0, createdBy: null, createdAt: null, changedBy: null, changedAt: null },
        ...{ publishedBy: null, publishedAt: null, reviewedBy: null, baseVersion: null },
      }),
    ],
    events: [
      { at, actor: 'operator-demo', action: 'published', version: 1, note: '改了时限' },
      { at, actor: 'operator-demo', action: 'drafted', version: 1, note: '' },
    ],
    ...fields,
  };
}

export const diffLines: DiffLine[] = [
  { kind: 'same', section: 'title', before: { path: 'title', text: '水表过户' }, after: { path: 'title', text: '水表过户' } },
  { kind: 'changed', section: 'limits', before: { path: 'limits/0', text: '承诺 3 个工作日办结。' }, after: { path: 'limits/0', text: '承诺 1 个工作日办结。' } },
  { kind: 'added', section: 'fees', before: null, after: { path: 'fees/0', text: '不收费。' } },
]; // biome-ignore format: one line each

export function askedOfCard(fields: Partial<AskedOfCard> = {}): AskedOfCard {
  return {
    messageId: 'm1.a', at, channel: 'web', question: '水表过户要好久，我电话［电话］', outcome: 'nothing_found', kind: 'miss',
    why: 'nothing_found', thumb: null, ...fields,
  }; // biome-ignore format: one question
}

export function documentEntry(fields: Partial<DocumentEntry> = {}): DocumentEntry {
  return {
    docId: 'guide-1', name: '供水服务指南.docx', title: '供水服务指南', origin: 'upload', state: 'ready', bytes: 40_960, pages: 40,
    scannedPages: 0, characters: 21_340, passages: 312, validFrom: '2026-01-01', validTo: null, serves: false,
    matters: [
      { title: '水表过户', cardId: 'water-meter', isNew: false, page: 2 },
      { title: '水表校验', cardId: 'water-meter-check', isNew: true, page: 9 },
    ],
    failure: null, reason: null, uploadedBy: 'operator-demo', uploadedAt: at, revision: 1, ...fields,
  }; // biome-ignore format: one document, one glance
}
