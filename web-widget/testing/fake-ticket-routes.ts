import type { IncidentDetail, IncidentSummary, SimilarTickets } from '../../channels/http/incident-types.ts';
import type {
  MoveBody,
  MoveCodes,
  RatesAnswer,
  SavedViewList,
  TicketDetail,
  TicketProgress,
  TicketSummary,
  TriageList,
} from '../../channels/http/ticket-types.ts';
import { ticketDetail } from './builders.ts';
import type { Route } from './fake-api.ts';

/** Two dozen tickets; every third one is overdue, every fourth belongs to another district. */
export function manyTickets(): TicketDetail[] {
  return Array.from({ length: 24 }, (_, index) =>
    ticketDetail({
      number: `20261123-${String(index + 1).padStart(6, '0')}`,
      title: ['烧烤摊夜间噪声', '小区水管漏水', '路灯不亮', '人行道占道停车'][index % 4]!,
      district: index % 4 === 3 ? '万州区' : '渝中区',
      urgency: index % 5 === 0 ? 'U1' : 'U3',
      status: (['assigned', 'accepted', 'replied', 'closed'] as const)[index % 4]!,
      clockStoppedAt: index % 4 > 1 ? '2026-01-01T02:00:00Z' : null,
      dueAt: index % 3 === 0 ? '2026-01-02T10:00:00Z' : '2099-01-02T10:00:00Z',
    }),
  );
}

export const progressShown = (fields: Partial<TicketProgress> = {}): TicketProgress => {
  const { number, category, status, filedAt, dueAt, events, items } = ticketDetail();
  return {
    number, status, category: category.name, owner: '渝中区城市管理局', filedAt, dueAt, events, items,
    clockText: '应在 12月14日 18:00 前答复办理情况，时限已用 12%。', reply: null, mayJudge: false, answerDueAt: null,
    mergedInto: null, ...fields,
  }; // biome-ignore format: one ticket, one glance
};

export const moveCodes: MoveCodes = {
  pauseCodes: [{ code: 'awaiting_citizen', text: '等诉求人补充必要材料或到场' }],
  returnCodes: [{ code: 'not_our_duty', text: '依法不属于本单位职责' }],
  categories: [{ code: 'C05.02', name: '社会生活噪声', group: '噪声扰民' }],
  clauses: [{ text: '噪声污染防治法第七十条', categories: ['C05.02'] }],
};

const kinds: Record<string, string> = {
  accept: 'accepted', return: 'returned', reassign: 'reassigned', reply: 'replied', close: 'closed',
}; // biome-ignore format: a small table

export function fakeTicketRoutes(): Record<string, Route> {
  const tickets = manyTickets();
  const find = (number: string) => tickets.find((ticket) => ticket.number === number);
  const unknown: ReturnType<Route> = [404, { code: 'ticket_not_found', message: '没有这张工单，请核对单号。' }];
  return {
    'GET /api/tickets': ({ url }) => [200, list(tickets, url.searchParams)],
    'GET /api/tickets/*': ({ rest }) => (find(rest) ? [200, find(rest)] : unknown),
    'GET /api/tickets/move-codes': () => [200, moveCodes],
    'GET /api/tickets/*/photographs': () => [200, { items: [] }],
    'POST /api/ticket-progress/photographs': () => [200, { items: [] }],
    'GET /api/tickets/*/similar': () => [200, likenesses()],
    'GET /api/units': () => [200, { items: ['渝中区城市管理局'] }],
    'GET /api/ticket-progress/*': ({ rest }) => [200, progressShown({ number: rest })],
    'POST /api/ticket-progress': ({ body }) => [200, progressShown({ number: (body as { number: string }).number })],
    'POST /api/tickets/*/moves': ({ rest, body, account }) => {
      const ticket = find(rest);
      if (!ticket) return unknown;
      const { move, version, reason, text } = body as MoveBody;
      if (version !== ticket.version)
        return [409, { code: 'version_conflict', message: '这张工单刚被别人改过，请刷新后再办。' }];
      const event = {
        sequence: ticket.events.length + 1,
        kind: kinds[move] ?? move,
        at: new Date().toISOString(),
        actor: account.name,
        payload: { ...(reason && { reason }), ...(text && { text }) },
      };
      Object.assign(ticket, {
        version: version + 1,
        status: 'accepted',
        events: [...ticket.events, event],
        moves: [{ name: 'reply', label: '答复', needs: ['text'] }],
      });
      return [200, ticket];
    },
    ...fakeDeskRoutes(),
  };
}

