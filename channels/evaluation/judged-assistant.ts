import { randomUUID } from 'node:crypto';
import {
  type Assistant,
  type AssistantNeeds,
  cannedReplies,
  createAssistant,
  type Skill,
  type TicketCard,
  type TicketDraft,
  type Turn,
  triageDesk,
} from '../../assistant/index.ts';
import { createHarness, type Harness } from '../../evals/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

/** The assistant without a record: it understands and answers, and what it would file is only shown. */
export function bareAssistant(parts: Pick<AssistantNeeds, 'knowledge' | 'engines' | 'model'>): Assistant {
  return createAssistant({
    ...parts,
    fileTicket: async (draft, turn) => cardOfNothingFiled(draft, turn),
    queryData: dataForNobody,
  });
}

/** A fixed working day, so that runs of different days see the same calendar and learn from the same cards. */
export const judgedAt = new Date('2026-11-23T10:00:00+08:00');

export function harnessOf(
  assistant: Assistant,
  knowledge: Knowledge,
  { indexDigest = null }: { indexDigest?: string | null } = {},
): Harness {
  return createHarness({
    assistant,
    now: judgedAt,
    indexDigest,
    engine: assistant.engine,
    knowledgeDigest: knowledge.digest,
    documentText: (docId) => knowledge.documents.find(docId)?.text ?? null,
  });
}

/** Nobody is logged in here, so there are no figures to give. */
const dataForNobody: Skill = {
  name: 'query-data',
  run: async ({ dialogue }) => ({ reply: cannedReplies.dataNeedsLogIn, dialogue }),
};

function cardOfNothingFiled({ category, purpose, urgency, place, dispatch }: TicketDraft, { at }: Turn): TicketCard {
  const moment = at.toISOString();
  const owner = dispatch.lead ?? triageDesk;
  const dates = { filedAt: moment, firstResponseDueAt: moment, dueAt: moment };
  return {
    number: `未登记-${randomUUID().slice(0, 8)}`,
    progressSecret: '',
    category,
    purpose,
    urgency,
    place,
    owner,
    ...dates,
  };
}
