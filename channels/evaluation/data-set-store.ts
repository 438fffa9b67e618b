import { createHash } from 'node:crypto';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { DataSetVersionTable, ReviewTables, Split } from './review-tables.ts';

export interface DataSetLine {
  caseId: string;
  split: Split;
  body: Record<string, unknown>;
  reviewItemId?: string;
}

export interface NewVersion {
  suite: string;
  dataSet: string;
  lines: readonly DataSetLine[];
  note: string;
  actor: string;
  at: Date;
}

/** The set that reviews add to; a run over `own+regression` takes it together with the suite's own. */
export const regressionSet = 'regression';

export type DataSetVersionRow = Selectable<DataSetVersionTable>;
export type DataSetStore = ReturnType<typeof createDataSetStore>;

/** Data sets made in the product. A version says what it adds or changes; what it does not name stays as it was. */
export function createDataSetStore(db: Kysely<ReviewTables>) {
  return {
    /** Every version of every set, the newest first. */
    versions: (suite?: string): Promise<DataSetVersionRow[]> =>
      db
        .selectFrom('data_set_version')
        .selectAll()
        .$if(suite !== undefined, (query) => query.where('suite', '=', suite!))
        .orderBy('at', 'desc')
        .orderBy('version', 'desc')
        .execute(),

    /** The cases as of a version, the newest when left out, in the order of their ids. */
    cases: (suite: string, dataSet: string, version?: number) => casesOf(db, suite, dataSet, version),

    /** The regression case that was made of a reviewed item, in its newest version. */
    async madeOf(reviewItemId: string): Promise<{ suite: string; caseId: string; version: number } | null> {
      const row = await db
        .selectFrom('data_set_case')
        .select(['suite', 'case_id', 'version'])
        .where('review_item_id', '=', reviewItemId)
        .orderBy('version', 'desc')
        .executeTakeFirst();
      return row ? { suite: row.suite, caseId: row.case_id, version: row.version } : null;
    },

    /** Adds a version; gives its number. */
    add: (version: NewVersion): Promise<number> => db.transaction().execute((trx) => addVersion(trx, version)),

    /** The same within somebody else's transaction. */
    addIn: addVersion,
  };
}

async function casesOf(
  db: Kysely<ReviewTables>,
  suite: string,
  dataSet: string,
  version?: number,
): Promise<DataSetLine[]> {
  const rows = await db
    .selectFrom('data_set_case')
    .selectAll()
    .distinctOn('case_id')
    .where('suite', '=', suite)
    .where('data_set', '=', dataSet)
    .$if(version !== undefined, (query) => query.where('version', '<=', version!))
    .orderBy('case_id')
    .orderBy('version', 'desc')
    .execute();
  return rows.flatMap(({ case_id, split, body, review_item_id }) =>
    body ? [{ caseId: case_id, split, body, ...(review_item_id ? { reviewItemId: review_item_id } : {}) }] : [],
  );
}

async function addVersion(
  trx: Transaction<ReviewTables>,
  { suite, dataSet, lines, note, actor, at }: NewVersion,
): Promise<number> {
  // Two who add at once get two versions, one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`data-set:${suite}:${dataSet}`}, 0))`.execute(trx);
  const { last } = await trx
    .selectFrom('data_set_version')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('suite', '=', suite)
    .where('data_set', '=', dataSet)
    .executeTakeFirstOrThrow();
  const version = (last ?? 0) + 1;
  const before = await casesOf(trx, suite, dataSet);
  const after = new Map([...before, ...lines].map((line) => [line.caseId, line]));
  const head = {
    suite,
    data_set: dataSet,
    version,
    cases: after.size,
    digest: digestOf([...after.values()]),
    note,
    actor,
    at,
  };
  await trx.insertInto('data_set_version').values(head).execute();
  const rows = lines.map(({ caseId, split, body, reviewItemId }) => ({
    suite,
    data_set: dataSet,
    version,
    case_id: caseId,
    split,
    body: JSON.stringify(body),
    review_item_id: reviewItemId ?? null,
  }));
  // PostgreSQL takes at most 65,535 parameters in a statement.
  for (let start = 0; start < rows.length; start += 1000)
    await trx
      .insertInto('data_set_case')
      .values(rows.slice(start, start + 1000))
      .execute();
  return version;
}

/** SHA-256 over ids and lines in the order of ids. */
function digestOf(lines: readonly DataSetLine[]): string {
  const digest = createHash('sha256');
  for (const { caseId, split, body } of lines.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1)))
    digest.update(`${JSON.stringify([caseId, split, body])}\n`);
  return digest.digest('hex');
}
