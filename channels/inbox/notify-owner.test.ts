import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { storeTicket } from '../testing/stored-ticket.ts';
import { notifyOwner } from './notify-owner.ts';

let record: DeskRecord;
beforeEach(async () => {
  record = await openTestRecord();
});
afterEach(() => record.close());

const inbox = () => record.db.selectFrom('notification').select(['unit', 'ticket_number', 'kind']).execute();

it('puts one line into the inbox of the unit that has the ticket', async () => {
  const number = await storeTicket(record);
  await notifyOwner(record.db, number);
  expect(await inbox()).toEqual([{ unit: '解放碑街道', ticket_number: number, kind: 'assigned' }]);
});

it('tells the triage desk of a ticket that has no owner', async () => {
  const number = await storeTicket(record, { owner_unit: null, status: 'triage' });
  await notifyOwner(record.db, number);
  expect(await inbox()).toMatchObject([{ unit: '热线派单台', kind: 'triage' }]);
});

it('tells nobody of a ticket that is closed by then, or gone, and nothing when it is rolled back', async () => {
  const number = await storeTicket(record, { status: 'closed', closed_at: new Date() });
  await notifyOwner(record.db, number);
  await notifyOwner(record.db, 'no-such-ticket');
  const open = await storeTicket(record, { number: '20261102-000002' });
  const failing = record.db.transaction().execute(async (trx) => {
    await notifyOwner(trx, open);
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await inbox()).toEqual([]);
});
