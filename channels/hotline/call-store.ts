import { type Kysely, type Selectable, sql } from 'kysely';
import type { CallState } from '../http/hotline-types.ts';
import type {
  CallDecisionTable,
  CallSuggestionTable,
  CallTable,
  CallTables,
  Closing,
  UtteranceTable,
} from './call-tables.ts';

export type CallRow = Selectable<CallTable>;
export type UtteranceRow = Selectable<UtteranceTable>;
export type DecisionRow = Selectable<CallDecisionTable>;
export type SuggestionRow = Selectable<CallSuggestionTable>;

/** The channel on which every change of a call is told: `<id> <version>`. */
export const callsChannel = 'yuwen_calls';

export interface HeardUtterance {
  sequence: number;
  speaker: 'citizen' | 'operator';
  text: string;
  at: Date;
  final: boolean;
  revision: number | null;
  confidence: number | null;
}

/** What one request tells of a call. */
export interface HeardEvents {
  id: string;
  utterances: readonly HeardUtterance[];
  start: { at: Date; callerNumber: string | null; operator: string | null } | null;
  endedAt: Date | null;
  now: Date;
}

export interface UnderstoodState {
  version: number;
  /** Null where it is as it was. */
  state: CallState | null;
  /** What the operator is shown for the first time. */
  shown: readonly { id: string; kind: string; content: object }[];
  at: Date;
}

export interface NewDecision {
  subject: string;
  decision: CallDecisionTable['decision'];
  corrected: object | null;
  reason: string | null;
  actor: string;
  at: Date;
}

export type CallStore = ReturnType<typeof createCallStore>;

const listed = 100;

/** Calls with their utterances. What is written here is committed when it returns. */
export function createCallStore(db: Kysely<CallTables>) {
  const tell = (id: string, version: number) =>
    sql`select pg_notify(${callsChannel}, ${`${id} ${version}`})`.execute(db);

  return {
    find: (id: string): Promise<CallRow | undefined> =>
      db.selectFrom('call').selectAll().where('id', '=', id).executeTakeFirst(),

    /** The latest first. */
    recent: (): Promise<CallRow[]> =>
      db.selectFrom('call').selectAll().orderBy('started_at', 'desc').limit(listed).execute(),

    /** In the order in which they were spoken, whatever order they came in. */
    utterances: (callId: string): Promise<UtteranceRow[]> =>
      db.selectFrom('utterance').selectAll().where('call_id', '=', callId).orderBy('sequence').execute(),

    /** In the order in which they were made. */
    decisions: (callIds: readonly string[]): Promise<DecisionRow[]> =>
      callIds.length === 0
        ? Promise.resolve([])
        : db.selectFrom('call_decision').selectAll().where('call_id', 'in', callIds).orderBy('id').execute(),

    suggestion: (callId: string, id: string): Promise<SuggestionRow | undefined> =>
      db
        .selectFrom('call_suggestion')
        .selectAll()
        .where('call_id', '=', callId)
        .where('id', '=', id)
        .executeTakeFirst(),

    take: (events: HeardEvents): Promise<CallRow> => takeEvents(db, events),

    /** Keeps what was understood of a version, unless something later was understood already; what did not change is not written again. */
    keepState: (id: string, kept: UnderstoodState): Promise<void> => keepState(db, id, kept),

    /** Adds a decision unless somebody else decided on the same thing after `seen`; gives the call as it is then. */
    decide: (id: string, decision: NewDecision, seen: number | undefined) =>
      db.transaction().execute(async (trx) => {
        const { version } = await bump(trx as unknown as Kysely<CallTables>, id, decision.at);
        const latest = await trx
          .selectFrom('call_decision')
          .select(['actor', 'version', 'decision'])
          .where('call_id', '=', id)
          .where('subject', '=', decision.subject)
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirst();
        if (latest && seen !== undefined && latest.version > seen && latest.actor !== decision.actor)
          return { conflict: latest };
        await trx
          .insertInto('call_decision')
          .values({
            call_id: id,
            version,
            ...decision,
            corrected: decision.corrected && JSON.stringify(decision.corrected),
          })
          .execute();
        return { version };
      }),

    async fileUnder(
      callId: string,
      ticketNumber: string,
      { joined, at }: { joined: boolean; at: Date },
    ): Promise<void> {
      const { version } = await db
        .updateTable('call')
        .set({ ticket_number: ticketNumber, joined, version: sql`version + 1`, changed_at: at })
        .where('id', '=', callId)
        .returning('version')
        .executeTakeFirstOrThrow();
      await tell(callId, version);
    },

    async keepClosing(callId: string, closing: Closing, at: Date): Promise<void> {
      const { version } = await db
        .updateTable('call')
        .set({ closing: JSON.stringify(closing), version: sql`version + 1`, changed_at: at })
        .where('id', '=', callId)
        .returning('version')
        .executeTakeFirstOrThrow();
      await tell(callId, version);
    },

    tell,
  };
}

