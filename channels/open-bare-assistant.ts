import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  type Assistant,
  cannedReplies,
  createAssistant,
  createLangChainChatModel,
  type LearntEngines,
  learnEngines,
  type Skill,
  type TicketCard,
  type TicketDraft,
  type Turn,
} from '../assistant/index.ts';
import { createHarness, type Harness } from '../evals/index.ts';
import { type Knowledge, openKnowledge } from '../knowledge/index.ts';
import { say } from './cli/desk-command.ts';
import { projectRoot } from './cli/project-root.ts';
import { type Config, readConfig } from './config.ts';

/** The assistant without a record: it understands and answers, and what it would file is only shown. For evals and `classify`. */
export async function openBareAssistant(): Promise<{ assistant: Assistant; harness: Harness; knowledge: Knowledge }> {
  const config = readConfig(process.env, projectRoot());
  const knowledge = await openDeskKnowledge(config, say);
  const assistant = bareAssistant(knowledge, learnEngines(knowledge, new Date()), config);
  return { assistant, knowledge, harness: harnessOf(assistant, knowledge) };
}

export function openDeskKnowledge(config: Config, notice: (text: string) => void): Promise<Knowledge> {
  const snapshotFile = path.join(config.record.dataFolder, 'knowledge.snapshot');
  return openKnowledge({ ...config.knowledge, snapshotFile, notice });
}

export function bareAssistant(
  knowledge: Knowledge,
  engines: LearntEngines,
  { model }: Pick<Config, 'model'>,
): Assistant {
  return createAssistant({
    knowledge,
    engines,
    model: model && createLangChainChatModel(model),
    fileTicket: async (draft, turn) => cardOfNothingFiled(draft, turn),
    queryData: dataForNobody,
  });
}

export function harnessOf(assistant: Assistant, knowledge: Knowledge): Harness {
  return createHarness({
    assistant,
    // A fixed working day, so that runs of different days see the same calendar.
    now: new Date('2026-11-23T10:00:00+08:00'),
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
  const owner = dispatch.lead ?? '热线派单台';
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
