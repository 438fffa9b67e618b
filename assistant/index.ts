export { cannedReplies } from './canned-replies.ts';
export { Citation } from './citation.ts';
export { type ConversationStore, createConversationStore, type MessageRow } from './conversation-store.ts';
export type { ConversationTables } from './conversation-tables.ts';
export {
  type Assistant,
  type AssistantNeeds,
  createAssistant,
  type LearntEngines,
  learnEngines,
} from './create-assistant.ts';
export { answerPlan } from './data-query/answer-plan.ts';
export { DataAnswer } from './data-query/data-answer.ts';
export { DataQuery } from './data-query/data-query.ts';
export { DataQueryError } from './data-query/data-query-error.ts';
export { checkModel, type ModelProblem } from './data-query/draft/check-model.ts';
export { draftModel } from './data-query/draft/draft-model.ts';
export { postgresShapes } from './data-query/draft/postgres-shapes.ts';
export type { ColumnType, DataEngine, OpenDataEngine, TableShape } from './data-query/engines/data-engine.ts';
export { type DuckDbEngine, type OpenDuckDbOptions, openDuckDb } from './data-query/engines/open-duckdb.ts';
export { createPostgresEngine } from './data-query/engines/postgres-engine.ts';
export { type DataContext, type ParsedDataQuestion, parseDataQuestion } from './data-query/parse-data-question.ts';
export { Chip, PlanChange } from './data-query/plan-change.ts';
export { renewPlan } from './data-query/renew-plan.ts';
export type { RollupState } from './data-query/rollups/pick-rollup.ts';
export { type RollupShape, shapeOfRollup } from './data-query/rollups/rollup-shape.ts';
export { createRollupStates, type RollupStates } from './data-query/rollups/rollup-states.ts';
export { createRollup, definitionOf, deriveRollup, isFiner, refreshRollup } from './data-query/rollups/write-rollup.ts';
export { type DataSource, type RunDataQuery, runDataQuery } from './data-query/run-data-query.ts';
export { type DialogueState, emptyDialogue } from './dialogue-state.ts';
export { findPersonalData } from './language/personal-data/find-personal-data.ts';
export { maskPersonalData } from './language/personal-data/mask-personal-data.ts';
export {
  type PersonalDataSpan,
  type PersonalDataType,
  personalDataTypes,
} from './language/personal-data/personal-data-span.ts';
export { hearCallback } from './language/speech/hear-callback.ts';
export { hearEcho } from './language/speech/hear-echo.ts';
export { type HeardSpeech, hearSpeech } from './language/speech/hear-speech.ts';
export { openLearntEngines } from './learnt/open-learnt-engines.ts';
export type { MatterCandidate } from './matters/pick-matter.ts';
export { type ChatModel, ModelError } from './models/chat-model.ts';
export { createLangChainChatModel } from './models/langchain-chat-model.ts';
export { type Outcome, Reply, type SingleReply } from './reply.ts';
export type { Answer } from './reply-to.ts';
export type { Skill } from './skill.ts';
export type { JudgeTicket } from './skills/judge-ticket.ts';
export { createQueryDataSkill } from './skills/query-data.ts';
export { askedItems, toldItems } from './tickets/asked-items.ts';
export { createComplaintClassifier } from './tickets/category.ts';
export { CategoryLesson, readTakenLessons, writeTakenLessons } from './tickets/category-lessons.ts';
export { type TextClassifier, trainTextClassifier } from './tickets/classify-text.ts';
export { triageDesk } from './tickets/clock/escalations.ts';
export { type ClockLine, explainClock } from './tickets/clock/explain-clock.ts';
export { wordOfEvent } from './tickets/closure/word-of-event.ts';
export {
  type Collection,
  comparedPairs,
  createCollection,
  groupsOf,
  sameCase,
} from './tickets/duplicates/collection.ts';
export {
  createIncidentStore,
  type IncidentStore,
  type SimilarTicket,
  type SimilarToWords,
} from './tickets/duplicates/incident-store.ts';
export type { IncidentTables } from './tickets/duplicates/incident-tables.ts';
export type { Incident, IncidentMember } from './tickets/duplicates/list-incidents.ts';
export { type LearningOptions, learnPairModel, type PairModel } from './tickets/duplicates/pair-model.ts';
export type { Escalation } from './tickets/escalate-tickets.ts';
export type { TicketEventRow, TicketFilter, TicketRow, TicketScope } from './tickets/find-tickets.ts';
export type { TicketState } from './tickets/fold-ticket.ts';
export { createUnitDirectory } from './tickets/known-units.ts';
export { pauseCodes, pauseReasons, returnCodes, returnReasons } from './tickets/move-codes.ts';
export type { MoveOrder, UnitDirectory } from './tickets/move-order.ts';
export { rateDefinitions, type ThreeRates } from './tickets/rates/three-rates.ts';
export {
  satisfactions,
  TicketCard,
  TicketDraft,
  TicketItem,
  type TicketStatus,
  ticketStatuses,
  type Verdict,
  verdicts,
} from './tickets/ticket.ts';
export { TicketError, type TicketErrorCode } from './tickets/ticket-error.ts';
export { type EventKind, ReplyFinding, readTicketEvent, type TicketEvent } from './tickets/ticket-event.ts';
export {
  canMove,
  type MoveNeed,
  type Mover,
  moveNeeds,
  movesFrom,
  type TicketMove,
  ticketMoves,
} from './tickets/ticket-moves.ts';
export { createTicketStore, type TicketStore } from './tickets/ticket-store.ts';
export type { TicketTables } from './tickets/ticket-tables.ts';
export { stateCouncilCalendar } from './tickets/work-calendar.ts';
export type { Trace } from './trace.ts';
export type { Cadre, Turn } from './turn.ts';
