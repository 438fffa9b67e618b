import { expect, it } from 'vitest';
import { doOwed } from '../testing/do-owed.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { createForgetDoneJobsJob, forgetDoneJobs, oweForgetting } from './forget-done-jobs.ts';

it('forgets jobs done two weeks ago, keeps the others, and owes itself again', async () => {
  const record = await openTestRecord();
  const { db } = record;
  const now = new Date();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const job = { payload: '{}', run_at: now };
  await db
    .insertInto('outbox_job')
    .values([
      { ...job, kind: 'old', done_at: daysAgo(15) },
      { ...job, kind: 'recent', done_at: daysAgo(13) },
      { ...job, kind: 'laid-aside', dead_at: daysAgo(15) },
    ])
    .execute();
  await oweForgetting(db);

  await doOwed(record, { [forgetDoneJobs]: createForgetDoneJobsJob({ db, now: () => now }) });

  const kept = await db.selectFrom('outbox_job').select('kind').orderBy('id').execute();
  expect(kept.map(({ kind }) => kind)).toEqual(['recent', 'laid-aside', forgetDoneJobs, forgetDoneJobs]);
  await record.close();
});
