import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SavedViews } from '../accounts/saved-views.ts';
import type { SessionGuard } from './session-guard.ts';
import { SavedViewBody, SavedViewList, SavedViewQuery } from './ticket-types.ts';

interface Needs {
  savedViews: SavedViews;
  guard: SessionGuard;
}

const tags = ['tickets'];
const byName = z.object({ name: z.string().min(1).max(40) });
const response = { 200: SavedViewList };

/** An account's own filters of the ticket list. Each answer is the whole list, as it is now. */
export const ticketViewRoutes: FastifyPluginAsyncZod<Needs> = async (app, { savedViews, guard }) => {
  const roles = ['unit_handler', 'hotline_operator', 'operator'] as const;
  const listOf = async (account: string) => ({
    // A view of an older desk may name a filter that is gone: the rest of it still holds.
    items: (await savedViews.list(account)).map(({ name, query }) => ({
      name,
      query: SavedViewQuery.catch({ sort: '-filed_at' }).parse(query),
    })),
  });

  app.get('/ticket-views', { schema: { tags, summary: '我保存的筛选', response } }, async (request) => {
    const { name } = await guard.require(request, ...roles);
    return listOf(name);
  });

  const keep = { schema: { tags, summary: '保存筛选', params: byName, body: SavedViewBody, response } };
  app.put('/ticket-views/:name', keep, async (request) => {
    const { name } = await guard.require(request, ...roles);
    await savedViews.keep(name, request.params.name, request.body.query);
    return listOf(name);
  });

  const forget = { schema: { tags, summary: '删除筛选', params: byName, response } };
  app.delete('/ticket-views/:name', forget, async (request) => {
    const { name } = await guard.require(request, ...roles);
    await savedViews.forget(name, request.params.name);
    return listOf(name);
  });
};
