import { type Kysely, sql } from 'kysely';
import { type CaseRecord, type RunTables, wilsonInterval } from '../../evals/index.ts';

export interface CaseInRun extends CaseRecord {
  runId: string;
  suite: string;
  data: string;
}

export interface CaseMoment {
  runId: string;
  data: string;
  startedAt: Date;
  commit: string | null;
  scores: CaseRecord['scores'];
  error: string | null;
}

/** A run with the share of its cases that are right as a whole. */
export interface RunPoint {
  id: string;
  suite: string;
  data: string;
  startedAt: Date;
  commit: string | null;
  engine: string;
  n: number;
  errors: number;
  metrics: Record<string, number | null>;
  /** Null where no case was judged as a whole. */
  right: { share: number; judged: number; low: number; high: number } | null;
}

const historyLength = 30;

export type CaseHistory = ReturnType<typeof createCaseHistory>;

/** What the record says of one case over all runs, and of one suite over its runs. */
export function createCaseHistory(db: Kysely<RunTables>) {
  return {
    async find(runId: string, caseId: string): Promise<CaseInRun | null> {
      const row = await db
        .selectFrom('eval_case')
        .innerJoin('eval_run', 'eval_run.id', 'eval_case.run_id')
        .selectAll('eval_case')
        .select(['eval_run.suite', 'eval_run.data'])
        .where('run_id', '=', runId)
        .where('case_id', '=', caseId)
        .executeTakeFirst();
      if (!row) return null;
      const { case_id, run_id, elapsed_ms, input, output, scores, error, suite, data } = row;
      return { caseId: case_id, runId: run_id, elapsedMs: elapsed_ms, input, output, scores, error, suite, data };
    },

    /** The same case in the runs of its suite, the newest first. */
    async of(suite: string, caseId: string): Promise<CaseMoment[]> {
      const rows = await db
        .selectFrom('eval_case')
        .innerJoin('eval_run', 'eval_run.id', 'eval_case.run_id')
        .select(['run_id', 'data', 'started_at', 'identity', 'scores', 'error'])
        .where('suite', '=', suite)
        .where('case_id', '=', caseId)
        .orderBy('started_at', 'desc')
        .limit(historyLength)
        .execute();
      return rows.map(({ run_id, data, started_at, identity, scores, error }) => ({
        runId: run_id,
        data,
        startedAt: started_at,
        commit: identity.commit,
        scores,
        error,
      }));
    },

    /** The newest finished runs of a suite over one of the data sets, the oldest first. */
    async points(suite: string, data: readonly string[]): Promise<RunPoint[]> {
      if (data.length === 0) return []; // a suite without a data set of its own
      const { rows } = await sql<PointRow>`
        select run.id, run.suite, run.data, run.started_at, run.n, run.errors, run.metrics, run.identity,
          (count(*) filter (where scores ->> 'right' is not null))::int as judged,
          coalesce(sum((scores ->> 'right')::double precision), 0) as right
        from (
          select * from eval_run
          where suite = ${suite} and status = 'finished' and data in (${sql.join(data)})
          order by started_at desc limit ${historyLength}
        ) as run left join eval_case on eval_case.run_id = run.id
        group by run.id, run.suite, run.data, run.started_at, run.n, run.errors, run.metrics, run.identity
        order by run.started_at`.execute(db);
      return rows.map(toPoint);
    },
  };
}

interface PointRow {
  id: string;
  suite: string;
  data: string;
  started_at: Date;
  n: number;
  errors: number;
  metrics: Record<string, number | null>;
  identity: { commit: string | null; engine: string };
  judged: number;
  right: number;
}

function toPoint({ started_at, identity, judged, right, ...run }: PointRow): RunPoint {
  const interval = wilsonInterval(right, judged);
  return {
    ...run,
    startedAt: started_at,
    commit: identity.commit,
    engine: identity.engine,
    right: interval && { share: right / judged, judged, ...interval },
  };
}
