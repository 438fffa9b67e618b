import { chongqingDay, type Knowledge } from '../../knowledge/index.ts';
import { cannedReplies } from '../canned-replies.ts';
import type { DialogueState } from '../dialogue-state.ts';
import { itemsOf } from '../matters/answer-lines.ts';
import { type ComposedAnswer, composeAnswer } from '../matters/compose-answer.ts';
import { openQuestions } from '../matters/pick-branches.ts';
import { type ResolvedMatter, resolveMatter } from '../matters/resolve-matter.ts';
import type { ChatModel } from '../models/chat-model.ts';
import type { SingleReply } from '../reply.ts';
import type { AskedTurn, Skill, SkillResult } from '../skill.ts';
import { toText } from '../steps/check-reply.ts';
import type { Trace } from '../trace.ts';
import { rewriteWithModel } from './answer-matter-prompt.ts';
import { answerFromDocuments } from './answer-passages.ts';

/** A citizen is asked about the situation at most so often in a matter; then every branch is told. */
const mostTimesAsked = 2;

/** Answers questions on one-matters from the cards; a chat model, when there is one, puts the same facts in better words. */
export function createAnswerMatterSkill({
  knowledge,
  model,
}: {
  knowledge: Knowledge;
  model: ChatModel | null;
}): Skill {
  return {
    name: 'answer-matter',
    async run(turn, onDelta) {
      const on = chongqingDay(turn.at);
      const resolved = await resolveMatter(turn.asked, turn.dialogue, knowledge, on);
      const trace = { passages: resolved.passages };
      if (resolved.found !== 'several') {
        const coveredByCard = resolved.found === 'one' ? resolved.covered : 0;
        const told = await answerFromDocuments(turn, { knowledge, model, coveredByCard }, onDelta);
        if (told) return told;
      }
      if (resolved.found === 'none')
        return { reply: cannedReplies.nothingFound, dialogue: withoutQuestion(turn), trace };
      if (resolved.found === 'unnamed')
        return { reply: cannedReplies.matterUnnamed, dialogue: withoutQuestion(turn), trace };
      if (resolved.found === 'several') return { ...askWhichMatter(resolved, turn), trace };
      const composed = composeAnswer(resolved.card, knowledge, {
        question: turn.asked,
        ...resolved,
        mayAsk: timesAskedOf(turn, resolved.card.id) < mostTimesAsked,
      });
      const written = await rewriteWithModel(composed, turn, model, onDelta);
      return {
        ...answerWith(written.answer, resolved, turn),
        trace: { ...trace, ...written.trace } satisfies Partial<Trace>,
      };
    },
  };
}

function timesAskedOf({ dialogue: { matter } }: AskedTurn, id: string): number {
  return matter?.id === id ? matter.timesAsked : 0;
}

function withoutQuestion({ dialogue: { asked: _, ...rest } }: AskedTurn): DialogueState {
  return rest;
}

function withoutDocument({ document: _, ...rest }: DialogueState): DialogueState {
  return rest;
}

function askWhichMatter(
  { cards, facets }: Extract<ResolvedMatter, { found: 'several' }>,
  turn: AskedTurn,
): SkillResult {
  const titles = cards.map(({ title }) => title.replace(/一件事$/u, ''));
  return {
    reply: {
      outcome: 'clarifying',
      text: `您问的是${titles.map((title) => `“${title}”`).join('，还是')}？`,
      options: titles.map((title) => ({ label: title, send: title })),
    },
    dialogue: { ...turn.dialogue, asked: { kind: 'matter_choice', ids: cards.map(({ id }) => id), facets } },
  };
}

type Found = Extract<ResolvedMatter, { found: 'one' }>;

function answerWith(
  composed: ComposedAnswer,
  { card, sides: { facets }, answers }: Found,
  turn: AskedTurn,
): SkillResult {
  const matter = { id: card.id, version: card.validFrom, title: card.title };
  const { sentences, citations, options, missing } = composed;
  const text = toText(card.title, sentences, missing);
  const answer = { text, sentences, citations, matter, options };
  const reply: SingleReply =
    sentences.length === 0
      ? cannedReplies.nothingFound
      : missing.length > 0
        ? { outcome: 'partial', ...answer, missing }
        : { outcome: 'answered', ...answer };
  const asked =
    timesAskedOf(turn, card.id) < mostTimesAsked
      ? openQuestions(
          facets.flatMap((facet) => itemsOf(card, facet)),
          answers,
        )[0]
      : undefined;
  const timesAsked = timesAskedOf(turn, card.id);
  return {
    reply,
    dialogue: {
      ...withoutDocument(withoutQuestion(turn)),
      matter: { id: card.id, answers: { ...answers }, facets: [...facets], timesAsked: timesAsked + (asked ? 1 : 0) },
      ...(asked ? { asked: { kind: 'matter_branch' as const, question: asked } } : {}),
    },
  };
}
