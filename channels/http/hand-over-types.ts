import { z } from 'zod';
import { Citation, Reply } from '../../assistant/index.ts';

const moment = z.iso.datetime();
/** What opens a conversation: its id and the secret that its page keeps. */
const opening = { conversationId: z.string().max(64), secret: z.string().max(128) };

export const HandOverBody = z.strictObject(opening);
/** Without a conversation one learns only whether somebody is on duty. */
export const HandOverLookBody = z.strictObject({
  conversationId: opening.conversationId.optional(),
  secret: opening.secret.optional(),
});

/**
 * How it stands with a person in this conversation.
 *
 * - `off`: the city has switched it off
 * - `nobody`: nobody is on duty; nothing waits, and asking changes nothing
 * - `none`: somebody is on duty, nobody was asked for
 * - `waiting`: in the queue, with `ahead` before
 * - `joined`: `operator` has the conversation
 */
export const HandOverShown = z.object({
  state: z.enum(['off', 'nobody', 'none', 'waiting', 'joined']),
  /** On duty now, whoever they are busy with. */
  operatorsPresent: z.int(),
  ahead: z.int().nullable(),
  /** Since when it waits, or is with the operator. */
  since: moment.nullable(),
  operator: z.string().nullable(),
  /** Whether the operator's console was heard of within the last half minute. */
  operatorPresent: z.boolean(),
  /** Number of the conversation's last message in the record: a page that has less asks for the rest. */
  lastSequence: z.int(),
});
export type HandOverShown = z.infer<typeof HandOverShown>;

export const chatId = z.string().regex(/^[\w-]{1,64}$/u);

export const ChatSummary = z.object({
  id: chatId,
  askedAt: moment,
  /** By the desk's clock, so that no reader's clock is asked. */
  waitedSeconds: z.int(),
  /** Display name; null while it waits. */
  takenBy: z.string().nullable(),
  isMine: z.boolean(),
  /** The citizen's last words; null when nothing was said yet. */
  lastWords: z.string().nullable(),
  /** The last word is the citizen's, and nobody has answered it. */
  isUnanswered: z.boolean(),
  /** Whether the citizen's page was heard of within the last half minute. */
  citizenPresent: z.boolean(),
  endedAt: moment.nullable(),
});
export type ChatSummary = z.infer<typeof ChatSummary>;

export const ChatList = z.object({
  /** Whether this account takes chats. */
  receives: z.boolean(),
  operatorsPresent: z.int(),
  /** The longest waiting first. */
  waiting: z.array(ChatSummary),
  taken: z.array(ChatSummary),
});
export type ChatList = z.infer<typeof ChatList>;

export const ChatMessage = z.object({
  id: z.string(),
  sequence: z.int(),
  role: z.enum(['citizen', 'desk']),
  text: z.string(),
  reply: Reply.nullable(),
  at: moment,
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export const ChatDetail = ChatSummary.extend({ messages: z.array(ChatMessage) });
export type ChatDetail = z.infer<typeof ChatDetail>;

export const ReceivingBody = z.strictObject({ receives: z.boolean() });
export const SayBody = z.strictObject({
  /** Chosen by the page, unique within the chat; sending it again changes nothing. */
  clientMessageId: z.string().regex(/^[\w-]{1,64}$/u),
  text: z.string().max(20_000),
});
export type SayBody = z.infer<typeof SayBody>;

/** What the assistant would answer to the citizen's last message; `text` is null where it has nothing to offer. */
export const ChatSuggestion = z.object({ text: z.string().nullable(), sources: z.array(Citation) });
export type ChatSuggestion = z.infer<typeof ChatSuggestion>;
