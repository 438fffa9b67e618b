import type { Kysely } from 'kysely';
import { z } from 'zod';
import { reviewOfReturn, reviewOfTurn } from '../evaluation/gather-review.ts';
import type { ReviewRules } from '../evaluation/reasons-of-turn.ts';
import type { ReviewStore } from '../evaluation/review-store.ts';
import { noteCardQuestions } from '../knowledge-upkeep/card-questions.ts';
import type { Database } from '../store/schema.ts';
import { defineJob, type JobHandler } from './run-job.ts';

/** The kind that the record's triggers owe when a reply, a thumb down or a returned ticket is stored (migration 013). */
export const gatherReview = 'gather-review';

interface Needs {
  db: Kysely<Database>;
  reviews: ReviewStore;
  rules: ReviewRules;
}

/** Notes which cards a reply was near to, and looks whether what was stored belongs into the review queue. Coming twice adds nothing: a subject is taken in once. */
export function createGatherReviewJob({ db, reviews, rules }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({ kind: z.enum(['turn', 'ticket']), id: z.string() }),
    async run({ kind, id }) {
      if (kind === 'turn') await noteCardQuestions(as(db) as never, id);
      const review = await (kind === 'turn' ? reviewOfTurn(as(db), id, rules) : reviewOfReturn(as(db), ...eventOf(id)));
      if (review) await reviews.add(review);
    },
  });
}

/** `20261123-000001#3`: a ticket's number and the number of its event. */
function eventOf(id: string): [ticketNumber: string, sequence: number] {
  const at = id.lastIndexOf('#');
  return [id.slice(0, at), Number(id.slice(at + 1))];
}

/** A feature reads the record as its own tables. */
const as = (db: Kysely<Database>) => db as unknown as Parameters<typeof reviewOfTurn>[0];
