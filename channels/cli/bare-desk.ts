import { type Assistant, createLangChainChatModel, learnEngines } from '../../assistant/index.ts';
import type { Harness } from '../../evals/index.ts';
import { readConfig } from '../config.ts';
import { openDeskKnowledge } from '../desk-knowledge.ts';
import { bareAssistant, harnessOf } from '../evaluation/judged-assistant.ts';
import { say } from './print.ts';
import { projectRoot } from './project-root.ts';

/** What a command needs that neither files nor stores: no record is opened for it. */
export async function openBareDesk(): Promise<{ assistant: Assistant; harness: Harness }> {
  const config = readConfig(process.env, projectRoot());
  const knowledge = await openDeskKnowledge(config, say);
  const model = config.model && (await createLangChainChatModel(config.model));
  const assistant = bareAssistant({ knowledge, engines: learnEngines(knowledge, new Date()), model });
  return { assistant, harness: harnessOf(assistant, knowledge) };
}
