import type { Redis } from 'ioredis';
import {
  type AssistantNeeds,
  createAssistant,
  createConversationStore,
  createIncidentStore,
  createLangChainChatModel,
  createQueryDataSkill,
  type MessageRow,
  openLearntEngines,
} from '../assistant/index.ts';
import { createRunStore } from '../evals/index.ts';
import { createDocumentReader, type ReadFile } from '../knowledge/index.ts';
import { createAccessKeys } from './access/access-keys.ts';
import { openSwitches } from './access/switches.ts';
import { createAccountStore } from './accounts/account-store.ts';
import { createAccountUpkeep } from './accounts/account-upkeep.ts';
import { createAuditReader } from './accounts/audit-reader.ts';
import { createSavedViews } from './accounts/saved-views.ts';
import type { Config } from './config.ts';
import { createAnswering } from './conversations/answering.ts';
import { openDataPlatform } from './data-platform/open-data-platform.ts';
import { createFiguresDesk } from './data-questions/ask-figures.ts';
import { createSavedQuestionStore } from './data-questions/saved-question-store.ts';
import { type LoadedDemoData, loadDemoData } from './demo-data/load-demo-data.ts';
import { learntFileOf, lessonsFileOf, openDeskKnowledge } from './desk-knowledge.ts';
import { judgeInChat, openDeskTickets } from './desk-tickets.ts';
import { createDoors } from './doors/create-doors.ts';
import { createCaseHistory } from './evaluation/case-history.ts';
import { createDataSetStore } from './evaluation/data-set-store.ts';
import { createEvalRunner } from './evaluation/eval-runner.ts';
import { createGateState } from './evaluation/gate-state.ts';
import { bareAssistant, harnessOf } from './evaluation/judged-assistant.ts';
import { createLiveQuality } from './evaluation/live-quality.ts';
import { createReviewStore } from './evaluation/review-store.ts';
import { endStale } from './hand-over/end-chat.ts';
import { createHandOverDesk } from './hand-over/hand-over-desk.ts';
import { createHandOverStore } from './hand-over/hand-over-store.ts';
import { createOperatorDesk } from './hand-over/operator-desk.ts';
import { createPresence } from './hand-over/presence.ts';
import { createCallStore } from './hotline/call-store.ts';
import { createHotlineDesk } from './hotline/hotline-desk.ts';
import { createInboxStore } from './inbox/inbox-store.ts';
import { openJobs } from './jobs/open-jobs.ts';
import { openRedis } from './jobs/redis.ts';
import { nextTopUp, oweTopUp } from './jobs/top-up-demo-data.ts';
import { answerWithCurrent, perKnowledge } from './knowledge-upkeep/answer-with-current.ts';
import { openKnowledgeUpkeep } from './knowledge-upkeep/open-upkeep.ts';
import { createPhotographStore, messageOfPart } from './photographs/photograph-store.ts';
import { createRetention } from './retention/retention.ts';
import { readSecretKey } from './secret-key.ts';
import type { Services } from './services.ts';
import { type DeskRecord, openRecord } from './store/open-record.ts';
import { tablesOf } from './store/tables-of.ts';

export interface DeskOptions {
  notice: (text: string) => void;
  /** Whether this process does the jobs owed; a command that asks one question leaves them to the desk. */
  runJobs: boolean;
  /** Another clock than the machine's, for tests that live through weeks. */
  now?: () => Date;
  /** Another reader of files than the compiled one, for tests. */
  read?: ReadFile;
}

export interface Desk {
  services: Services;
  /** For fanning out chat over several processes; null without a Redis. */
  redis: Redis | null;
  /** Called with each reply that a job composed, because the process that took its message was gone. */
  onRecovered(listener: (row: MessageRow) => void): void;
  /** Fills or tops up the demo data, as large as they are already unless told; null where the settings want none. */
  fillDemoData(scale?: number): Promise<LoadedDemoData | null>;
  close(): Promise<void>;
}

export async function openDesk(config: Config, options: DeskOptions): Promise<Desk> {
  const record = await openRecord({ ...config.record, notice: options.notice });
  try {
    return await assembleDesk(config, record, options);
  } catch (error) {
    await record.close();
    throw error;
  }
}

