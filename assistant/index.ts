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
export { DataAnswer } from './data-query/data-answer.ts';
export { DataQuery } from './data-query/data-query.ts';
export { DataQueryError } from './data-query/data-query-error.ts';
export type { ColumnType, DataEngine, OpenDataEngine, TableShape } from './data-query/engines/data-engine.ts';
export { type DuckDbEngine, type OpenDuckDbOptions, openDuckDb } from './data-query/engines/open-duckdb.ts';
export { createPostgresEngine } from './data-query/engines/postgres-engine.ts';
export { type DialogueState, emptyDialogue } from './dialogue-state.ts';
export { findPersonalData } from './language/personal-data/find-personal-data.ts';
export { maskPersonalData } from './language/personal-data/mask-personal-data.ts';
export {
  type PersonalDataSpan,
  type PersonalDataType,
  personalDataTypes,
} from './language/personal-data/personal-data-span.ts';
export { type ChatModel, ModelError } from './models/chat-model.ts';
export { createLangChainChatModel } from './models/langchain-chat-model.ts';
export { type Outcome, Reply, type SingleReply } from './reply.ts';
export type { Answer } from './reply-to.ts';
export type { Skill } from './skill.ts';
export { createQueryDataSkill } from './skills/query-data.ts';
export { type TextClassifier, trainTextClassifier } from './tickets/classify-text.ts';
export { triageDesk } from './tickets/file-ticket.ts';
export type { TicketEventRow, TicketRow, TicketScope } from './tickets/find-tickets.ts';
export { TicketCard, TicketDraft, type TicketStatus, ticketStatuses } from './tickets/ticket.ts';
export { TicketError, type TicketErrorCode } from './tickets/ticket-error.ts';
export { type Mover, movesFrom, type TicketMove, ticketMoves } from './tickets/ticket-moves.ts';
export { createTicketStore, type TicketStore } from './tickets/ticket-store.ts';
export type { TicketTables } from './tickets/ticket-tables.ts';
export { stateCouncilCalendar } from './tickets/work-calendar.ts';
export type { Trace } from './trace.ts';
export type { Cadre, Turn } from './turn.ts';
