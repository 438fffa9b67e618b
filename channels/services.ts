import type { Assistant, ConversationStore, DataSource, IncidentStore, TicketStore } from '../assistant/index.ts';
import type { RunStore } from '../evals/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { AccessKeys } from './access/access-keys.ts';
import type { Switches } from './access/switches.ts';
import type { AccountStore } from './accounts/account-store.ts';
import type { AccountUpkeep } from './accounts/account-upkeep.ts';
import type { AuditReader } from './accounts/audit-reader.ts';
import type { SavedViews } from './accounts/saved-views.ts';
import type { Config } from './config.ts';
import type { Answering } from './conversations/answering.ts';
import type { FiguresDesk } from './data-questions/ask-figures.ts';
import type { SavedQuestionStore } from './data-questions/saved-question-store.ts';
import type { Doors } from './doors/create-doors.ts';
import type { CaseHistory } from './evaluation/case-history.ts';
import type { DataSetStore } from './evaluation/data-set-store.ts';
import type { EvalRunner } from './evaluation/eval-runner.ts';
import type { GateState } from './evaluation/gate-state.ts';
import type { LiveQuality } from './evaluation/live-quality.ts';
import type { ReviewStore } from './evaluation/review-store.ts';
import type { HandOverDesk } from './hand-over/hand-over-desk.ts';
import type { OperatorDesk } from './hand-over/operator-desk.ts';
import type { HotlineDesk } from './hotline/hotline-desk.ts';
import type { InboxStore } from './inbox/inbox-store.ts';
import type { KnowledgeUpkeep } from './knowledge-upkeep/open-upkeep.ts';
import type { PhotographStore } from './photographs/photograph-store.ts';
import type { Retention } from './retention/retention.ts';

/** What every way in and out works with; put together in `open-desk.ts`. */
export interface Services {
  config: Config;
  /** What is answered from now; it follows what is published. */
  knowledge: Knowledge;
  upkeep: KnowledgeUpkeep;
  assistant: Assistant;
  conversations: ConversationStore;
  answering: Answering;
  tickets: TicketStore;
  incidents: IncidentStore;
  accounts: AccountStore;
  accountUpkeep: AccountUpkeep;
  auditReader: AuditReader;
  /** How long things are kept. */
  retention: Retention;
  /** What other systems come in with. */
  accessKeys: AccessKeys;
  /** What the ways in for other systems share. */
  doors: Doors;
  /** Which surfaces are on. */
  switches: Switches;
  savedViews: SavedViews;
  inbox: InboxStore;
  photographs: PhotographStore;
  hotline: HotlineDesk;
  /** A person in the chat: the citizen's side, and the operator's. */
  handOver: HandOverDesk;
  operatorDesk: OperatorDesk;
  runs: RunStore;
  evalRunner: EvalRunner;
  reviews: ReviewStore;
  dataSets: DataSetStore;
  caseHistory: CaseHistory;
  gateState: GateState;
  liveQuality: LiveQuality;
  /** What data questions are put to. */
  dataSource: DataSource;
  figures: FiguresDesk;
  savedQuestions: SavedQuestionStore;
  /** Whether the record answers; what `/readyz` asks. */
  isReady: () => Promise<boolean>;
  now: () => Date;
}
