import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTicketStore, type TicketStore } from '../../assistant/index.ts';
import { ticketDraft } from '../../assistant/testing/builders.ts';
import { everyNeed } from '../../assistant/testing/ticket-life.ts';
import { ticketRules } from '../../assistant/testing/ticket-rules.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { closeUnanswered, createCloseUnansweredJob, oweClosing } from './close-unanswered.ts';
import { claimDue } from './outbox.ts';
import { runJob } from './run-job.ts';

/** A Monday; five working days later is the next Monday at 18:00. */
const askedAt = new Date('2026-11-16T10:00:00+08:00');
const waitedEnough = new Date('2026-11-23T18:00:00+08:00');
const everywhere = { district: null, unit: null };

let record: DeskRecord;
let tickets: TicketStore;
const told: number[] = [];
beforeEach(async () => {
  record = await openTestRecord();
  tickets = createTicketStore({
    db: record.db as never,
    ...ticketRules,
    progressSecretOf: (number) => number,
    notifyOwner: async () => {},
    tellReporter: async (_, __, sequence) => void told.push(sequence),
  });
});
afterEach(() => record.close());

async function replied(sourceId: string, { asked }: { asked: boolean }): Promise<string> {
  const filing = { sourceId, conversationId: null, channel: 'web', at: askedAt };
  const { number } = await tickets.file(ticketDraft({ content: '请规定烧烤摊收摊时间' }), filing);
  const steps = [['accept', 'unit'], ['reply', 'unit'], ...(asked ? [['ask', 'system']] : [])] as [never, never][]; // biome-ignore format: steps
  for (const [index, [move, mover]] of steps.entries())
    await tickets.move({
      ...everyNeed,
      verdicts: [],
      number,
      move,
      mover,
      version: index + 1,
      at: askedAt,
      actor: 'a',
    });
  return number;
}
/** One run of the job at that moment; the run it owes itself for later is brought forward for the next call. */
async function runAt(now: Date): Promise<void> {
  const { db } = record;
  await oweClosing(db);
  await db
    .updateTable('outbox_job')
    .set({ run_at: new Date(0) })
    .where('done_at', 'is', null)
    .execute();
  const [job] = await claimDue(db, [closeUnanswered], 1);
  const handlers = { [closeUnanswered]: createCloseUnansweredJob({ db, tickets, now: () => now }) };
  await runJob(db, handlers, job!, { delayMs: () => 0 });
}
const statusOf = async (number: string) => (await tickets.find(number, everywhere))?.ticket.status;

it('closes what nobody spoke of for five working days after being asked, and tells the reporter', async () => {
  const number = await replied('silent', { asked: true });
  await runAt(new Date(waitedEnough.getTime() - 1));
  expect(await statusOf(number)).toBe('replied');
  await runAt(waitedEnough);
  expect(await statusOf(number)).toBe('closed');
  expect(told.at(-1)).toBe(5);
});

it('never closes a ticket whose reporter was not asked', async () => {
  const number = await replied('not asked', { asked: false });
  await runAt(new Date(waitedEnough.getTime() + 90 * 86_400_000));
  expect(await statusOf(number)).toBe('replied');
});
