import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type ConversationStore,
  explainClock,
  type MessageRow,
  readTicketEvent,
  stateCouncilCalendar,
  type TicketStore,
} from '../../assistant/index.ts';
import type { HandOverDesk } from '../hand-over/hand-over-desk.ts';
import { talkPage } from '../plain/plain-page.ts';
import { type PlainVisit, tokenOf } from '../plain/plain-visit.ts';
import { type PlainWords, plainWords } from '../plain/plain-words.ts';
import { isKnownCode } from './error-handler.ts';
import { html, type Sent } from './plain-visitor.ts';
import { toProgress } from './ticket-shown.ts';

export interface PlainViewNeeds {
  conversations: Pick<ConversationStore, 'opens' | 'messagesAfter'>;
  tickets: Pick<TicketStore, 'findByProgressSecret'>;
  handOver: Pick<HandOverDesk, 'look'>;
  now: () => Date;
}

export type PlainView = ReturnType<typeof createPlainView>;

/** The conversation of a visit as its page; after what could not be done, with the reason and what was typed. */
export function createPlainView(needs: PlainViewNeeds) {
  const { conversations, handOver } = needs;

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
    // Looked at first: what ends by it has its word among the messages.
    const person = await handOver.look(known?.conversationId ?? null);
    const messages = known ? await conversations.messagesAfter(known.conversationId, 0) : [];
    const progress = await progressOf(messages, needs);
    const nextId = randomBytes(12).toString('base64url');
    return html(reply, talkPage({ words, messages, person, token: tokenOf(visit), nextId, notice, typed, progress }));
  }

  return {
    knownOf,
    show,

    /** Does what was sent, or shows the conversation with what stands in its way. */
    async orNotice(request: FastifyRequest, reply: FastifyReply, sent: Sent, work: () => Promise<FastifyReply>) {
      try {
        return await work();
      } catch (error) {
        const { code, message } = error as { code?: unknown; message: string };
        const words = plainWords(sent.lang);
        if (!isKnownCode(code)) request.log.error({ err: error }, 'a form of a page without script was not taken');
        return show(reply, sent.visit, words, { notice: isKnownCode(code) ? message : words.failed, typed: sent.text });
      }
    },
  };
}

/** How the tickets stand that this conversation filed, in one sentence each. */
async function progressOf(
  messages: readonly MessageRow[],
  { tickets, now }: PlainViewNeeds,
): Promise<Map<string, string>> {
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
