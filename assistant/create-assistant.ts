import { chongqingDay, type Knowledge } from '../knowledge/index.ts';
import { asksUndo } from './data-query/word-question.ts';
import { createNameMender, type MendNames } from './language/mend-names.ts';
import { normalise } from './language/normalise.ts';
import { maskPersonalData } from './language/personal-data/mask-personal-data.ts';
import { type Memory, noMemory } from './learnt/memory.ts';
import { type MatterCandidate, pickMatter } from './matters/pick-matter.ts';
import type { ChatModel } from './models/chat-model.ts';
import type { SingleReply } from './reply.ts';
import { type Answer, replyTo, type Steps } from './reply-to.ts';
import type { AskedTurn, Skill } from './skill.ts';
import { createAnswerMatterSkill } from './skills/answer-matter.ts';
import { documentsBefore } from './skills/answer-passages.ts';
import { createFileComplaintSkill } from './skills/file-complaint.ts';
import { understandWithModel } from './skills/file-complaint-prompt.ts';
import { handOverSkill } from './skills/hand-over.ts';
import { createJudgeTicketSkill, type JudgeTicket } from './skills/judge-ticket.ts';
import { outOfScopeSkill } from './skills/out-of-scope.ts';
import { smallTalkSkill } from './skills/small-talk.ts';
import { checkReply } from './steps/check-reply.ts';
import { type DangerClassifier, trainDangerClassifier } from './steps/danger-classifier.ts';
import { guardEmergency } from './steps/guard-emergency.ts';
import { hearDanger, perhapsDanger } from './steps/hear-danger.ts';
import { pickSkill, type RequestKind, type Route, type RouterNeeds } from './steps/pick-skill.ts';
import { refuseUnsafe } from './steps/refuse-unsafe.ts';
import { trainRequestClassifier } from './steps/request-classifier.ts';
import { splitRequests } from './steps/split-requests.ts';
import { soundsUnsafe, soundsUnsafeAs, trainUnsafeClassifier } from './steps/unsafe-classifier.ts';
import { type ComplaintClassifier, createComplaintClassifier } from './tickets/category.ts';
import type { CategoryLesson } from './tickets/category-lessons.ts';
import type { TextClassifier } from './tickets/classify-text.ts';
import { readJudgement } from './tickets/closure/read-judgement.ts';
import type { TicketCard, TicketDraft } from './tickets/ticket.ts';
import { understandComplaint } from './tickets/understand-complaint.ts';
import type { Turn } from './turn.ts';

/** What the built-in engines learn from the corpus: seconds of work, shared by every assistant on it. */
export interface LearntEngines {
  complaints: ComplaintClassifier;
  requests: TextClassifier;
  dangers: DangerClassifier;
  mendNames: MendNames;
  unsafe: TextClassifier;
  /**
   * The same engines over other cards. What was learnt from examples stays as it is, which makes this a matter of
   * milliseconds; names, wordings and everything else that is read off the cards themselves follow.
   */
  over(knowledge: Knowledge, now: Date): LearntEngines;
}

/** What `memory` holds of an engine is not learnt again; `lessons` are complaints that teach categories beside the built-in ones. */
export function learnEngines(
  knowledge: Knowledge,
  now: Date,
  memory: Memory = noMemory,
  lessons: readonly CategoryLesson[] = [],
): LearntEngines {
  const { catalogue } = knowledge;
  const examples = [...catalogue.examples, ...lessons];
  const requests = trainRequestClassifier(knowledge, chongqingDay(now), memory);
  const learnt = {
    complaints: createComplaintClassifier({ ...catalogue, examples }, memory),
    dangers: trainDangerClassifier(knowledge, memory),
    unsafe: trainUnsafeClassifier(knowledge, chongqingDay(now), memory),
  };
  const over = (cards: Knowledge, at: Date): LearntEngines => ({
    ...learnt,
    requests: requests.over(cards, chongqingDay(at)),
    mendNames: createNameMender(cards, chongqingDay(at)),
    over,
  });
  return over(knowledge, now);
}

export interface AssistantNeeds {
  knowledge: Knowledge;
  engines: LearntEngines;
  /** Null leaves everything to the built-in engines. */
  model: ChatModel | null;
  /** Files a ticket for a message and gives its card after the commit. */
  fileTicket: (draft: TicketDraft, turn: Turn) => Promise<TicketCard>;
  /** Writes down what a reporter says of a ticket in the chat; without it such a message is like any other. */
  judgeTicket?: JudgeTicket;
  queryData: Skill;
}

export interface Assistant {
  /** `built-in`, or the name of the chat model. */
  engine: string;
  reply(turn: Turn, onDelta?: (text: string) => void): Promise<Answer>;
  /** A data question, straight to its skill. */
  queryData(turn: Turn): Promise<Answer>;
  /** A question on a matter, straight to its skill. */
  answerMatter(turn: Turn): Promise<{ reply: SingleReply }>;
  emergencyIn(text: string): SingleReply | null;
  /**
   * What a text would become as a ticket; nothing is filed. Of the category that somebody else decided where one did, at the
   * place that `where` names rather than at those that the text speaks of.
   */
  classify(text: string, at: Date, category?: string, where?: string): TicketDraft;
  /** The matters that a question may be about, the likeliest first. */
  findMatters(question: string, at: Date): Promise<MatterCandidate[]>;
  /** What one utterance of a call asks for, with the answer where a matter's card has one; nothing is filed. */
  hear(turn: Turn): Promise<{ route: Route; answer: { reply: SingleReply; dialogue: Turn['dialogue'] } | null }>;
}

