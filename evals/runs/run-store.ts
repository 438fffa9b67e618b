import { type Kysely, type Selectable, sql } from 'kysely';
import type { CaseRecord, RunIdentity, RunSummary } from './run.ts';
import type { EvalCaseTable, EvalRunTable, RunTables } from './run-tables.ts';

/** A run as it is in the record. Times are moments; `finishedAt` is null while it runs. */
export interface StoredRun extends Omit<RunSummary, 'elapsedMs'> {
  id: string;
  status: EvalRunTable['status'];
  identity: RunIdentity;
  startedAt: Date;
  finishedAt: Date | null;
  /** When it last wrote a case or changed its state. */
  touchedAt: Date;
  /** When its cases were scored again without running, if they were. */
  scoredAt: Date | null;
}

export interface RunBegun {
  id: string;
  suite: string;
  data: string;
  identity: RunIdentity;
  startedAt: Date;
}

export interface Rescored {
  records: readonly Pick<CaseRecord, 'caseId' | 'scores'>[];
  result: Omit<RunSummary, 'suite' | 'data' | 'elapsedMs'>;
}

/** Part of a list; pages count from 1. */
export interface Page {
  page: number;
  pageSize: number;
}

export interface RunStore {
  begin(run: RunBegun): Promise<void>;
  /** Adds cases of a run under way; a case that is already there stays as it is. */
  addCases(runId: string, cases: readonly CaseRecord[], at?: Date): Promise<void>;
  finish(runId: string, result: Omit<RunSummary, 'suite' | 'data' | 'elapsedMs'>, at: Date): Promise<void>;
  /** Ends a run that broke or was cancelled; the cases recorded so far stay readable. */
  fail(runId: string, at: Date): Promise<void>;
  /** Goes on with a run that was begun and never finished. */
  reopen(runId: string, at: Date): Promise<void>;
  /** Puts the scores of today in the place of those of a finished run, all or none. */
  rescore(runId: string, scored: Rescored, at: Date): Promise<void>;
  /** Runs of a suite over a data set that never finished, newest first. */
  unfinished(of: { suite: string; data: string }): Promise<StoredRun[]>;
  /** Newest first. */
  list(options: Page & { suite?: string }): Promise<{ items: StoredRun[]; total: number }>;
  find(runId: string): Promise<StoredRun | null>;
  /** Cases in the order of their ids; with `failed` only those that are wrong (`right` is 0) or broke. */
  cases(runId: string, options: Page & { failed?: boolean }): Promise<{ items: CaseRecord[]; total: number }>;
}

/** Runs in the desk's record. The handle is lent: whoever opened it closes it. */
export function createRunStore(db: Kysely<RunTables>): RunStore {
  return {
    async begin({ id, suite, data, identity, startedAt }) {
      const empty = { n: 0, errors: 0, metrics: '{}', slices: '{}', finished_at: null };
      const row = { id, suite, data, status: 'running' as const, identity: toJson(identity) };
      await db
        .insertInto('eval_run')
        .values({ ...row, ...empty, started_at: startedAt, touched_at: startedAt })
        .execute();
    },

    async addCases(runId, cases, at = new Date()) {
      if (cases.length === 0) return;
      const rows = cases.map((one) => ({
        run_id: runId,
        case_id: one.caseId,
        input: toJson(one.input),
        output: toJson(one.output),
        scores: toJson(one.scores),
        error: one.error,
        elapsed_ms: one.elapsedMs,
      }));
      await db
        .insertInto('eval_case')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await db.updateTable('eval_run').set({ touched_at: at }).where('id', '=', runId).execute();
    },

    async reopen(runId, at) {
      const change = { status: 'running' as const, finished_at: null, touched_at: at };
      await db.updateTable('eval_run').set(change).where('id', '=', runId).where('status', '!=', 'finished').execute();
    },

    async rescore(runId, { records, result: { n, errors, metrics, slices } }, at) {
      const change = { n, errors, metrics: toJson(metrics), slices: toJson(slices), scored_at: at };
      await db.transaction().execute(async (trx) => {
        await trx.updateTable('eval_run').set(change).where('id', '=', runId).execute();
        await rescoreCases(trx, runId, records);
      });
    },

    async unfinished({ suite, data }) {
      const rows = await db
        .selectFrom('eval_run')
        .selectAll()
        .where('suite', '=', suite)
        .where('data', '=', data)
        .where('status', '!=', 'finished')
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toStoredRun);
    },

    async finish(runId, { n, errors, metrics, slices }, at) {
      await db
        .updateTable('eval_run')
        .set({
          status: 'finished',
          n,
          errors,
          metrics: toJson(metrics),
          slices: toJson(slices),
          finished_at: at,
          touched_at: at,
        })
        .where('id', '=', runId)
        .execute();
    },

    async fail(runId, at) {
      const change = { status: 'failed' as const, finished_at: at, touched_at: at };
      await db.updateTable('eval_run').set(change).where('id', '=', runId).where('status', '=', 'running').execute();
    },

    async list({ suite, page, pageSize }) {
      const wanted = db.selectFrom('eval_run').$if(suite !== undefined, (query) => query.where('suite', '=', suite!));
      const rows = await wanted
        .selectAll()
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute();
      const { total } = await wanted.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
      return { items: rows.map(toStoredRun), total: Number(total) };
    },

    async find(runId) {
      const row = await db.selectFrom('eval_run').selectAll().where('id', '=', runId).executeTakeFirst();
      return row ? toStoredRun(row) : null;
    },

    async cases(runId, { failed = false, page, pageSize }) {
      const wanted = db
        .selectFrom('eval_case')
        .where('run_id', '=', runId)
        .$if(failed, (query) => query.where(sql<boolean>`(error is not null or scores->>'right' = '0')`));
      const rows = await wanted
        .selectAll()
        .orderBy('case_id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute();
      const { total } = await wanted.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
      return { items: rows.map(toCaseRecord), total: Number(total) };
    },
  };
}

/** One statement for all cases: a run of ten thousand is scored again in a moment. */
async function rescoreCases(db: Kysely<RunTables>, runId: string, records: Rescored['records']): Promise<void> {
  const scored = toJson(records.map(({ caseId, scores }) => ({ case_id: caseId, scores })));
  await sql`
    update eval_case set scores = scored.scores
    from jsonb_to_recordset(${scored}::jsonb) as scored (case_id text, scores jsonb)
    where eval_case.run_id = ${runId} and eval_case.case_id = scored.case_id`.execute(db);
}

function toStoredRun(row: Selectable<EvalRunTable>): StoredRun {
  const { started_at, finished_at, touched_at, scored_at, ...run } = row;
  return { ...run, startedAt: started_at, finishedAt: finished_at, touchedAt: touched_at, scoredAt: scored_at };
}

function toCaseRecord(row: Selectable<EvalCaseTable>): CaseRecord {
  const { input, output, scores, error } = row;
  return { caseId: row.case_id, input, output, scores, error, elapsedMs: row.elapsed_ms };
}

/** PostgreSQL's jsonb cannot hold the character U+0000, which hostile texts contain: its visible stand-in is kept. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_, held) => (typeof held === 'string' ? held.replaceAll('\u0000', '\ufffd') : held));
}
