import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { TicketRow, TicketStore } from '../../assistant/index.ts';
import type { SessionGuard } from './session-guard.ts';
import { scopeOf } from './ticket-routes.ts';
import { toSummary } from './ticket-shown.ts';
import { TriageList, TriageQuery } from './ticket-types.ts';

interface Needs {
  tickets: TicketStore;
  guard: SessionGuard;
}

type Why = TriageList['items'][number]['why'];

/** What waits for the desk, each with why it lies there and what speaks for whom. */
export const triageRoutes: FastifyPluginAsyncZod<Needs> = async (app, { tickets, guard }) => {
  const schema = {
    tags: ['tickets'],
    summary: '派单台待定事项',
    querystring: TriageQuery,
    response: { 200: TriageList },
  };
  app.get('/triage', { schema }, async (request) => {
    const account = await guard.require(request, 'hotline_operator', 'operator');
    const { page, pageSize } = request.query;
    const wanted = { triage: true, sort: 'due_at', offset: (page - 1) * pageSize, limit: pageSize } as const;
    const { items, total } = await tickets.list(wanted, scopeOf(account));
    return { items: items.map(toTriageItem), total, page, pageSize };
  });
};

function toTriageItem(row: TicketRow): TriageList['items'][number] {
  const why = whyOf(row);
  const { dispatch, alternatives, because } = row.draft;
  return {
    ...toSummary(row),
    why,
    reason: why === 'no_owner' || why === 'two_owners' ? (dispatch.reason ?? reasons[why]) : reasons[why],
    candidates: dispatch.candidates,
    clause: dispatch.clause,
    because,
    alternatives: alternatives.map(({ category, p }) => ({ code: category.code, name: category.name, p })),
  };
}

function whyOf({ status, awaits_desk, draft }: TicketRow): Why {
  if (awaits_desk !== null) return awaits_desk;
  if (status === 'returned') return 'returned';
  if (status === 'adjudication') return 'second_return';
  if (draft.dispatch.outcome === 'vacuum') return 'no_owner';
  return draft.dispatch.outcome === 'clash' ? 'two_owners' : 'unsure';
}

const reasons: Record<Why, string> = {
  no_owner: '职责表里没有承办单位，需要人工定责。',
  two_owners: '职责表里有两家以上都可牵头，需要人工定责。',
  unsure: '类别没有把握，需要人工确认类别和承办单位。',
  returned: '承办单位退回，请核对依据后改派；理由不成立的派回原单位。',
  second_return: '第二次退回，请裁定承办单位并写明依据，裁定后不能再退。',
  extension: '承办单位申请延期，请决定是否同意。',
  reply: '答复没有回应全部诉求，已退回承办单位；确有必要的可以写明理由放行。',
};
