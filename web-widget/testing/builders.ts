import type { DocumentAnswer, EvalRun, TicketDetail } from '../../channels/http/api-types.ts';
import type { MatterShown } from '../../channels/http/matter-types.ts';
import type { AnswerReply, Citation, Reply, TicketCard } from '../widget/reply-types.ts';

/** Valid defaults for tests; a test names only what matters to it. */
export const cardText = `开办小面馆

申请材料
经营者身份证（原件；免交复印件）
健康证明（原件；从业人员每人一份）

办理时限
承诺 3 个工作日办结。`;

export function document(fields: Partial<DocumentAnswer> = {}): DocumentAnswer {
  return {
    id: 'matter/noodle-shop@2025-01-01',
    title: '开办小面馆',
    text: cardText,
    validFrom: '2025-01-01',
    validTo: null,
    pages: [],
    ...fields,
  };
}

export function matterShown(fields: Partial<MatterShown> = {}): MatterShown {
  return {
    id: 'noodle-shop', version: '2025-01-01', newerVersion: null, title: '开办小面馆', lead: '市场监管部门', validTo: null,
    summary: '营业执照和食品经营许可一次办好。',
    questions: [
      {
        id: 'premises', ask: '铺面是租的还是自己的？',
        options: [{ id: 'rented', label: '租的', effect: '要带租赁合同。' }, { id: 'own', label: '自己的' }],
      },
    ],
    materials: [
      { text: '经营者身份证（原件）', uncertain: false },
      { text: '健康证明（原件）', uncertain: true },
      { text: '租赁合同（复印件）', uncertain: false, when: { premises: ['rented'] } },
      { text: '房产证（原件）', uncertain: false, when: { premises: ['own'] } },
    ],
    steps: [{ text: '网上填表。', uncertain: false }],
    limits: [{ text: '承诺 3 个工作日办结。', uncertain: false }],
    fees: [],
    places: [{ text: '区政务服务中心综合窗口。', uncertain: false }],
    ...fields,
  }; // biome-ignore format: one card, one glance
}

export function citation(quote: string, fields: Partial<Citation> = {}): Citation {
  const start = cardText.indexOf(quote);
  return {
    docId: 'matter/noodle-shop@2025-01-01',
    title: '开办小面馆',
    quote,
    start,
    end: start + quote.length,
    ...fields,
  };
}

export function answered(fields: Partial<Extract<AnswerReply, { outcome: 'answered' }>> = {}): Reply {
  return {
    outcome: 'answered',
    text: '开小面馆要带经营者身份证和健康证明，承诺 3 个工作日办结。',
    sentences: [
      { text: '开小面馆需要办理营业执照和食品经营许可，可以一次办好。', citations: [] },
      { text: '经营者身份证（原件）', citations: [0], section: '申请材料' },
      { text: '健康证明（从业人员每人一份）', citations: [1], section: '申请材料' },
      { text: '承诺 3 个工作日办结。', citations: [2], section: '办理时限' },
    ],
    citations: [
      citation('经营者身份证（原件；免交复印件）'),
      citation('健康证明（原件；从业人员每人一份）'),
      citation('承诺 3 个工作日办结。'),
    ],
    matter: { id: 'noodle-shop', version: '2025-01-01', title: '开办小面馆' },
    ...fields,
  };
}

export function ticketCard(fields: Partial<TicketCard> = {}): TicketCard {
  return {
    number: '20261123-000001',
    progressSecret: 'a-secret',
    category: { code: 'C05.02', name: '社会生活噪声', group: '噪声扰民' },
    purpose: '投诉',
    urgency: 'U3',
    place: { text: '渝中区解放碑步行街', district: '渝中区', street: '解放碑街道', detail: '步行街', note: null },
    owner: '渝中区城市管理局',
    filedAt: '2026-11-23T02:00:00Z',
    firstResponseDueAt: '2026-11-24T02:00:00Z',
    dueAt: '2026-11-30T10:00:00Z',
    ...fields,
  };
}