/** Puts the steps and skills together. */
export function createAssistant({
  knowledge,
  engines,
  model,
  fileTicket,
  judgeTicket,
  queryData,
}: AssistantNeeds): Assistant {
  const { catalogue } = knowledge;
  const { complaints: classifier, requests } = engines;
  const router: RouterNeeds = {
    knowledge,
    requests,
    categoriesOf: (text) => classifier.classify(text).alternatives,
  };
  const understand = (content: string, at: Date, category?: string, where?: string) =>
    understandComplaint(content, { catalogue, classifier, at, category, where });
  const fileComplaint = createFileComplaintSkill({
    understand: (content, turn) => {
      const ofCategory = (category?: string) => understand(content, turn.at, category);
      return understandWithModel(ofCategory(), turn, ofCategory, model);
    },
    file: fileTicket,
  });
  const skills: Record<RequestKind, Skill> = {
    matter: createAnswerMatterSkill({ knowledge, model }),
    complaint: fileComplaint,
    data: queryData,
    chitchat: smallTalkSkill,
    out_of_scope: documentsBefore(outOfScopeSkill, { knowledge, model }),
    hand_over: handOverSkill,
  };
  const judge = judgeTicket && createJudgeTicketSkill(judgeTicket);
  const normalised = (text: string) => engines.mendNames(normalise(maskPersonalData(text), catalogue.lexicon).text);
  const routeOf = (asked: string, { at }: Turn, dialogue: Turn['dialogue']) =>
    pickSkill(asked, dialogue, router, chongqingDay(at));
  const inDanger = (text: string) =>
    guardEmergency(text, catalogue.emergencies) ?? hearDanger(text, engines.dangers, catalogue.emergencies);
  const steps: Steps = {
    guardEmergency: inDanger,
    // The desk's own taps are not weighed: of a judgement nothing is read but a number and verdicts.
    refuseUnsafe: (text) =>
      judge && readJudgement(text) ? null : (refuseUnsafe(text) ?? soundsUnsafe(text, engines.unsafe)),
    split: splitRequests,
    normalise: normalised,
    pickSkill: async (asked, turn, dialogue) => {
      if (judge && readJudgement(turn.text)) return { route: judgementRoute, skill: judge };
      const route = await routeOf(asked, turn, dialogue);
      const refusal = soundsUnsafeAs(route, turn.text, engines.unsafe);
      return { route, skill: refusal ? refusing(refusal) : skills[route.kind] };
    },
    checkReply,
    perhapsDanger: (text) => perhapsDanger(text, engines.dangers),
  };
  const asAsked = (turn: Turn): AskedTurn => ({ ...turn, asked: normalised(turn.text) });

  return {
    engine: model?.name ?? 'built-in',
    reply: (turn, onDelta) => replyTo(turn, steps, onDelta),
    queryData: (turn) =>
      replyTo(turn, {
        ...steps,
        ...(turn.planChange || turn.dataPlan || asksUndo(turn.text) ? nothingSaid : {}),
        split: (text) => [text],
        pickSkill: async () => ({ route: dataRoute, skill: queryData }),
      }),
    async answerMatter(turn) {
      const { reply } = await skills.matter.run(asAsked(turn));
      return { reply: checkReply(reply) };
    },
    emergencyIn: inDanger,
    classify: (text, at, category, where) => understand(text, at, category, where),
    async findMatters(question, at) {
      return (await pickMatter(normalised(question), knowledge, chongqingDay(at))).candidates;
    },
    async hear(turn) {
      const heard = asAsked(turn);
      const route = await routeOf(heard.asked, turn, turn.dialogue);
      if (route.kind !== 'matter') return { route, answer: null };
      const { reply, dialogue } = await skills.matter.run(heard);
      return { route, answer: { reply: checkReply(reply), dialogue } };
    },
  };
}

/** Nothing was asked for; the skill's name says what it was. */
const judgementRoute = { kind: 'chitchat', label: null, confidence: 1, alternatives: [] } satisfies Awaited<
  ReturnType<typeof pickSkill>
>;

const refusing = (reply: SingleReply): Skill => ({
  name: 'out-of-scope',
  run: async ({ dialogue }) => ({ reply, dialogue }),
});

/**
 * A typed plan comes with a label of ours, in which 「火灾」 is the name of a category and no cry for help; 「撤销」 takes
 * back the last figures, not somebody's ticket.
 */
const nothingSaid = { guardEmergency: () => null, refuseUnsafe: () => null, perhapsDanger: () => null };

const dataRoute = { kind: 'data', label: null, confidence: 1, alternatives: [] } satisfies Awaited<
  ReturnType<typeof pickSkill>
>;
