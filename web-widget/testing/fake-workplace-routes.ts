import type { Inbox, SearchAnswer } from '../../channels/http/workplace-types.ts';
import type { Route } from './fake-api.ts';

/** The inbox with two lines of which one is new, and a search that finds one ticket by any text but 「无」. */
export function fakeWorkplaceRoutes(): Record<string, Route> {
  let seen = 1;
  const inbox = (): Inbox => ({
    items: [
      {
        id: 2,
        ticketNumber: '20261123-000001',
        title: '楼下烧烤摊半夜扰民',
        kind: 'escalated_80',
        at: '2026-11-23T02:00:00Z',
        isNew: seen < 2,
      },
      {
        id: 1,
        ticketNumber: '20261122-000007',
        title: '路灯不亮',
        kind: 'assigned',
        at: '2026-11-22T02:00:00Z',
        isNew: seen < 1,
      },
    ],
    unread: Math.max(0, 2 - seen),
  });
  return {
    'GET /api/inbox': () => [200, inbox()],
    'PUT /api/inbox/seen': ({ body }) => {
      seen = (body as { lastId: number }).lastId;
      return [200, inbox()];
    },
    'GET /api/search': ({ url }) => {
      const ticket = { kind: 'ticket', id: '20261123-000001', title: '楼下烧烤摊半夜扰民', detail: '渝中区' } as const;
      const items: SearchAnswer['items'] = url.searchParams.get('q')?.includes('无') ? [] : [ticket];
      return [200, { items }];
    },
  };
}
