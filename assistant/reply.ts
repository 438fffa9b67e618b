import { z } from 'zod';
import { Citation } from './citation.ts';
import { DataAnswer } from './data-query/data-answer.ts';
import { TicketCard } from './tickets/ticket.ts';

/** One sentence or list item of an answer with what supports it: indexes into the reply's `citations`. */
export const Sentence = z.object({
  text: z.string(),
  citations: z.array(z.int().nonnegative()),
  /** The heading it is shown under, 「申请材料」; sentences of one section stand together. */
  section: z.string().optional(),
});
export type Sentence = z.infer<typeof Sentence>;

/** A tappable choice: tapping sends `send` as the citizen's next message. */
export const Option = z.object({ label: z.string(), send: z.string() });
export type Option = z.infer<typeof Option>;

const MatterRef = z.object({ id: z.string(), version: z.string(), title: z.string() });

const answer = {
  text: z.string(),
  sentences: z.array(Sentence),
  citations: z.array(Citation),
  /** Absent when the answer comes from documents that are no cards. */
  matter: MatterRef.optional(),
  options: z.array(Option).optional(),
};

/**
 * How a turn ends. Expected endings are values: each member has just its own fields, and every reader is asked about
 * every case by the compiler.
 */
const SingleReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('answered'), ...answer }),
  /** Answers what it can and names what is missing. */
  z.object({ outcome: z.literal('partial'), ...answer, missing: z.array(z.string()) }),
  /** Asked only when the answer depends on it. */
  z.object({
    outcome: z.literal('clarifying'),
    text: z.string(),
    options: z.array(Option),
    matter: MatterRef.optional(),
  }),
  z.object({ outcome: z.literal('ticket'), text: z.string(), ticket: TicketCard }),
  z.object({ outcome: z.literal('data'), text: z.string(), data: DataAnswer }),
  z.object({ outcome: z.literal('emergency'), text: z.string(), numbers: z.array(z.string()) }),
  z.object({ outcome: z.literal('not_in_scope'), text: z.string(), options: z.array(Option).optional() }),
  z.object({ outcome: z.literal('nothing_found'), text: z.string(), options: z.array(Option).optional() }),
  z.object({
    outcome: z.literal('refused'),
    text: z.string(),
    by: z.enum(['injection', 'abuse', 'unsafe', 'no_right']),
  }),
  z.object({ outcome: z.literal('handed_over'), text: z.string() }),
  /** A person has the conversation: the message was put before them and the assistant keeps silent. */
  z.object({ outcome: z.literal('with_person'), text: z.string() }),
  /** Not the assistant's: a person came, said something, or left; `by` is their name, null where nobody came. */
  z.object({
    outcome: z.literal('person'),
    event: z.enum(['joined', 'said', 'left']),
    by: z.string().nullable(),
    text: z.string(),
  }),
  /** Chit-chat and thanks: a kind word, nothing claimed. */
  z.object({ outcome: z.literal('greeted'), text: z.string(), options: z.array(Option).optional() }),
  z.object({ outcome: z.literal('failed'), text: z.string(), code: z.string() }),
]);
export type SingleReply = z.infer<typeof SingleReply>;

/** Several requests in one message are each served, in the order they were made. */
const SeveralReplies = z.object({ outcome: z.literal('several'), text: z.string(), replies: z.array(SingleReply) });

export const Reply = z.union([SingleReply, SeveralReplies]);
export type Reply = z.infer<typeof Reply>;
export type Outcome = Reply['outcome'];
