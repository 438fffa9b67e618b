import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { doOwed } from '../testing/do-owed.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { storeTicket } from '../testing/stored-ticket.ts';
import { createNotifyOwnerJob, notifyOwner, oweNotification } from './notify-owner.ts';

let record: DeskRecord;
beforeEach(async () => {
  record = await openTestRecord();
});
afterEach(() => record.close());

const run = () => doOwed(record, { [notifyOwner]: createNotifyOwnerJob(record) });
const inbox = () => record.db.selectFrom('notification').select(['unit', 'ticket_number', 'kind']).execute();

it('puts one line into the inbox of the unit that has the ticket', async () => {
  const number = await storeTicket(record);
  await oweNotification(record.db, number);
  await run();
  expect(await inbox()).toEqual([{ unit: '解放碑街道', ticket_number: number, kind: 'assigned' }]);
});

it('tells the triage desk of a ticket that has no owner', async () => {
  const number = await storeTicket(record, { owner_unit: null, status: 'triage' });
  await oweNotification(record.db, number);
  await run();
  expect(await inbox()).toMatchObject([{ unit: '热线派单台', kind: 'triage' }]);
});

it('tells nobody of a ticket that is closed by then, or gone', async () => {
  const number = await storeTicket(record, { status: 'closed', closed_at: new Date() });
  await oweNotification(record.db, number);
  await oweNotification(record.db, 'no-such-ticket');
  expect(await run()).toHaveLength(2);
  expect(await inbox()).toEqual([]);
});
