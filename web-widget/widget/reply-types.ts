import type { StoredMessage } from '../../channels/socket/protocol.ts';

/** The parts of a reply by name, taken from the protocol so that they cannot drift from it. */
export type Reply = NonNullable<StoredMessage['reply']>;
export type SingleReply = Exclude<Reply, { outcome: 'several' }>;
export type AnswerReply = Extract<Reply, { outcome: 'answered' | 'partial' }>;
export type Sentence = AnswerReply['sentences'][number];
export type Citation = AnswerReply['citations'][number];
export type Option = NonNullable<AnswerReply['options']>[number];
export type DataReply = Extract<Reply, { outcome: 'data' }>;
export type TicketCard = Extract<Reply, { outcome: 'ticket' }>['ticket'];