/** Puts everything together on an open record, in the order in which the parts depend on each other; `close` goes back in reverse. */
export async function assembleDesk(
  config: Config,
  record: DeskRecord,
  { notice, runJobs, now = () => new Date(), read = createDocumentReader() }: DeskOptions,
): Promise<Desk> {
  const secretKey = await readSecretKey(config.record.dataFolder);
  const base = await openDeskKnowledge(config, notice);
  const dataPlatform = await openDataPlatform(config, record, notice);
  const { model: semanticModel } = dataPlatform;
  const model = config.model && (await createLangChainChatModel(config.model));

  // Learnt from the product as it comes: what is published here is heard by its names, and nothing is learnt anew for it.
  const engines = await openLearntEngines({
    knowledge: base,
    now: now(),
    file: learntFileOf(config),
    lessonsFile: lessonsFileOf(config),
    notice,
  });

  const upkeep = await openKnowledgeUpkeep({
    config,
    record,
    base,
    notice,
    now,
    follows: runJobs,
    assistantOver: (state) => bareAssistant({ knowledge: state, engines: engines.over(state, now()), model }),
  });
  const { handle: knowledge, current } = upkeep.followed;

  const tickets = openDeskTickets({ db: record.db, knowledge, secretKey, now });
  const { catalogue } = knowledge;
  const incidents = createIncidentStore({ db: tablesOf(record), catalogue, classifier: engines.complaints, secretKey });
  const queryData = createQueryDataSkill({
    model: semanticModel,
    engine: dataPlatform.engine,
    rollups: dataPlatform.rollups,
    chatModel: model,
  });
  const photographs = createPhotographStore(tablesOf(record));
  const spoken = perKnowledge(current, (state) => ({
    knowledge: state,
    engines: state === base ? engines : engines.over(state, now()),
    model,
    queryData,
  }));
  const filing: Pick<AssistantNeeds, 'fileTicket' | 'judgeTicket'> = {
    async fileTicket(draft, { messageId, conversationId, channel }) {
      const card = await tickets.file(draft, { sourceId: messageId, conversationId, channel, at: now() });
      // After a crash in between, the message is answered again: the same card, and its photographs then.
      await photographs.attach(card.number, { conversationId, messageId: messageOfPart(messageId) });
      return card;
    },
    judgeTicket: judgeInChat(tickets),
  };
  const assistant = answerWithCurrent(current, () => createAssistant({ ...spoken(), ...filing }));
  const conversations = createConversationStore(tablesOf(record));
  const answering = createAnswering({
    conversations,
    assistant,
    isWithPerson: createHandOverStore(tablesOf(record)).isWithPerson,
    now,
    onError: (error, messageId) => notice(`Message ${messageId} could not be answered: ${(error as Error).stack}`),
  });
  const accounts = createAccountStore(tablesOf(record), now);
  const accessKeys = createAccessKeys({
    db: tablesOf(record),
    now,
    deskKey: secretKey,
    environmentSecret: config.hotline.key,
  });
  const switches = await openSwitches({ db: tablesOf(record), now, listen: runJobs ? record.listen : null, notice });
  const reviews = createReviewStore(tablesOf(record), now);
  const hotline = createHotlineDesk({
    calls: createCallStore(tablesOf(record)),
    assistant,
    tickets,
    incidents,
    accounts,
    reviews,
    switches,
    now,
    listen: runJobs ? record.listen : null,
    onError: (error, callId) => notice(`Call ${callId} was not followed to the end: ${(error as Error).stack}`),
  });
  const doors = createDoors({ db: tablesOf(record), assistant: spoken, tickets, accounts, now });
  const runs = createRunStore(tablesOf(record));
  const dataSets = createDataSetStore(tablesOf(record));
  const evalRunner = createEvalRunner({
    dataSets,
    harness: harnessOf(bareAssistant({ knowledge: base, engines, model }), base),
    store: runs,
    onError: (error) => notice(`An eval run failed: ${(error as Error).message}`),
  });

  const recoveredListeners: ((row: MessageRow) => void)[] = [];
  const tell = (row: MessageRow | null) => {
    if (row) for (const listener of recoveredListeners) listener(row);
  };
  const chats = {
    store: createHandOverStore(tablesOf(record)),
    presence: createPresence(tablesOf(record), now),
    conversations,
    switches,
    tell,
    now,
  };
  const answerAndTell = async (messageId: string) => tell(await answering.answer(messageId));
  const hasDemo = config.demoData && dataPlatform.kind === 'desk';
  const fillDemo = (scale?: number) =>
    loadDemoData({
      connection: record.connectionOf('yuwen_app'),
      model: semanticModel,
      taxonomy: knowledge.catalogue.taxonomy,
      now: now(),
      scale,
    });
  if (runJobs && hasDemo) await oweTopUp(record.db, nextTopUp(now()));
  const queue = runJobs
    ? await openJobs(record, config, answerAndTell, {
        tickets,
        incidents,
        tell,
        endStaleChats: () => endStale(chats),
        notice,
        now,
        topUp: fillDemo,
        read,
        cards: () => current().parts.cards,
      })
    : null;

  const redis = runJobs && config.queue.redisUrl ? openRedis(config.queue.redisUrl, notice) : null;

  return {
    services: {
      config,
      knowledge,
      upkeep,
      assistant,
      conversations,
      answering,
      tickets,
      incidents,
      accounts,
      accountUpkeep: createAccountUpkeep(tablesOf(record), now),
      auditReader: createAuditReader(tablesOf(record)),
      retention: createRetention(record.db, now),
      accessKeys,
      switches,
      doors,
      photographs,
      savedViews: createSavedViews(tablesOf(record), now),
      inbox: createInboxStore(tablesOf(record), now),
      hotline,
      handOver: createHandOverDesk(chats),
      operatorDesk: createOperatorDesk({ ...chats, assistant }),
      runs,
      evalRunner,
      reviews,
      dataSets,
      caseHistory: createCaseHistory(tablesOf(record)),
      gateState: createGateState({ runs, suites: evalRunner.suites }),
      liveQuality: createLiveQuality(tablesOf(record), now),
      dataSource: dataPlatform,
      figures: createFiguresDesk({ answering, conversations, accounts, now }),
      savedQuestions: createSavedQuestionStore(tablesOf(record), now),
      isReady: () => answers(record),
      now,
    },
    redis,
    onRecovered: (listener) => void recoveredListeners.push(listener),
    async fillDemoData(scale) {
      if (!hasDemo) return null;
      const loaded = await fillDemo(scale);
      if (loaded.outcome === 'loaded')
        notice(`已装入演示数据平台：${loaded.rows} 行合成数据。Loaded the synthetic demo data platform.`);
      return loaded;
    },
    async close() {
      await evalRunner.close();
      await queue?.close();
      await answering.idle();
      await hotline.close();
      redis?.disconnect();
      await switches.close();
      await dataPlatform.close();
      await upkeep.followed.close();
      await base.close();
      await record.close();
    },
  };
}

async function answers({ db }: DeskRecord): Promise<boolean> {
  return db
    .selectFrom('account')
    .select('id')
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    );
}
