import formbody from '@fastify/formbody';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { ConversationStore, TicketStore } from '../../assistant/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { requireOn, type Switches } from '../access/switches.ts';
import type { Answering } from '../conversations/answering.ts';
import type { HandOverDesk } from '../hand-over/hand-over-desk.ts';
import { documentPage, noticePage } from '../plain/plain-page.ts';
import { newVisit, type PlainVisit, plainCookie, readVisit } from '../plain/plain-visit.ts';
import { plainWords } from '../plain/plain-words.ts';
import { plainPersonRoutes } from './plain-person-routes.ts';
import { createPlainView } from './plain-view.ts';
import { backTo, hide, html, keepVisit, sentBy, writes } from './plain-visitor.ts';
import { readableText } from './readable-text.ts';

interface Needs {
  conversations: ConversationStore;
  answering: Answering;
  knowledge: Pick<Knowledge, 'documents'>;
  tickets: Pick<TicketStore, 'findByProgressSecret'>;
  handOver: HandOverDesk;
  switches: Switches;
  now: () => Date;
}

const Place = z.object({
  start: z.coerce.number().int().min(0).catch(0),
  end: z.coerce.number().int().min(0).catch(0),
});

// Most answers are there by then, and the page needs no second look.
const answeredWithinMs = 1500;

/** The conversation for browsers without script: a form, a page, a form. */
export const plainRoutes: FastifyPluginAsync<Needs> = async (app, needs) => {
  const { conversations, answering, knowledge, handOver, switches, now } = needs;
  const view = createPlainView(needs);
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  await app.register(plainPersonRoutes, { ...needs, view });

  app.get('/plain', hide, async (request, reply) => {
    const visit = readVisit(request.cookies[plainCookie]) ?? newVisit();
    keepVisit(request, reply, visit);
    return view.show(reply, visit, plainWords((request.query as { lang?: unknown }).lang));
  });

  app.post('/plain', writes, async (request, reply) => {
    const sent = sentBy(request);
    const words = plainWords(sent?.lang);
    if (!sent) return html(reply.code(403), noticePage(words, words.noCookie));
    return view.orNotice(request, reply, sent, async () => {
      requireOn(switches, 'chat');
      keepVisit(request, reply, await take(sent.visit, sent.message, readableText(sent.text)));
      return backTo(reply, sent, '#newest');
    });
  });

  app.post('/plain/anew', writes, async (request, reply) => {
    const sent = sentBy(request);
    if (!sent) return html(reply.code(403), noticePage(plainWords('zh'), plainWords('zh').noCookie));
    // Nobody could come back to it to hear a person.
    const known = await view.knownOf(sent.visit);
    if (known) await handOver.leave(known.conversationId);
    keepVisit(request, reply, newVisit());
    return backTo(reply, sent);
  });

  app.get('/plain/documents/:docId', hide, async (request, reply) => {
    const query = request.query as { lang?: unknown };
    const words = plainWords(query.lang);
    const document = knowledge.documents.find((request.params as { docId: string }).docId);
    if (!document) return html(reply.code(404), noticePage(words, words.gone));
    return html(reply, documentPage(words, document, Place.parse(query)));
  });

  /** Begins the conversation with its first message, and gives the answer a moment to be there. */
  async function take(visit: PlainVisit, clientMessageId: string, text: string): Promise<PlainVisit> {
    const conversation = (await view.knownOf(visit)) ?? (await conversations.begin('web', now()));
    const { conversationId } = conversation;
    const { message } = await answering.take({ conversationId, clientMessageId, text });
    const answered = answering.answer(message.id).catch((error: unknown) => {
      app.log.error({ err: error, messageId: message.id }, 'answer failed');
    });
    await Promise.race([answered, new Promise((go) => setTimeout(go, answeredWithinMs).unref())]);
    return { ...visit, conversation };
  }
};
