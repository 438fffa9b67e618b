import type { Account, MoveBody, TicketDetail, TicketSummary } from '../../channels/http/api-types.ts';
import type { DataQuestionAnswer, SavedQuestion } from '../../channels/http/data-question-schemas.ts';
import { document, ticketCard, ticketDetail } from './builders.ts';
import { call, callSummary, dataReply } from './builders-console.ts';
import type { Route } from './fake-api.ts';
import { fakeEvalRoutes } from './fake-eval-routes.ts';

const accounts: Record<string, Account> = {
  'handler-demo': {
    name: 'handler-demo',
    displayName: '经办员（演示）',
    role: 'unit_handler',
    district: '渝中区',
    unit: '渝中区城市管理局',
  },
  'cadre-demo': { name: 'cadre-demo', displayName: '市级干部（演示）', role: 'cadre', district: null, unit: null },
  'operator-demo': {
    name: 'operator-demo',
    displayName: '运营员（演示）',
    role: 'operator',
    district: null,
    unit: null,
  },
  'hotline-demo': {
    name: 'hotline-demo',
    displayName: '话务员（演示）',
    role: 'hotline_operator',
    district: null,
    unit: null,
  },
  'admin-demo': {
    name: 'admin-demo',
    displayName: '管理员（演示）',
    role: 'administrator',
    district: null,
    unit: null,
  },
};
export const account = (name: keyof typeof accounts): Account => accounts[name]!;

export function defaultRoutes(): Record<string, Route> {
  return { ...sessionRoutes(), ...ticketRoutes(), ...dataRoutes(), ...fakeEvalRoutes(), ...callRoutes() };
}

function sessionRoutes(): Record<string, Route> {
  return {
    'POST /api/session': ({ body }) => {
      const { name, password } = body as { name: string; password: string };
      const found = accounts[name];
      if (!found || password !== 'right')
        return [401, { code: 'wrong_credentials', message: '账号或密码不对，请再试一次。' }];
      return [200, { account: found }];
    },
    'GET /api/session': ({ account }) => [200, { account }],
    'DELETE /api/session': () => [204, null],
    'GET /api/documents/*': ({ rest }) => [200, document({ id: rest })],
    'GET /api/ticket-progress/*': ({ rest }) => {
      const { category, status, filedAt, dueAt, events } = ticketDetail({ number: rest });
      return [
        200,
        { number: rest, status, category: category.name, owner: '渝中区城市管理局', filedAt, dueAt, events },
      ];
    },
  };
}

/** Two dozen tickets; every third one is overdue, every fourth belongs to another district. */
export function manyTickets(): TicketDetail[] {
  return Array.from({ length: 24 }, (_, index) =>
    ticketDetail({
      number: `20261123-${String(index + 1).padStart(6, '0')}`,
      title: ['烧烤摊夜间噪声', '小区水管漏水', '路灯不亮', '人行道占道停车'][index % 4]!,
      district: index % 4 === 3 ? '万州区' : '渝中区',
      urgency: index % 5 === 0 ? 'U1' : 'U3',
      status: (['assigned', 'accepted', 'replied', 'closed'] as const)[index % 4]!,
      dueAt: index % 3 === 0 ? '2026-01-02T10:00:00Z' : '2099-01-02T10:00:00Z',
    }),
  );
}

const kinds: Record<string, string> = {
  accept: 'accepted',
  return: 'returned',
  reassign: 'reassigned',
  reply: 'replied',
  close: 'closed',
};

function ticketRoutes(): Record<string, Route> {
  const tickets = manyTickets();
  const find = (number: string) => tickets.find((ticket) => ticket.number === number);
  const unknown: ReturnType<Route> = [404, { code: 'ticket_unknown', message: '没有这张工单，请核对单号。' }];
  return {
    'GET /api/tickets': ({ url }) => [200, list(tickets, url.searchParams)],
    'GET /api/tickets/*': ({ rest }) => (find(rest) ? [200, find(rest)] : unknown),
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
        moves: [{ name: 'reply', label: '答复' }],
      });
      return [200, ticket];
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

function dataRoutes(): Record<string, Route> {
  const answers = (question: string, body: unknown): [number, DataQuestionAnswer] => {
    const { conversationId } = body as { conversationId?: string };
    messages += 1;
    const messageId = `message-${messages}`;
    return [200, { conversationId: conversationId ?? 'conversation-1', messageId, question, reply: dataReply() }];
  };
  let messages = 0;
  return {
    'GET /api/data-questions/examples': () => [200, { subjects: [subject] }],
    'GET /api/data-questions/saved': () => [200, { items: [savedQuestion()] }],
    'POST /api/data-questions': ({ body }) => answers((body as { question: string }).question, body),
    'POST /api/data-questions/changes': ({ body }) => answers((body as { said: string }).said, body),
    'POST /api/data-questions/saved/*/runs': ({ body }) => answers(savedQuestion().name, body),
  };
}

const subject = {
  label: '群众诉求',
  source: '12345 热线',
  updated: '实时',
  metrics: ['诉求量', '办结率'],
  dimensions: ['区县', '类别'],
  examples: ['上个月各区县投诉量前五', '今年以来办结率按月怎么变'],
};

export function savedQuestion(fields: Partial<SavedQuestion> = {}): SavedQuestion {
  return {
    id: 'saved-1', name: '每月投诉前五', question: '上个月各区县投诉量前五', by: 'cadre-demo', unit: null, district: null,
    savedAt: '2026-11-20T02:00:00Z', verifiedBy: null, verifiedAt: null, mayRemove: true, mayVerify: false, ...fields,
  }; // biome-ignore format: one question, one glance
}

function callRoutes(): Record<string, Route> {
  let ticketNumber: string | null = null;
  return {
    'GET /api/calls': () => [200, { items: [{ ...callSummary(), ticketNumber }] }],
    'GET /api/calls/*': ({ rest }) => [200, call({ id: rest, ticketNumber })],
    'POST /api/calls/*/ticket': () => {
      ticketNumber = '20261123-000001';
      return [200, ticketCard({ number: ticketNumber })];
    },
  };
}
