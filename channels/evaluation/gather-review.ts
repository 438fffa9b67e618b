import type { Kysely } from 'kysely';
import type { ConversationTables, MessageRow, TicketTables } from '../../assistant/index.ts';
import { type ReviewRules, reasonsOfTurn } from './reasons-of-turn.ts';
import type { ReviewContent } from './review-content.ts';
import type { NewReview } from './review-store.ts';
import { shownText, singleReplies } from './shown-text.ts';

type Tables = ConversationTables & TicketTables;

/** Turns before the one that is judged: enough to see what a follow-up follows. */
const earlierMessages = 8;

/** A stored reply as something to review, with what people wrote masked; null when nothing calls for it. */
export async function reviewOfTurn(
  db: Kysely<Tables>,
  messageId: string,
  rules: ReviewRules,
): Promise<NewReview | null> {
  const found = await findTurn(db, messageId);
  // What is tried out on the command line is nobody's turn.
  if (!found?.answer.reply || channelKind(found.channel) === 'cli') return null;
  const { question, answer, channel, rating } = found;
  const replies = singleReplies(found.answer.reply);
  const outcomes = replies.map(({ outcome }) => outcome);
  const reasons = reasonsOfTurn({ messageId, outcomes, trace: answer.trace, thumbDown: rating?.good === false }, rules);
  if (reasons.length === 0) return null;
  return {
    subject: `turn:${messageId}`,
    reasons,
    channel: channelKind(channel),
    at: answer.created_at,
    content: {
      question: shownText(question.text),
      earlier: await findEarlier(db, question),
      ...toShownReply(answer),
      said: rating?.reason ? shownText(rating.reason) : null,
      ticket: null,
      evalCase: null,
    },
  };
}

/** A ticket that a unit sent back, by the number of the event: was it dispatched wrongly? */
export async function reviewOfReturn(
  db: Kysely<Tables>,
  ticketNumber: string,
  sequence: number,
): Promise<NewReview | null> {
  const ticket = await db.selectFrom('ticket').selectAll().where('number', '=', ticketNumber).executeTakeFirst();
  const event = await db
    .selectFrom('ticket_event')
    .selectAll()
    .where('ticket_number', '=', ticketNumber)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  if (!ticket || !event) return null;
  const { reason, from } = event.payload as { reason?: string; from?: string };
  return {
    subject: `ticket:${ticketNumber}#${sequence}`,
    reasons: ['returned_ticket'],
    channel: channelKind(ticket.channel),
    at: event.at,
    content: {
      ...nothingShown,
      question: shownText(ticket.content),
      said: reason ? shownText(reason) : null,
      ticket: {
        number: ticketNumber,
        title: shownText(ticket.title),
        category: ticket.category_code,
        unit: from ?? ticket.owner_unit,
      },
    },
  };
}

/** `console:cadre-demo` → `console`: whose conversation it was is not the reviewer's to know. */
export const channelKind = (channel: string) => channel.split(':')[0] ?? channel;

export const nothingShown: ReviewContent = {
  question: '', earlier: [], reply: null, route: null, engine: null, fallback: null, passages: [], said: null,
  ticket: null, evalCase: null,
}; // biome-ignore format: what there is to show at a glance

async function findTurn(db: Kysely<Tables>, messageId: string) {
  const answer = await db.selectFrom('message').selectAll().where('id', '=', messageId).executeTakeFirst();
  if (!answer?.answers_message_id) return null;
  // A person answered; there is nothing of the assistant's to look at.
  if (answer.reply?.outcome === 'with_person') return null;
  const [question, conversation, rating] = await Promise.all([
    db.selectFrom('message').selectAll().where('id', '=', answer.answers_message_id).executeTakeFirstOrThrow(),
    db.selectFrom('conversation').select('channel').where('id', '=', answer.conversation_id).executeTakeFirstOrThrow(),
    db.selectFrom('rating').selectAll().where('message_id', '=', messageId).executeTakeFirst(),
  ]);
  return { answer, question, channel: conversation.channel, rating };
}

async function findEarlier(db: Kysely<Tables>, question: MessageRow): Promise<ReviewContent['earlier']> {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', question.conversation_id)
    .where('sequence', '<', question.sequence)
    .orderBy('sequence', 'desc')
    .limit(earlierMessages)
    .execute();
  const said = new Map(rows.map((row) => [row.id, row.text]));
  return rows.toReversed().flatMap(({ answers_message_id, reply, text }) => {
    const asked = answers_message_id === null ? undefined : said.get(answers_message_id);
    if (asked === undefined || !reply) return [];
    return [{ said: shownText(asked), outcome: reply.outcome, text: shownText(text, reply) }];
  });
}

/**
 * What a citizen was shown and how it came about. Named field by field: what a reply carries besides, such as a ticket's
 * secret, stays where it is. Quotes come from published documents and are kept as they stand there.
 */
function toShownReply({
  reply,
  trace,
}: MessageRow): Pick<ReviewContent, 'reply' | 'route' | 'engine' | 'fallback' | 'passages'> {
  const replies = reply ? singleReplies(reply) : [];
  const answers = replies.filter((one) => 'sentences' in one);
  const tickets = replies.filter((one) => one.outcome === 'ticket');
  const { route } = trace ?? {};
  let before = 0;
  const sentences = answers.flatMap(({ sentences, citations }) => {
    const offset = before;
    before += citations.length;
    return sentences.map(({ text, citations }) => ({
      text: shownText(text),
      citations: citations.map((at) => at + offset),
    }));
  });
  return {
    reply: reply && {
      outcome: reply.outcome,
      text: shownText(reply.text, reply),
      sentences,
      citations: answers.flatMap(({ citations }) => citations),
      matter: answers.find(({ matter }) => matter)?.matter?.id ?? null,
      category: tickets[0]?.ticket.category.code ?? null,
      owner: tickets[0]?.ticket.owner ?? null,
    },
    route: route ? { kind: route.kind, label: route.label ?? null, confidence: route.confidence } : null,
    engine: trace?.engine ?? null,
    fallback: trace?.fallback?.code ?? null,
    passages: trace?.passages ?? [],
  };
}