export const ticketReply = (fields: Partial<TicketCard> = {}): Reply => ({
  outcome: 'ticket',
  text: '已经为您登记，会转给负责的单位处理。',
  ticket: ticketCard(fields),
});

export function ticketDetail(fields: Partial<TicketDetail> = {}): TicketDetail {
  const { number, category, place, purpose, urgency, filedAt, firstResponseDueAt, dueAt } = ticketCard();
  const content = '渝中区解放碑步行街烧烤摊半夜吵得睡不着';
  const dispatch = {
    outcome: 'assigned' as const, lead: '渝中区城市管理局', coUnits: ['渝中区公安分局'], tier: 'district' as const,
    clause: '社会生活噪声：由区县城市管理部门牵头，公安配合（第 C05.02 条）', candidates: ['渝中区城市管理局'],
    missing: [], reason: null, triageDesk: null,
  }; // biome-ignore format: one object, one glance
  const noise = { code: 'C05.02', name: '社会生活噪声', group: '噪声扰民' };
  const stalls = { code: 'C03.01', name: '占道经营', group: '市容环境' };
  return {
    number, category, purpose, urgency, filedAt, firstResponseDueAt, dueAt, content,
    status: 'assigned', title: '解放碑步行街烧烤摊夜间噪声', district: place.district, street: place.street,
    placeDetail: place.detail, ownerUnit: '渝中区城市管理局', tier: 'district', closedAt: null, version: 1,
    coUnits: ['渝中区公安分局'],
    draft: {
      content, title: '解放碑步行街烧烤摊夜间噪声', purpose: '投诉', category: noise, abstained: false,
      alternatives: [{ category: noise, p: 0.82 }, { category: stalls, p: 0.13 }],
      because: ['烧烤摊', '半夜', '吵'], urgency: 'U3', place, dispatch,
    },
    events: [
      { sequence: 1, kind: 'filed', at: filedAt, actor: 'citizen', payload: {} },
      { sequence: 2, kind: 'assigned', at: '2026-11-23T02:00:03Z', actor: 'desk', payload: { unit: '渝中区城市管理局' } },
    ],
    moves: [
      { name: 'accept', label: '签收', needs: [] },
      { name: 'return', label: '退回', needs: ['returnCode', 'clause', 'reason'] },
    ],
    clockStoppedAt: null, returnCount: 0, awaitsDesk: null, mergedInto: null, returns: [], boundUnit: null,
    items: [{ id: 1, text: '规定收摊时间', state: 'open', answer: null, reopened: 0 }],
    clock: [
      {
        at: filedAt, event: 'filed', rule: '按工作日计的时限，从登记次日起算。', budgetMinutes: 8100, usedMinutes: 0, dueAt,
        running: true, text: '登记：U3 级投诉，办结时限 15 个工作日，从登记起计时。',
      },
    ],
    extension: { state: 'none', workingDays: null }, sentBackReply: null, reply: null, firstContactAt: null,
    answerDueAt: null, verdict: null, satisfaction: null, closedBecause: null, members: [], conversation: [],
    ...fields,
  }; // biome-ignore format: one ticket, one glance
}

export function evalRun(fields: Partial<EvalRun> = {}): EvalRun {
  return {
    id: 'run-1', suite: 'classification', data: 'own', status: 'finished', n: 120, errors: 1,
    metrics: { accuracy: 0.842, macroF1: 0.771, ece: 0.043, accuracyAt80: null },
    slices: {
      'class=噪声': { n: 70, precision: 0.9, recall: 0.92, f1: 0.91 }, 'class=物业': { n: 50, precision: 0.75, recall: 0.66, f1: 0.7 },
      'confusion=噪声': { 噪声: 64, 物业: 6 }, 'confusion=物业': { 物业: 33, 噪声: 15, 失物: 2 },
    },
    identity: { engine: 'built-in', commit: '0beaba7' },
    startedAt: '2026-11-23T01:00:00Z', finishedAt: '2026-11-23T01:00:42Z', ...fields,
  }; // biome-ignore format: one run, one glance
}
