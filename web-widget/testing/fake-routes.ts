import type { Account } from '../../channels/http/api-types.ts';
import type { DataQuestionAnswer, SavedQuestion } from '../../channels/http/data-question-schemas.ts';
import { document, matterShown } from './builders.ts';
import { dataReply } from './builders-console.ts';
import { fakeAdminRoutes } from './fake-admin-routes.ts';
import type { Route } from './fake-api.ts';
import { fakeCallRoutes } from './fake-call-routes.ts';
import { fakeEvalRoutes } from './fake-eval-routes.ts';
import { fakeHandOverRoutes } from './fake-hand-over-routes.ts';
import { fakeKnowledgeRoutes } from './fake-knowledge-routes.ts';
import { fakeTicketRoutes } from './fake-ticket-routes.ts';
import { fakeWorkplaceRoutes } from './fake-workplace-routes.ts';

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
  return {
    ...sessionRoutes(),
    ...fakeTicketRoutes(),
    ...dataRoutes(),
    ...fakeEvalRoutes(),
    ...fakeKnowledgeRoutes(),
    ...fakeCallRoutes(),
    ...fakeHandOverRoutes(),
    ...fakeAdminRoutes(),
    ...fakeWorkplaceRoutes(),
  };
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
    'POST /api/photographs': () => [415, { code: 'photograph_unreadable', message: '这张照片打不开，请换一张。' }],
    'POST /api/photographs/list': () => [200, { items: [] }],
    'GET /api/matters/*': ({ rest }) => [200, matterShown({ id: rest })],
  };
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
    id: 'saved-1', name: '每月投诉前五', question: '时间：上个月；指标：投诉量；分组：按区县', by: 'cadre-demo', unit: null, district: null,
    savedAt: '2026-11-20T02:00:00Z', verifiedBy: null, verifiedAt: null, mayRemove: true, mayVerify: false, ...fields,
  }; // biome-ignore format: one question, one glance
}
