import { randomBytes } from 'node:crypto';
import formbody from '@fastify/formbody';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type ConversationStore,
  explainClock,
  type MessageRow,
  readTicketEvent,
  stateCouncilCalendar,
  type TicketStore,
} from '../../assistant/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { requireOn, type Switches } from '../access/switches.ts';
import type { Answering } from '../conversations/answering.ts';
import { documentPage, noticePage, talkPage } from '../plain/plain-page.ts';
import {
  isTokenOf,
  newVisit,
  type PlainVisit,
  plainCookie,
  readVisit,
  tokenOf,
  writeVisit,
} from '../plain/plain-visit.ts';
import { type PlainWords, plainWords } from '../plain/plain-words.ts';
import { isKnownCode } from './error-handler.ts';
import { readableText } from './readable-text.ts';
import { toProgress } from './ticket-shown.ts';

interface Needs {
  conversations: ConversationStore;
  answering: Answering;
  knowledge: Pick<Knowledge, 'documents'>;
  tickets: Pick<TicketStore, 'findByProgressSecret'>;
  switches: Switches;
  now: () => Date;
}

const Sent = z.object({
  token: z.string().max(100),
  message: z.string().regex(/^[\w-]{8,64}$/u),
  text: z.string().max(20_000).default(''),
  lang: z.string().max(5).optional(),
});
const Place = z.object({
  start: z.coerce.number().int().min(0).catch(0),
  end: z.coerce.number().int().min(0).catch(0),
});

const hide = { schema: { hide: true } };
const writes = { ...hide, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };
// Most answers are there by then, and the page needs no second look.
const answeredWithinMs = 1500;
const cookieLastsSeconds = 7 * 24 * 3600;

/** The conversation for browsers without script: a form, a page, a form. */
export const plainRoutes: FastifyPluginAsync<Needs> = async (app, needs) => {
  const { conversations, answering, knowledge, switches, now } = needs;
  await app.register(formbody, { bodyLimit: 64 * 1024 });

  app.get('/plain', hide, async (request, reply) => {
    const visit = readVisit(request.cookies[plainCookie]) ?? newVisit();
    keep(request, reply, visit);
    return show(reply, visit, plainWords((request.query as { lang?: unknown }).lang));
  });

  app.post('/plain', writes, async (request, reply) => {
    const sent = sentBy(request);
    const words = plainWords(sent?.lang);
    if (!sent) return html(reply.code(403), noticePage(words, words.noCookie));
    try {
      requireOn(switches, 'chat');
      const visit = await take(sent.visit, sent.message, readableText(sent.text));
      keep(request, reply, visit);
      return reply.redirect(`/plain${sent.lang === 'en' ? '?lang=en' : ''}#newest`, 303);
    } catch (error) {
      const { code, message } = error as { code?: unknown; message: string };
      if (!isKnownCode(code)) request.log.error({ err: error }, 'a message of a page without script was not taken');
      return show(reply, sent.visit, words, { notice: isKnownCode(code) ? message : words.failed, typed: sent.text });
    }
  });

  app.post('/plain/anew', writes, async (request, reply) => {
    const sent = sentBy(request);
    if (!sent) return html(reply.code(403), noticePage(plainWords('zh'), plainWords('zh').noCookie));
    keep(request, reply, newVisit());
    return reply.redirect(`/plain${sent.lang === 'en' ? '?lang=en' : ''}`, 303);
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
    const conversation = (await knownOf(visit)) ?? (await conversations.begin('web', now()));
    const { conversationId } = conversation;
    const { message } = await answering.take({ conversationId, clientMessageId, text });
    const answered = answering.answer(message.id).catch((error: unknown) => {
      app.log.error({ err: error, messageId: message.id }, 'answer failed');
    });
    await Promise.race([answered, new Promise((go) => setTimeout(go, answeredWithinMs).unref())]);
    return { ...visit, conversation };
  }

  async function knownOf({ conversation }: PlainVisit) {
    if (!conversation) return null;
    return (await conversations.opens(conversation.conversationId, conversation.secret)) ? conversation : null;
  }

  async function show(
    reply: FastifyReply,
    visit: PlainVisit,
    words: PlainWords,
    { notice = null, typed = '' }: { notice?: string | null; typed?: string } = {},
  ) {
    const known = await knownOf(visit);
    const messages = known ? await conversations.messagesAfter(known.conversationId, 0) : [];
    const progress = await progressOf(messages, needs);
    const nextId = randomBytes(12).toString('base64url');
    return html(reply, talkPage({ words, messages, token: tokenOf(visit), nextId, notice, typed, progress }));
  }
};

/** Null when the form is none that this browser was given. */
function sentBy(request: FastifyRequest): (z.infer<typeof Sent> & { visit: PlainVisit }) | null {
  const visit = readVisit(request.cookies[plainCookie]);
  const read = Sent.safeParse(request.body);
  if (!visit || !read.success || !isTokenOf(visit, read.data.token)) return null;
  return { ...read.data, visit };
}

function keep(request: FastifyRequest, reply: FastifyReply, visit: PlainVisit): void {
  reply.setCookie(plainCookie, writeVisit(visit), {
    path: '/plain',
    httpOnly: true,
    // Lax: the link from a page that embeds the widget goes on with the conversation; forms of other sites bring nothing.
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: cookieLastsSeconds,
  });
}

const html = (reply: FastifyReply, text: string) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);

/** How the tickets stand that this conversation filed, in one sentence each. */
async function progressOf(messages: readonly MessageRow[], { tickets, now }: Needs): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  const replies = messages.flatMap(({ reply }) =>
    reply?.outcome === 'several' ? reply.replies : reply ? [reply] : [],
  );
  for (const reply of replies) {
    if (reply.outcome !== 'ticket') continue;
    const { number, progressSecret } = reply.ticket;
    const found = await tickets.findByProgressSecret(number, progressSecret);
    if (!found) continue;
    const clock = explainClock(found.events.map(readTicketEvent), now(), stateCouncilCalendar);
    said.set(number, toProgress({ ...found, clock }).clockText);
  }
  return said;
}
