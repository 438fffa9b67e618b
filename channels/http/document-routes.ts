import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Document, Knowledge } from '../../knowledge/index.ts';
import { DocumentAnswer } from './api-types.ts';
import { RequestError } from './error-handler.ts';
import { readableAnywhere } from './readable-anywhere.ts';

/** Public documents: what a citation opens. */
export const documentRoutes: FastifyPluginAsyncZod<{ knowledge: Knowledge }> = async (app, { knowledge }) => {
  const schema = {
    tags: ['documents'],
    summary: '引用所指的文档',
    params: z.object({ docId: z.string().max(200) }),
    response: { 200: DocumentAnswer },
  };
  app.get('/documents/:docId', { schema }, async ({ params: { docId } }, reply) => {
    const document = knowledge.documents.find(docId);
    if (!document) throw new RequestError('not_found', '没有这份文档，可能已经更新；请重新提问。');
    return reply.header(...readableAnywhere).send({ ...document, pages: pagesOf(document) });
  });
};

/** The first passage on each page says where the page begins, as near as passages go. A card has none: pages of its lines are its sources'. */
function pagesOf({ passages }: Document): DocumentAnswer['pages'] {
  const starts = new Map<number, number>();
  for (const { page, start, matterId } of passages)
    if (page !== undefined && matterId === null) starts.set(page, Math.min(start, starts.get(page) ?? start));
  return [...starts].map(([page, start]) => ({ page, start })).sort((a, b) => a.start - b.start);
}
