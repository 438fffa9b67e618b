import { type Kysely, sql } from 'kysely';
import type { ConversationTables, Reply } from '../../assistant/index.ts';
import { chongqingDay } from '../../knowledge/index.ts';
import { shownText, singleReplies } from '../evaluation/shown-text.ts';
import type { AskedOfCard, WeekOfQuestions } from '../http/card-types.ts';
import type { UpkeepTables } from './upkeep-tables.ts';

type Tables = UpkeepTables & ConversationTables;

const weeksShown = 8;
const pageSize = 20;

/** An answer from the card is a hit; an ending that left the citizen without one, or a thumb down, is a miss. */
const isMiss = sql<boolean>`(asked.outcome in ('partial', 'nothing_found', 'clarifying') or rating.good is false)`;

/**
 * Notes which cards a stored reply answered from, or came near to and did not answer. Coming twice adds nothing. What
 * somebody tried out on the command line is nobody's question.
 */
export async function noteCardQuestions(db: Kysely<Tables>, messageId: string): Promise<void> {
  const message = await db
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(['message.reply', 'message.trace', 'message.created_at', 'conversation.channel'])
    .where('message.id', '=', messageId)
    .executeTakeFirst();
  if (!message?.reply || message.channel.startsWith('cli')) return;
  const rows = cardsNear(message.reply, message.trace?.passages ?? []).map(({ cardId, outcome }) => ({
    message_id: messageId,
    card_id: cardId,
    outcome,
    at: message.created_at,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('card_question')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The matter a reply names; where it found nothing, the card whose line stood first among what was looked at. */
export function cardsNear(reply: Reply, passages: readonly string[]): { cardId: string; outcome: string }[] {
  const found = new Map<string, string>();
  for (const one of singleReplies(reply)) {
    const named = 'matter' in one ? one.matter?.id : undefined;
    const nearest = one.outcome === 'nothing_found' || one.outcome === 'clarifying' ? nearestCard(passages) : undefined;
    const cardId = named ?? nearest;
    if (cardId !== undefined && !found.has(cardId)) found.set(cardId, one.outcome);
  }
  return [...found].map(([cardId, outcome]) => ({ cardId, outcome }));
}

const nearestCard = (passages: readonly string[]) =>
  passages.flatMap((passage) => /^matter\/([^@]+)@/u.exec(passage)?.[1] ?? [])[0];

export interface QuestionCounts {
  hits: number;
  misses: number;
  weeks: WeekOfQuestions[];
}

export type CardQuestions = ReturnType<typeof createCardQuestions>;

/** What was asked of the cards in the last weeks. */
export function createCardQuestions(db: Kysely<Tables>, now: () => Date) {
  const from = () => new Date(Date.parse(`${mondays(now())[0]}T00:00:00+08:00`));

  return {
    /** By card; a card without questions has no entry. */
    async count(cardId?: string): Promise<Map<string, QuestionCounts>> {
      const { rows } = await sql<{ card_id: string; week: string; hits: number; misses: number }>`
        select asked.card_id, to_char(date_trunc('week', asked.at at time zone 'Asia/Shanghai'), 'YYYY-MM-DD') as week,
          (count(*) filter (where not ${isMiss}))::int as hits, (count(*) filter (where ${isMiss}))::int as misses
        from card_question as asked left join rating on rating.message_id = asked.message_id
        where asked.at >= ${from()} and ${cardId === undefined ? sql`true` : sql`asked.card_id = ${cardId}`}
        group by 1, 2`.execute(db);
      const cards = new Set(rows.map((row) => row.card_id));
      return new Map(
        [...cards].map((id) => [
          id,
          toCounts(
            rows.filter((row) => row.card_id === id),
            now(),
          ),
        ]),
      );
    },

    none: (): QuestionCounts => toCounts([], now()),

    /** The newest first, masked. */
    async list(cardId: string, { kind, page }: { kind?: 'hit' | 'miss' | undefined; page: number }) {
      const wanted = kind === undefined ? sql`true` : kind === 'miss' ? isMiss : sql`not ${isMiss}`;
      const of = sql`from card_question as asked join message as answer on answer.id = asked.message_id
        join message as question on question.id = answer.answers_message_id
        join conversation on conversation.id = answer.conversation_id
        left join rating on rating.message_id = asked.message_id
        where asked.card_id = ${cardId} and asked.at >= ${from()} and ${wanted}`;
      const { rows } = await sql<AskedRow>`
        select asked.message_id, asked.at, asked.outcome, question.text as question, rating.good,
          split_part(conversation.channel, ':', 1) as channel, ${isMiss} as missed ${of}
        order by asked.at desc, asked.message_id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
      const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${of}`.execute(db);
      return { items: rows.map(toAsked), total: counted[0]?.total ?? 0 };
    },

    /** What citizens asked of the card, each wording once, for trying a draft out. Masked. */
    async wordings(cardId: string, limit: number): Promise<string[]> {
      const { items } = await this.list(cardId, { page: 1 });
      return [...new Set(items.map(({ question }) => question))].slice(0, limit);
    },
  };
}

interface AskedRow {
  message_id: string;
  at: Date;
  outcome: string;
  question: string;
  good: boolean | null;
  channel: string;
  missed: boolean;
}

function toAsked({ message_id, at, outcome, question, good, channel, missed }: AskedRow): AskedOfCard {
  return {
    messageId: message_id,
    at: at.toISOString(),
    channel,
    question: shownText(question),
    outcome,
    kind: missed ? 'miss' : 'hit',
    why: missed ? (good === false ? 'thumb_down' : outcome) : null,
    thumb: good === null ? null : good ? 'up' : 'down',
  };
}

function toCounts(rows: readonly { week: string; hits: number; misses: number }[], now: Date): QuestionCounts {
  const of = new Map(rows.map((row) => [row.week, row]));
  const weeks = mondays(now).map((week) => ({
    week,
    hits: of.get(week)?.hits ?? 0,
    misses: of.get(week)?.misses ?? 0,
  }));
  const sum = (key: 'hits' | 'misses') => weeks.reduce((total, week) => total + week[key], 0);
  return { hits: sum('hits'), misses: sum('misses'), weeks };
}

/** The Mondays of the weeks shown, by Chongqing's calendar, the oldest first. */
export function mondays(now: Date): string[] {
  const today = Date.parse(`${chongqingDay(now)}T00:00:00Z`);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return Array.from({ length: weeksShown }, (_, nth) => {
    const weeksBack = weeksShown - 1 - nth;
    return new Date(today - (sinceMonday + 7 * weeksBack) * 86_400_000).toISOString().slice(0, 10);
  });
}