function bump(db: Kysely<CallTables>, id: string, at: Date) {
  return db
    .updateTable('call')
    .set({ version: sql`version + 1`, changed_at: at })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
}

/** Everything of one request in one statement: the row of the call is locked first, so desks take turns on it. */
async function takeEvents(
  db: Kysely<CallTables>,
  { id, utterances, start, endedAt, now }: HeardEvents,
): Promise<CallRow> {
  const begun = {
    id,
    started_at: start?.at ?? utterances[0]?.at ?? now,
    ended_at: endedAt,
    state: JSON.stringify({}),
    ticket_number: null,
    version: 1,
    changed_at: now,
    caller_number: start?.callerNumber ?? null,
    operator: start?.operator ?? null,
  };
  const hears = utterances.length > 0;
  return db
    .with('taken', (trx) =>
      trx
        .insertInto('call')
        .values(begun)
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({
            version: sql`call.version + 1`,
            changed_at: now,
            ...(start && { started_at: start.at }),
            caller_number: sql`coalesce(excluded.caller_number, call.caller_number)`,
            operator: sql`coalesce(excluded.operator, call.operator)`,
            ended_at: sql`coalesce(call.ended_at, excluded.ended_at)`,
            amended: sql`call.amended or (call.ended_at is not null and ${hears})`,
          }),
        )
        .returningAll(),
    )
    .with(
      'heard',
      (trx) => (hears ? upsertUtterances(trx as never, id, utterances) : trx.selectFrom('taken').select('id')) as never,
    )
    .selectFrom('taken')
    .selectAll()
    .executeTakeFirstOrThrow() as Promise<CallRow>;
}

async function keepState(
  db: Kysely<CallTables>,
  id: string,
  { version, state, shown, at }: UnderstoodState,
): Promise<void> {
  if (shown.length > 0)
    await db
      .insertInto('call_suggestion')
      .values(
        shown.map((one) => ({
          call_id: id,
          id: one.id,
          kind: one.kind,
          content: JSON.stringify(one.content),
          shown_at: at,
        })),
      )
      .onConflict((conflict) => conflict.columns(['call_id', 'id']).doNothing())
      .execute();
  await db
    .with('kept', (trx) =>
      trx
        .updateTable('call')
        .set({ ...(state && { state: JSON.stringify(state) }), understood_version: version })
        .where('id', '=', id)
        .where('understood_version', '<=', version),
    )
    .selectNoFrom(sql`pg_notify(${callsChannel}, ${`${id} ${version}`})`.as('told'))
    .execute();
}

/** The rule of `isNewer`, once more where desks meet. */
const isNewerRow = sql<boolean>`
  (excluded.final and not utterance.final) or
  (excluded.final = utterance.final and (
    coalesce(excluded.revision, -1) > coalesce(utterance.revision, -1) or
    (not excluded.final and excluded.revision is null and utterance.revision is null and excluded.text <> utterance.text)))`;

function upsertUtterances(db: Kysely<CallTables>, id: string, utterances: readonly HeardUtterance[]) {
  const late = sql<boolean>`coalesce((select ended_at is not null from call where id = ${id}), false)`;
  return db
    .insertInto('utterance')
    .values(utterances.map((utterance) => ({ call_id: id, ...utterance, late })))
    .onConflict((conflict) =>
      conflict
        .columns(['call_id', 'sequence'])
        .doUpdateSet((eb) => ({
          text: eb.ref('excluded.text'),
          speaker: eb.ref('excluded.speaker'),
          at: eb.ref('excluded.at'),
          final: eb.ref('excluded.final'),
          revision: eb.ref('excluded.revision'),
          confidence: eb.ref('excluded.confidence'),
        }))
        .where(isNewerRow),
    )
    .returning('sequence');
}
