import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Citation, cannedReplies, TicketCard, type TicketDraft } from '../../assistant/index.ts';
import type { DoorAnswer } from '../doors/answer-for-door.ts';
import { type CitedText, citeInText } from '../doors/cite-in-text.ts';
import { modelName } from './chat-request.ts';

const Annotation = z.object({
  type: z.literal('url_citation'),
  url_citation: z.object({ start_index: z.int(), end_index: z.int(), title: z.string(), url: z.string() }),
});

/** What OpenAI's shape has no place for. */
export const YuwenPart = z.object({
  /** How the turn ended: `answered`, `clarifying`, `ticket`, `emergency`, … as in the chat. */
  outcome: z.string(),
  citations: z.array(Citation.extend({ number: z.int(), url: z.string() })),
  /** Things to say next, for buttons. */
  options: z.array(z.object({ label: z.string(), send: z.string() })),
  matter: z.object({ id: z.string(), version: z.string(), title: z.string() }).nullable(),
  tickets: z.array(TicketCard),
  /** A complaint that was understood and not filed, and why. */
  unfiled: z
    .object({
      code: z.string(),
      drafts: z.array(z.object({ category: z.string(), place: z.string().nullable(), unit: z.string().nullable() })),
    })
    .nullable(),
  /** To be shown with every copy of the answer. */
  notice: z.string(),
});
export type YuwenPart = z.infer<typeof YuwenPart>;

const Usage = z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), total_tokens: z.int() });

const head = { id: z.string(), created: z.int(), model: z.string(), system_fingerprint: z.string() };

export const ChatCompletion = z.object({
  ...head,
  object: z.literal('chat.completion'),
  choices: z.array(
    z.object({
      index: z.int(),
      message: z.object({
        role: z.literal('assistant'),
        content: z.string(),
        refusal: z.null(),
        annotations: z.array(Annotation),
      }),
      logprobs: z.null(),
      finish_reason: z.literal('stop'),
    }),
  ),
  usage: Usage,
  yuwen: YuwenPart,
});
export type ChatCompletion = z.infer<typeof ChatCompletion>;

/** All that is said of one question, before it takes the shape of a completion or of a stream. */
export interface ChatAnswer {
  head: { id: string; created: number; model: string; system_fingerprint: string };
  content: string;
  annotations: z.infer<typeof Annotation>[];
  usage: z.infer<typeof Usage>;
  yuwen: YuwenPart;
}

interface Parts {
  asked: readonly string[];
  at: Date;
  knowledgeDigest: string;
  urlOf: Parameters<typeof citeInText>[1];
}

export function toChatAnswer(answer: DoorAnswer, { asked, at, knowledgeDigest, urlOf }: Parts): ChatAnswer {
  const cited = citeInText(answer.replies, urlOf);
  const [prompt_tokens, completion_tokens] = [lengthOf(asked.join('')), lengthOf(cited.text)];
  return {
    head: headOf(at, knowledgeDigest),
    content: cited.text,
    annotations: annotationsOf(cited),
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
    yuwen: yuwenPart(answer, cited),
  };
}

export function headOf(at: Date, knowledgeDigest: string): ChatAnswer['head'] {
  const id = `chatcmpl-${randomBytes(12).toString('base64url')}`;
  const created = Math.floor(at.getTime() / 1000);
  return { id, created, model: modelName, system_fingerprint: `yuwen-${knowledgeDigest.slice(0, 12)}` };
}

export function toCompletion({ head, content, annotations, usage, yuwen }: ChatAnswer): ChatCompletion {
  const message = { role: 'assistant', content, refusal: null, annotations } as const;
  const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' as const }];
  return { ...head, object: 'chat.completion', choices, usage, yuwen };
}

/** There are no tokens here: usage counts characters, so that a client's sums stay proportional to what was said. */
const lengthOf = (text: string) => [...text].length;

function annotationsOf({ citations, marks }: CitedText): ChatAnswer['annotations'] {
  const byNumber = new Map(citations.map((citation) => [citation.number, citation]));
  return marks.flatMap(({ number, start, end }) => {
    const citation = byNumber.get(number);
    if (!citation) return [];
    const { title, url } = citation;
    return [{ type: 'url_citation' as const, url_citation: { start_index: start, end_index: end, title, url } }];
  });
}

const notice = '由渝问自动应答程序生成，以所列来源和办事窗口为准；需要人工请拨打 12345。';

function yuwenPart({ replies, outcome, unfiled }: DoorAnswer, { citations }: CitedText): YuwenPart {
  return {
    outcome,
    citations,
    options: replies.flatMap((reply) => ('options' in reply ? (reply.options ?? []) : [])),
    matter: replies.flatMap((reply) => ('matter' in reply && reply.matter ? [reply.matter] : []))[0] ?? null,
    tickets: replies.flatMap((reply) => (reply.outcome === 'ticket' ? [reply.ticket] : [])),
    unfiled: unfiled && { code: unfiled.because, drafts: unfiled.drafts.map(toDraft) },
    notice,
  };
}

const toDraft = ({ category, place, dispatch }: TicketDraft) => ({
  category: category.name,
  place: [place.district, place.street, place.detail].filter(Boolean).join('') || null,
  unit: dispatch.lead,
});

/** What is said where something broke in the middle of a stream. */
export const brokenOff = cannedReplies.failed.text;
