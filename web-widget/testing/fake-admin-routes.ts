import type {
  AccountList,
  AuditPage,
  IssuedKey,
  KeyList,
  PasswordAnswer,
  RetentionList,
  RetentionPreview,
  SwitchList,
} from '../../channels/http/admin-types.ts';
import type { Route } from './fake-api.ts';

const at = '2026-11-20T02:00:00.000Z';
const changed = { at, by: 'admin-demo', reason: '机房检修，预计两小时' };

const accounts: AccountList = {
  districts: ['万州区', '渝中区', '两江新区'],
  items: [
    {
      name: 'admin-demo',
      displayName: '管理员（演示）',
      role: 'administrator',
      district: null,
      unit: null,
      createdAt: at,
      disabledAt: null,
      lastLogInAt: '2026-11-23T01:12:00.000Z',
      isDemo: true,
    },
    {
      name: 'wang.li',
      displayName: '王丽',
      role: 'unit_handler',
      district: '渝中区',
      unit: '渝中区城市管理局',
      createdAt: at,
      disabledAt: null,
      lastLogInAt: null,
      isDemo: false,
    },
    {
      name: 'zhao.jun',
      displayName: '赵军',
      role: 'cadre',
      district: '万州区',
      unit: null,
      createdAt: at,
      disabledAt: '2026-11-22T09:00:00.000Z',
      lastLogInAt: '2026-11-21T03:00:00.000Z',
      isDemo: false,
    },
  ],
};

const keys: KeyList = {
  items: [
    {
      id: 'Qk3vN1xW7aZp',
      name: '12345 呼叫中心（信息科）',
      doors: ['hotline'],
      filesTickets: false,
      createdAt: at,
      createdBy: 'admin-demo',
      lastUsedAt: '2026-11-23T01:00:00.000Z',
      revoked: null,
    },
    {
      id: 'm2Xr8LtB0cYd',
      name: '旧门户',
      doors: ['open311', 'openai', 'mcp'],
      filesTickets: true,
      createdAt: at,
      createdBy: 'admin-demo',
      lastUsedAt: null,
      revoked: { at, by: 'admin-demo', reason: '门户改版' },
    },
  ],
};

const switches: SwitchList = {
  items: [
    { surface: 'chat', isOn: true, changed: null },
    { surface: 'hotline_auto_file', isOn: false, changed: null },
    { surface: 'data_questions', isOn: false, changed },
  ],
};

const retention: RetentionList = {
  fewestDays: 30,
  mostDays: 3650,
  items: [
    { kind: 'conversations', days: 180, defaultDays: 180, changed: null },
    { kind: 'calls', days: 365, defaultDays: 180, changed: { ...changed, reason: '档案室要求' } },
  ],
};

const audit: AuditPage = {
  total: 47,
  items: [
    {
      id: '47',
      at,
      actor: 'admin-demo',
      action: 'switch-off',
      subject: 'data_questions',
      detail: { reason: changed.reason },
    },
    { id: '46', at, actor: '<img src=x onerror=alert(1)>', action: 'log-in-refused', subject: 'session', detail: {} },
    {
      id: '45',
      at,
      actor: 'handler-demo',
      action: 'ticket-reply',
      subject: '20261123-000001',
      detail: { move: 'reply', text: '已联系城管执法人员现场处理，'.repeat(6) },
    },
  ],
};

const secret = 'b2hMx7Qe9RtYu1IoP3aSdF5gHjK6lZ8xCvB0nMqWeR4';
const issued: IssuedKey = { id: 'Ab12Cd34Ef56', secret, token: `Ab12Cd34Ef56.${secret}` };
const password = ({ rest }: { rest: string }): [number, PasswordAnswer] => [
  200,
  { name: rest, password: 'kXw7Rm2pTq9z' },
];

export function fakeAdminRoutes(): Record<string, Route> {
  return {
    'GET /api/admin/accounts': () => [200, accounts],
    'POST /api/admin/accounts': ({ body }) => password({ rest: (body as { name: string }).name }),
    'POST /api/admin/accounts/*/password': password,
    'POST /api/admin/accounts/*/disabled': () => [204, null],
    'POST /api/admin/accounts/*/duty': () => [204, null],
    'GET /api/admin/keys': () => [200, keys],
    'POST /api/admin/keys': () => [200, issued],
    'POST /api/admin/keys/*/revocation': () => [200, keys],
    'GET /api/admin/switches': () => [200, switches],
    'POST /api/admin/switches/*': () => [200, switches],
    'GET /api/admin/retention': () => [200, retention],
    'GET /api/admin/retention/*/preview': ({ url, rest }) => [200, previewOf(url, rest)],
    'POST /api/admin/retention/*': () => [200, retention],
    'GET /api/admin/audit': () => [200, audit],
  };
}

function previewOf(url: URL, kind: string): RetentionPreview {
  const days = Number(url.searchParams.get('days'));
  const rows = days < 180 ? 1240 : 0;
  return { kind: kind as RetentionPreview['kind'], days, rows, oldest: rows > 0 ? '2026-05-27T02:00:00.000Z' : null };
}
