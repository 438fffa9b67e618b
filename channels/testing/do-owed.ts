import { claimDue } from '../jobs/outbox.ts';
import { type JobHandlers, runJob } from '../jobs/run-job.ts';
import type { DeskRecord } from '../store/open-record.ts';

/** Does every job that is due, one after the other, and gives their kinds. */
export async function doOwed({ db }: DeskRecord, handlers: JobHandlers): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    const [job] = await claimDue(db, Object.keys(handlers), 1);
    if (!job) return done;
    await runJob(db, handlers, job, { delayMs: () => 0 });
    done.push(job.kind);
  }
}
