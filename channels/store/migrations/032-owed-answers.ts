import { type Kysely, sql } from 'kysely';

/**
 * A message of a citizen owes its answer and the answer settles it, in the statement that stores them: what was done by
 * calls around each write costs two round trips less, and no writer of messages can forget it. The job is due after
 * thirty seconds, as an answer takes a few at most: what has none by then was broken off, most likely by the end of its
 * process.
 */
export const owedAnswers = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create function owe_answer() returns trigger language plpgsql set search_path = yuwen as $$ begin
      insert into outbox_job (kind, payload, unique_key, run_at)
      values ('answer-message', jsonb_build_object('messageId', new.id), 'answer-message:' || new.id, now() + interval '30 seconds')
      on conflict (unique_key) where done_at is null and dead_at is null do nothing;
      return null;
    end $$`.execute(db);
    await sql`create trigger message_owes_answer after insert on message
      for each row when (new.role = 'citizen') execute function owe_answer()`.execute(db);

    await sql`create function settle_answer() returns trigger language plpgsql set search_path = yuwen as $$ begin
      update outbox_job set done_at = now(), leased_until = null
      where unique_key = 'answer-message:' || new.answers_message_id and done_at is null and dead_at is null;
      return null;
    end $$`.execute(db);
    await sql`create trigger message_settles_answer after insert on message
      for each row when (new.answers_message_id is not null) execute function settle_answer()`.execute(db);
  },
};
