import type { Migration } from 'kysely';
import { grants } from './001-grants.ts';
import { conversations } from './002-conversations.ts';
import { tickets } from './003-tickets.ts';
import { outbox } from './004-outbox.ts';
import { evalRuns } from './005-eval-runs.ts';
import { accounts } from './006-accounts.ts';
import { calls } from './007-calls.ts';
import { ratings } from './008-ratings.ts';
import { dataPlatform } from './010-data-platform.ts';
import { evalUpkeep } from './011-eval-upkeep.ts';
import { reviews } from './013-reviews.ts';
import { dataSets } from './014-data-sets.ts';
import { settledRows } from './015-settled-rows.ts';
import { moreSubjects } from './016-more-subjects.ts';
import { ticketLife } from './017-ticket-life.ts';
import { messageCount } from './018-message-count.ts';
import { deskRates } from './019-desk-rates.ts';
import { incidents } from './020-incidents.ts';
import { savedQuestions } from './022-saved-questions.ts';
import { access } from './023-access.ts';
import { cards } from './024-cards.ts';
import { keptDocuments } from './025-kept-documents.ts';
import { liveCalls } from './026-live-calls.ts';
import { photographs } from './028-photographs.ts';
import { doorFilings } from './030-door-filings.ts';
import { inboxSeen } from './031-inbox-seen.ts';
import { owedAnswers } from './032-owed-answers.ts';
import { toldOwners } from './033-told-owners.ts';
import { handOver } from './034-hand-over.ts';

/** Every step of the record's shape by its name, in the order they are made. A step that was released is never changed. */
export const migrations: Record<string, Migration> = {
  '001-grants': grants,
  '002-conversations': conversations,
  '003-tickets': tickets,
  '004-outbox': outbox,
  '005-eval-runs': evalRuns,
  '006-accounts': accounts,
  '007-calls': calls,
  '008-ratings': ratings,
  '010-data-platform': dataPlatform,
  '011-eval-upkeep': evalUpkeep,
  '013-reviews': reviews,
  '014-data-sets': dataSets,
  '015-settled-rows': settledRows,
  '016-more-subjects': moreSubjects,
  '017-ticket-life': ticketLife,
  '018-message-count': messageCount,
  '019-desk-rates': deskRates,
  '020-incidents': incidents,
  '022-saved-questions': savedQuestions,
  '023-access': access,
  '024-cards': cards,
  '025-kept-documents': keptDocuments,
  '026-live-calls': liveCalls,
  '028-photographs': photographs,
  '030-door-filings': doorFilings,
  '031-inbox-seen': inboxSeen,
  '032-owed-answers': owedAnswers,
  '033-told-owners': toldOwners,
  '034-hand-over': handOver,
};
