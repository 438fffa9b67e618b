import {
  createConversationStore,
  type IncidentStore,
  type MessageRow,
  type TicketStore,
} from '../../assistant/index.ts';
import type { MatterCard, ReadFile } from '../../knowledge/index.ts';
import type { Config } from '../config.ts';
import { createReviewStore } from '../evaluation/review-store.ts';
import { readDocumentJob } from '../knowledge-upkeep/kept-documents.ts';
import { createRetention } from '../retention/retention.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { tablesOf } from '../store/tables-of.ts';
import { createAnswerMessageJob } from './answer-message.ts';
import { createCloseUnansweredJob, oweClosing } from './close-unanswered.ts';
import { createDeleteExpiredJob, deleteExpired, oweDeleting } from './delete-expired.ts';
import { createEndStaleChatsJob, endStaleChats, oweEnding } from './end-stale-chats.ts';
import { createEscalateOverdueJob, oweEscalation } from './escalate-overdue.ts';
import { createForgetDoneJobsJob, oweForgetting } from './forget-done-jobs.ts';
import { createGatherReviewJob, gatherReview } from './gather-review.ts';
import { createGroupTicketsJob, groupTickets, oweGrouping } from './group-tickets.ts';
import { openQueue, type Queue } from './queue.ts';
import { createReadDocumentJob } from './read-document.ts';
import { createTellReporterJob } from './tell-reporter.ts';
import { createTopUpDemoDataJob, topUpDemoData } from './top-up-demo-data.ts';

interface JobsNeeds {
  tickets: TicketStore;
  incidents: IncidentStore;
  /** Shows a message that a job put into a conversation to whoever has it open. */
  tell: (row: MessageRow | null) => void;
  /** Ends the chats with a person whose time is over. */
  endStaleChats: () => Promise<void>;
  notice: (text: string) => void;
  now: () => Date;
  topUp: () => Promise<unknown>;
  read: ReadFile;
  /** The cards in service. */
  cards: () => readonly MatterCard[];
}

/** Owes what comes round by itself, and opens the queue with everything that can be owed. */
export async function openJobs(
  record: DeskRecord,
  { queue: { redisUrl }, review }: Config,
  answer: (messageId: string) => Promise<void>,
  { tickets, incidents, tell, endStaleChats: endChats, notice, now, topUp, read, cards }: JobsNeeds,
): Promise<Queue> {
  const { db } = record;
  await oweEscalation(db);
  await oweClosing(db);
  await oweForgetting(db);
  await oweDeleting(db);
  await oweGrouping(db);
  await oweEnding(db);
  const handlers = {
    'answer-message': createAnswerMessageJob(answer),
    'escalate-overdue': createEscalateOverdueJob({ db, tickets, now }),
    'close-unanswered': createCloseUnansweredJob({ db, tickets, now }),
    'tell-reporter': createTellReporterJob({
      db,
      tickets,
      conversations: createConversationStore(tablesOf(record)),
      tell,
      now,
    }),
    [groupTickets]: createGroupTicketsJob({ db, incidents, now }),
    [endStaleChats]: createEndStaleChatsJob({ db, endStale: endChats }),
    'forget-done-jobs': createForgetDoneJobsJob({ db, now }),
    [deleteExpired]: createDeleteExpiredJob({ db, now, retention: createRetention(db, now) }),
    [topUpDemoData]: createTopUpDemoDataJob({ db, now, topUp }),
    [readDocumentJob]: createReadDocumentJob({ db: db as never, read, cards, now }),
    [gatherReview]: createGatherReviewJob({ db, reviews: createReviewStore(tablesOf(record), now), rules: review }),
  };
  return openQueue({ record, handlers, notice, redisUrl });
}
