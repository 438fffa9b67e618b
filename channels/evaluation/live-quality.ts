import { type Kysely, sql } from 'kysely';
import type { ConversationTables, Reply } from '../../assistant/index.ts';
import { shownText } from './shown-text.ts';

export const qualityWindows = { '24h': 24, '7d': 168 } as const;
export type QualityWindow = keyof typeof qualityWindows;
export const qualityDimensions = ['channel', 'engine', 'matter'] as const;

export interface Group {
  name: string;
  turns: number;
  /** Outcome → how often. */
  outcomes: Record<string, number>;
  /** Turns in which the built-in engine stepped in for the model. */
  fallbacks: number;
  p50Ms: number | null;
  p95Ms: number | null;
}

export interface Quality {
  from: Date;
  total: Group;
  groups: Record<(typeof qualityDimensions)[number], Group[]>;
  /** One entry an hour (24 h) or a day (7 d) in Chongqing's clock, the oldest first; times without turns are missing. */
  timeline: { at: Date; turns: number; unserved: number }[];
  thumbs: { up: number; down: number };
}

export interface TurnFilter {
  window: QualityWindow;
  outcome?: string | undefined;
  channel?: string | undefined;
  engine?: string | undefined;
  matter?: string | undefined;
  fallback?: boolean | undefined;
  page: number;
  pageSize: number;
}

export interface LiveTurn {
  messageId: string;
  at: Date;
  channel: string;
  engine: string;
  outcome: string;
  matter: string | null;
  question: string;
  answer: string;
  elapsedMs: number | null;
}

/** The desk's replies with what they are counted by. What was tried out on the command line is nobody's turn. */
const turns = (from: Date) => sql`
  select message.id, message.answers_message_id, message.created_at, message.text, message.reply,
    message.reply ->> 'outcome' as outcome, split_part(conversation.channel, ':', 1) as channel,
    coalesce(message.trace ->> 'engine', 'unknown') as engine, message.reply -> 'matter' ->> 'id' as matter,
    message.trace ? 'fallback' as fallback, (message.trace ->> 'elapsedMs')::double precision as ms
  from message join conversation on conversation.id = message.conversation_id
  where message.role = 'desk' and message.created_at >= ${from} and conversation.channel not like 'cli%'
    and message.reply ->> 'outcome' not in ('person', 'with_person')`;

export type LiveQuality = ReturnType<typeof createLiveQuality>;

/** How the turns of the last day or week ended, read from the record as it is. */
export function createLiveQuality(db: Kysely<ConversationTables>, now: () => Date) {
  const fromOf = (window: QualityWindow) => new Date(now().getTime() - qualityWindows[window] * 3_600_000);
  return {
    async count(window: QualityWindow): Promise<Quality> {
      const from = fromOf(window);
      const [cells, timeline, thumbs] = await Promise.all([
        countCells(db, from),
        countTimeline(db, from, window),
        countThumbs(db, from),
      ]);
      const groups = Object.fromEntries(qualityDimensions.map((dimension) => [dimension, toGroups(cells, dimension)]));
      const [total = { ...noTurns }] = toGroups(cells, null);
      return { from, total, groups: groups as Quality['groups'], timeline, thumbs };
    },

    /** The turns behind a figure, the newest first, with everything that people wrote masked. */
    async turns({ window, page, pageSize, ...filter }: TurnFilter): Promise<{ items: LiveTurn[]; total: number }> {
      const where = conditions(filter);
      const of = sql`from (${turns(fromOf(window))}) as turn join message as asked on asked.id = turn.answers_message_id where ${where}`;
      const { rows } = await sql<TurnRow>`
        select turn.*, asked.text as question ${of}
        order by turn.created_at desc, turn.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db);
      const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${of}`.execute(db);
      return { items: rows.map(toLiveTurn), total: counted[0]?.total ?? 0 };
    },
  };
}

const noTurns: Group = { name: '', turns: 0, outcomes: {}, fallbacks: 0, p50Ms: null, p95Ms: null };

interface Cell {
  dimension: string | null;
  name: string | null;
  outcome: string | null;
  turns: number;
  fallbacks: number;
  p50: number | null;
  p95: number | null;
}

/** Every group and every ending within it in one pass over the turns. */
async function countCells(db: Kysely<ConversationTables>, from: Date): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    select case when grouping(channel) = 0 then 'channel' when grouping(engine) = 0 then 'engine'
        when grouping(matter) = 0 then 'matter' end as dimension,
      coalesce(channel, engine, matter) as name, outcome, count(*)::int as turns,
      (count(*) filter (where fallback))::int as fallbacks,
      percentile_cont(0.5) within group (order by ms) as p50, percentile_cont(0.95) within group (order by ms) as p95
    from (${turns(from)}) as turn
    group by grouping sets ((), (outcome), (channel), (channel, outcome), (engine), (engine, outcome), (matter), (matter, outcome))`.execute(
    db,
  );
  return rows;
}

function toGroups(cells: readonly Cell[], dimension: string | null): Group[] {
  const mine = cells.filter((cell) => cell.dimension === dimension && (dimension === null || cell.name !== null));
  return mine
    .filter(({ outcome, turns }) => outcome === null && turns > 0)
    .map(({ name, turns, fallbacks, p50, p95 }) => ({
      name: name ?? '',
      turns,
      fallbacks,
      p50Ms: p50,
      p95Ms: p95,
      outcomes: Object.fromEntries(
        mine
          .filter((cell) => cell.outcome !== null && cell.name === name)
          .map(({ outcome, turns }) => [outcome!, turns]),
      ),
    }))
    .toSorted((a, b) => b.turns - a.turns);
}

async function countTimeline(
  db: Kysely<ConversationTables>,
  from: Date,
  window: QualityWindow,
): Promise<Quality['timeline']> {
  const unit = window === '24h' ? 'hour' : 'day';
  const { rows } = await sql<Quality['timeline'][number]>`
    select date_trunc(${unit}, created_at, 'Asia/Chongqing') as at, count(*)::int as turns,
      (count(*) filter (where outcome in ('failed', 'nothing_found', 'handed_over')))::int as unserved
    from (${turns(from)}) as turn group by 1 order by 1`.execute(db);
  return rows;
}

async function countThumbs(db: Kysely<ConversationTables>, from: Date): Promise<Quality['thumbs']> {
  const { rows } = await sql<Quality['thumbs']>`
    select (count(*) filter (where good))::int as up, (count(*) filter (where not good))::int as down
    from rating where at >= ${from}`.execute(db);
  return rows[0] ?? { up: 0, down: 0 };
}

function conditions({ outcome, channel, engine, matter, fallback }: Omit<TurnFilter, 'window' | 'page' | 'pageSize'>) {
  const wanted = Object.entries({ outcome, channel, engine, matter })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => sql`turn.${sql.ref(name)} = ${value}`);
  return sql.join([sql`true`, ...wanted, ...(fallback ? [sql`turn.fallback`] : [])], sql` and `);
}

interface TurnRow {
  id: string;
  created_at: Date;
  channel: string;
  engine: string;
  outcome: string;
  matter: string | null;
  question: string;
  text: string;
  reply: Reply;
  ms: number | null;
}

function toLiveTurn(row: TurnRow): LiveTurn {
  const { id, created_at, channel, engine, outcome, matter, question, text, ms } = row;
  return {
    messageId: id,
    at: created_at,
    channel,
    engine,
    outcome,
    matter,
    question: shownText(question),
    answer: shownText(text, row.reply),
    elapsedMs: ms,
  };
}
