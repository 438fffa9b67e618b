import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { DeskRecord } from '../store/open-record.ts';
import { describeWith } from '../testing/machine.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { itBehavesLikeAQueue, patience } from '../testing/queue-contract.ts';
import { openTestRedis, type TestRedis } from '../testing/redis.ts';
import { openBullmqQueue } from './bullmq-queue.ts';
import { enqueue } from './outbox.ts';
import { defineJob } from './run-job.ts';

describeWith('redis-server', 'the BullMQ queue', (program) => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await openTestRedis(program);
  });
  afterAll(() => redis.close());
  beforeEach(() => redis.flush());

  itBehavesLikeAQueue((options) => openBullmqQueue({ ...options, redisUrl: redis.url }));

  describe('when Redis is not to be relied upon', () => {
    let record: DeskRecord;
    beforeEach(async () => {
      record = await openTestRecord();
      return () => record.close();
    });
    const done = () => record.db.selectFrom('outbox_job').select('id').where('done_at', 'is not', null).execute();
    const owe = () => enqueue(record.db, { kind: 'work', payload: {} });

    it('does the jobs itself while Redis is dead, says so once, and says once that it is back', async () => {
      const notices: string[] = [];
      const queue = openBullmqQueue({
        record,
        handlers: { work: defineJob({ payload: z.object({}), run: async () => {} }) },
        redisUrl: redis.url,
        // A Redis that is just starting may drop one more connection: that is not being away.
        graceMs: 1000,
        notice: (text) => notices.push(text),
      });
      await owe();
      await vi.waitFor(async () => expect(await done()).toHaveLength(1), patience);

      await redis.kill();
      await owe();
      await owe();
      await vi.waitFor(async () => expect(await done()).toHaveLength(3), patience);

      await redis.start();
      await vi.waitFor(() => expect(notices).toHaveLength(2), patience);
      await owe();
      await vi.waitFor(async () => expect(await done()).toHaveLength(4), patience);
      await queue.close();
      expect(notices).toEqual([
        expect.stringMatching(/^Redis does not answer/),
        'Redis answers again; its workers do the jobs.',
      ]);
    });

    it('loses no job when Redis forgets everything it was given', async () => {
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const work = defineJob({ payload: z.object({}), run: () => held });
      const queue = openBullmqQueue({
        record,
        handlers: { work },
        redisUrl: redis.url,
        pushAgainMs: 200,
        notice: () => {},
      });
      for (let i = 0; i < 20; i++) await owe();
      const taken = () => record.db.selectFrom('outbox_job').select('id').where('attempts', '>', 0).execute();
      await vi.waitFor(async () => expect(await taken()).toHaveLength(4), patience);
      await redis.flush(); // sixteen are known to Redis alone now, and to the outbox
      letGo();
      await vi.waitFor(async () => expect(await done()).toHaveLength(20), patience);
      await queue.close();
    });
  });
});
