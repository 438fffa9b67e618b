import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ConversationStore } from '../../assistant/index.ts';
import type { HandOverDesk } from '../hand-over/hand-over-desk.ts';
import { newsPage } from '../plain/plain-news-page.ts';
import { noticePage } from '../plain/plain-page.ts';
import { newVisit, type PlainVisit, plainCookie, readVisit } from '../plain/plain-visit.ts';
import { plainWords } from '../plain/plain-words.ts';
import { HandOverShown } from './hand-over-types.ts';
import type { PlainView } from './plain-view.ts';
import { backTo, hide, html, keepVisit, sentBy, writes } from './plain-visitor.ts';

interface Needs {
  conversations: Pick<ConversationStore, 'begin' | 'messagesAfter'>;
  handOver: HandOverDesk;
  view: PlainView;
  now: () => Date;
}

type Opened = NonNullable<PlainVisit['conversation']>;

const Before = z.object({
  after: z.coerce.number().int().min(0).catch(0),
  state: HandOverShown.shape.state.catch('none'),
  ahead: z.coerce.number().int().min(0).nullable().catch(null).default(null),
});

// A frame looks every five seconds, and a whole office may wait behind one address.
const looks = { ...hide, config: { rateLimit: { max: 1200, timeWindow: '1 minute' } } };

/** Asking for a person by forms: the same desk as for the widget, by the conversation that the cookie opens. */
export const plainPersonRoutes: FastifyPluginAsync<Needs> = async (app, needs) => {
  const { conversations, handOver, view, now } = needs;

  /** Where nobody could come, no conversation is begun for it. */
  async function openedFor(visit: PlainVisit): Promise<Opened | null> {
    const known = await view.knownOf(visit);
    if (known) return known;
    const { state } = await handOver.look(null);
    return state === 'none' ? conversations.begin('web', now()) : null;
  }

  async function ask(visit: PlainVisit): Promise<PlainVisit> {
    const conversation = await openedFor(visit);
    if (conversation) await handOver.ask(conversation.conversationId);
    return { ...visit, conversation };
  }

  async function leave(visit: PlainVisit): Promise<PlainVisit> {
    const known = await view.knownOf(visit);
    if (known) await handOver.leave(known.conversationId);
    return visit;
  }

  for (const [wish, change] of Object.entries({ ask, leave }))
    app.post(`/plain/person/${wish}`, writes, async (request, reply) => {
      const sent = sentBy(request);
      const words = plainWords(sent?.lang);
      if (!sent) return html(reply.code(403), noticePage(words, words.noCookie));
      return view.orNotice(request, reply, sent, async () => {
        keepVisit(request, reply, await change(sent.visit));
        return backTo(reply, sent, '#person');
      });
    });

  app.get('/plain/person', looks, async (request, reply) => {
    const before = beforeOf(request);
    const words = plainWords((request.query as { lang?: unknown }).lang);
    const known = await view.knownOf(readVisit(request.cookies[plainCookie]) ?? newVisit());
    const person = await handOver.look(known?.conversationId ?? null);
    const messages = known ? await conversations.messagesAfter(known.conversationId, before.lastSequence) : [];
    return html(reply, newsPage({ words, before, person, messages, now: now() }));
  });
};

function beforeOf(request: FastifyRequest) {
  const { after, ...before } = Before.parse(request.query);
  return { ...before, lastSequence: after };
}
