import type { ConversationTables, IncidentTables, TicketTables } from '../../assistant/index.ts';
import type { RunTables } from '../../evals/index.ts';
import type { AccessTables } from '../access/access-tables.ts';
import type { AccountTables } from '../accounts/account-tables.ts';
import type { SavedViewTables } from '../accounts/saved-views.ts';
import type { SavedQuestionTables } from '../data-questions/saved-question-tables.ts';
import type { DoorTables } from '../doors/door-tables.ts';
import type { ReviewTables } from '../evaluation/review-tables.ts';
import type { HandOverTables } from '../hand-over/hand-over-tables.ts';
import type { CallTables } from '../hotline/call-tables.ts';
import type { InboxTables } from '../inbox/inbox-store.ts';
import type { OutboxTables } from '../jobs/outbox-tables.ts';
import type { UpkeepTables } from '../knowledge-upkeep/upkeep-tables.ts';
import type { PhotographTables } from '../photographs/photograph-tables.ts';

/** The record's tables, put together from what each feature says of its own. All stand in the schema `yuwen`. */
export type Database = ConversationTables &
  TicketTables &
  IncidentTables &
  RunTables &
  AccountTables &
  AccessTables &
  SavedViewTables &
  SavedQuestionTables &
  CallTables &
  DoorTables &
  HandOverTables &
  InboxTables &
  OutboxTables &
  PhotographTables &
  ReviewTables &
  UpkeepTables;
