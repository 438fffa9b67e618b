import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Knowledge } from '../../knowledge/index.ts';
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
    return reply.header(...readableAnywhere).send(document);
  });
};