/** Triage, incidents, rates and views: one of each kind that a page can show. */
function fakeDeskRoutes(): Record<string, Route> {
  const views: SavedViewList['items'] = [];
  return {
    'GET /api/triage': () => [200, triage()],
    'GET /api/incidents': () => [200, { items: [incident()] }],
    'GET /api/incidents/*': ({ rest }): [number, IncidentDetail] => [
      200,
      {
        ...incident({ id: rest }),
        members: [
          { ticket: ticketDetail(), relation: 'other', score: 1, joinedBy: 'engine' },
          { ticket: ticketDetail({ number: '20261122-000007' }), relation: 'repeat', score: 0.91, joinedBy: 'hotline' },
        ],
      },
    ],
    'GET /api/ticket-rates': () => [200, rates()],
    'GET /api/ticket-views': () => [200, { items: views }],
    'PUT /api/ticket-views/*': ({ rest, body }) => {
      views.push({ name: rest, ...(body as Pick<SavedViewList['items'][number], 'query'>) });
      return [200, { items: views }];
    },
    'DELETE /api/ticket-views/*': ({ rest }) => {
      views.splice(0, views.length, ...views.filter(({ name }) => name !== rest));
      return [200, { items: views }];
    },
  };
}

export function likenesses(): SimilarTickets {
  const ticket = ticketDetail({ number: '20261122-000007', title: '解放碑烧烤摊油烟噪声' });
  return {
    items: [
      {
        ticket, relation: 'other', sameIncident: true, score: 0.91, samePlace: 0.98, sameProblem: 0.93,
        sharedWords: ['烧烤摊', '解放碑'], sameStreet: true, daysApart: 1,
      },
    ],
    linked: [],
  }; // biome-ignore format: one likeness, one glance
}

function triage(): TriageList {
  const item = {
    ...ticketDetail({ status: 'adjudication', returnCount: 2 }),
    why: 'second_return' as const,
    reason: '第二次退回，请裁定承办单位并写明依据，裁定后不能再退。',
    candidates: ['渝中区公安分局', '渝中区城市管理局'],
    clause: '社会生活噪声：由区县城市管理部门牵头，公安配合',
    because: ['烧烤摊', '半夜', '吵'],
    alternatives: [{ code: 'C05.02', name: '社会生活噪声', p: 0.82 }],
  };
  return { items: [item], total: 1, page: 1, pageSize: 20 };
}

export function incident(fields: Partial<IncidentSummary> = {}): IncidentSummary {
  return {
    id: '41', title: '解放碑步行街烧烤摊夜间噪声', category: ticketDetail().category, tickets: 7, open: 5, people: 5,
    unknownReports: 1, districts: [{ name: '渝中区', tickets: 6 }, { name: '江北区', tickets: 1 }],
    streets: [{ name: '解放碑街道', tickets: 6 }], firstAt: '2026-11-18T02:00:00Z', lastAt: '2026-11-23T02:00:00Z',
    trend: [{ day: '2026-11-18', tickets: 2 }, { day: '2026-11-21', tickets: 1 }, { day: '2026-11-23', tickets: 4 }],
    growing: true, ...fields,
  }; // biome-ignore format: one incident, one glance
}

function rates(): RatesAnswer {
  const of = (numerator: number, denominator: number) => ({
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
  });
  return {
    by: 'unit',
    from: '2026-11-01',
    to: '2026-11-23',
    rows: [
      { name: '渝中区城市管理局', tickets: 12, response: of(11, 12), solved: of(7, 8), satisfied: of(5, 7) },
      { name: '渝中区公安分局', tickets: 3, response: of(3, 3), solved: of(0, 0), satisfied: of(0, 0) },
    ],
    definitions: {
      response: '响应率＝按时联系数÷应联系数。',
      solved: '解决率＝解决数÷有效回访数。',
      satisfied: '满意率＝满意数÷有效回访数。',
    },
  };
}

function list(tickets: TicketSummary[], query: URLSearchParams) {
  const page = Number(query.get('page') ?? 1);
  const pageSize = Number(query.get('pageSize') ?? 20);
  const matching = tickets.filter(
    (ticket) =>
      [query.get('status') ?? ticket.status].includes(ticket.status) &&
      [query.get('district') ?? ticket.district].includes(ticket.district) &&
      ticket.title.includes(query.get('q') ?? ''),
  );
  return { items: matching.slice((page - 1) * pageSize, page * pageSize), total: matching.length, page, pageSize };
}
