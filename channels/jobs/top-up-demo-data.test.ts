import { expect, it } from 'vitest';
import { doOwed } from '../testing/do-owed.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { createTopUpDemoDataJob, nextTopUp, oweTopUp, topUpDemoData } from './top-up-demo-data.ts';

it('tops the demo data up once and owes itself again for later', async () => {
  const record = await openTestRecord();
  const { db } = record;
  const now = new Date();
  let toppedUp = 0;
  const topUp = async () => {
    toppedUp += 1;
  };
  await oweTopUp(db, now);

  await doOwed(record, { [topUpDemoData]: createTopUpDemoDataJob({ db, now: () => now, topUp }) });

  const owed = await db.selectFrom('outbox_job').select(['kind', 'run_at']).where('done_at', 'is', null).execute();
  expect(owed).toEqual([{ kind: topUpDemoData, run_at: nextTopUp(now) }]);
  expect(toppedUp).toBe(1);
  await record.close();
});
