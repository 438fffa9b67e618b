import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { AccountTables } from '../accounts/account-tables.ts';
import { type Judgement, priorityOf, type ReviewContent, type ReviewReason } from './review-content.ts';
import { ReviewError } from './review-error.ts';
import type { ReviewItemTable, ReviewTables } from './review-tables.ts';

export type ReviewRow = Selectable<ReviewItemTable>;

export interface NewReview {
  /** What it is of: `turn:<message>`, `ticket:<number>#<event>`, `case:<run>/<case>`. */
  subject: string;
  reasons: readonly ReviewReason[];
  channel: string;
  content: ReviewContent;
  at: Date;
}

export interface ReviewFilter {
  status: 'open' | 'judged';
  reason?: ReviewReason | undefined;
  page: number;
  pageSize: number;
}

/** A reviewer who went to lunch keeps nobody else from an item for longer than this. */
const lockMinutes = 10;

type Tables = ReviewTables & AccountTables;
export type ReviewStore = ReturnType<typeof createReviewStore>;

/** The review queue. Locks are the database's: two reviewers never hold one item at the same time. */
export function createReviewStore(db: Kysely<Tables>, now: () => Date) {
  const one = (id: string) => db.selectFrom('review_item').selectAll().where('id', '=', id).executeTakeFirst();

  return {
    add: (review: NewReview): Promise<string> => db.transaction().execute((trx) => addReview(trx, review)),

    async list({ status, reason, page, pageSize }: ReviewFilter): Promise<{ items: ReviewRow[]; total: number }> {
      const wanted = db
        .selectFrom('review_item')
        .where('status', '=', status)
        .$if(reason !== undefined, (query) => query.where(sql<boolean>`reasons ? ${reason}`));
      const items = await wanted
        .selectAll()
        .orderBy(status === 'open' ? 'priority' : 'judged_at', 'desc')
        .orderBy('created_at')
        .orderBy('id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute();
      const { total } = await wanted.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
      return { items, total: Number(total) };
    },

    find: one,

    /** Open items by reason; an item with two reasons counts under both. */
    async openByReason(): Promise<{ total: number; reasons: Record<string, number> }> {
      const { rows } = await sql<{ reason: string; count: number }>`
        select reason, count(*)::int as count from review_item, jsonb_array_elements_text(reasons) as reason
        where status = 'open' group by reason`.execute(db);
      const { total } = await db
        .selectFrom('review_item')
        .select(({ fn }) => fn.countAll<string>().as('total'))
        .where('status', '=', 'open')
        .executeTakeFirstOrThrow();
      return { total: Number(total), reasons: Object.fromEntries(rows.map(({ reason, count }) => [reason, count])) };
    },

    /** Takes an item for a reviewer, or renews the reviewer's own lock. @throws ReviewError */
    async lock(id: string, reviewer: string): Promise<ReviewRow> {
      const taken = await db
        .updateTable('review_item')
        .set({ locked_by: reviewer, locked_until: lockEnd(now()) })
        .where('id', '=', id)
        .where('status', '=', 'open')
        .where(isFreeFor(reviewer, now()))
        .returningAll()
        .executeTakeFirst();
      return taken ?? refuse(await one(id));
    },

    /** The most pressing item that nobody holds, locked for the reviewer; null when there is none. */
    async lockNext(reviewer: string, after?: string): Promise<ReviewRow | null> {
      const next = db
        .selectFrom('review_item')
        .select('id')
        .where('status', '=', 'open')
        .where(isFreeFor(reviewer, now()))
        .$if(after !== undefined, (query) => query.where('id', '<>', after!))
        .orderBy('priority', 'desc')
        .orderBy('created_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked();
      const taken = await db
        .updateTable('review_item')
        .set({ locked_by: reviewer, locked_until: lockEnd(now()) })
        .where('id', 'in', next)
        .returningAll()
        .executeTakeFirst();
      return taken ?? null;
    },

    async release(id: string, reviewer: string): Promise<void> {
      await db
        .updateTable('review_item')
        .set({ locked_by: null, locked_until: null })
        .where('id', '=', id)
        .where('locked_by', '=', reviewer)
        .execute();
    },

    /**
     * Keeps a verdict of the reviewer who holds the item, with its line of audit and whatever `also` writes, all or
     * nothing. @throws ReviewError
     */
    async judge(
      id: string,
      reviewer: string,
      judgement: Judgement,
      also?: (trx: Transaction<Tables>, item: ReviewRow) => Promise<unknown>,
    ): Promise<ReviewRow> {
      const judged = await db.transaction().execute(async (trx) => {
        const item = await trx
          .updateTable('review_item')
          .set({
            ...unlocked,
            status: 'judged',
            judgement: JSON.stringify(judgement),
            judged_by: reviewer,
            judged_at: now(),
          })
          .where('id', '=', id)
          .where('status', '=', 'open')
          .where('locked_by', '=', reviewer)
          .returningAll()
          .executeTakeFirst();
        if (!item) return null;
        const { verdict, faults, culprit } = judgement;
        await audit(trx, now(), reviewer, 'review-verdict', id, { verdict, faults, culprit });
        await also?.(trx, item);
        return item;
      });
      return judged ?? refuse(await one(id));
    },

    /** Whatever belongs to a judged item, in one transaction with its line of audit. */
    async record(
      id: string,
      reviewer: string,
      action: string,
      work: (trx: Transaction<Tables>) => Promise<Record<string, unknown>>,
    ) {
      return db.transaction().execute(async (trx) => {
        const detail = await work(trx);
        await audit(trx, now(), reviewer, action, id, detail);
        return detail;
      });
    },
  };
}

const unlocked = { locked_by: null, locked_until: null };
const lockEnd = (at: Date) => new Date(at.getTime() + lockMinutes * 60_000);
const isFreeFor = (reviewer: string, at: Date) =>
  sql<boolean>`(locked_by is null or locked_by = ${reviewer} or locked_until < ${at})`;

/** Adds what is new, and counts what came before; a subject is taken once. Gives the item's id. */
async function addReview(
  trx: Transaction<Tables>,
  { subject, reasons, channel, content, at }: NewReview,
): Promise<string> {
  const added = JSON.stringify(reasons);
  const union = sql<string>`(select jsonb_agg(distinct reason) from jsonb_array_elements(review_item.reasons || ${added}::jsonb) as reason)`;
  const priority = sql<number>`greatest(review_item.priority, ${priorityOf(reasons)})`;
  const known = await trx
    .selectFrom('review_subject')
    .select('item_id')
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (known) {
    await trx.updateTable('review_item').set({ reasons: union, priority }).where('id', '=', known.item_id).execute();
    return known.item_id;
  }
  const { id } = await trx
    .insertInto('review_item')
    .values({
      id: randomUUID(),
      digest: digestOf(content),
      status: 'open',
      reasons: added,
      priority: priorityOf(reasons),
      channel,
      outcome: content.reply?.outcome ?? 'none',
      content: JSON.stringify(content),
      created_at: at,
      last_seen_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .column('digest')
        .where('status', '=', 'open')
        .doUpdateSet({ seen: sql`review_item.seen + 1`, last_seen_at: at, reasons: union, priority }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx.insertInto('review_subject').values({ subject, item_id: id }).execute();
  return id;
}

/** The words without what does not change their sense, how the turn ended, and for a ticket which one it is. */
function digestOf({ question, earlier, reply, ticket, evalCase }: ReviewContent): string {
  const words = [...earlier.map(({ said }) => said), question].map((text) =>
    text.normalize('NFKC').replace(/[\s\p{P}]+/gu, ''),
  );
  const ending = [reply?.outcome, reply?.matter, reply?.category, ticket?.number, evalCase?.suite, evalCase?.caseId];
  return createHash('sha256')
    .update(JSON.stringify([words, ending]))
    .digest('hex');
}

function refuse(item: ReviewRow | undefined): never {
  if (!item) throw new ReviewError('review_not_found', '没有这条待审内容，可能已被清理；请回到队列。');
  if (item.status === 'judged')
    throw new ReviewError('review_judged', `${item.judged_by ?? '别人'}已经审完这一条，请看下一条。`);
  throw new ReviewError(
    'review_locked',
    `这一条正由${item.locked_by ?? '别人'}审阅或您的锁已过期，请重新领取或看下一条。`,
  );
}

async function audit(
  trx: Transaction<Tables>,
  at: Date,
  actor: string,
  action: string,
  subject: string,
  detail: object,
) {
  await trx
    .insertInto('audit')
    .values({ at, actor, action, subject, detail: JSON.stringify(detail) })
    .execute();
}
