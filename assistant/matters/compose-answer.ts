import type { Facet, Knowledge, MatterCard } from '../../knowledge/index.ts';
import { type Citation, toCitation } from '../citation.ts';
import type { Option, Sentence } from '../reply.ts';
import {
  componentsInOneLine,
  effectLines,
  facetLines,
  fieldLines,
  itemsOf,
  type Line,
  materialsInOneLine,
  sections,
  type Told,
} from './answer-lines.ts';
import { directFields, type ScoredField, saysTheSame, scoreFields } from './direct-lines.ts';
import type { FacetsAsked } from './facets-asked.ts';
import { type Answers, openQuestions } from './pick-branches.ts';

/** A shorter question for each facet, offered for tapping after an answer. */
const furtherQuestions: Partial<Record<Facet, string>> = {
  materials: '要带什么材料', steps: '怎么办理', limits: '要多久', fees: '要多少钱', places: '去哪里办',
}; // biome-ignore format: a small table

export interface ComposedAnswer {
  sentences: Sentence[];
  citations: Citation[];
  /** What was asked for and the card does not say. */
  missing: string[];
  options: Option[];
}

export interface Asked {
  question: string;
  sides: FacetsAsked;
  answers: Answers;
  /** Whether the desk may still ask about the citizen's situation; it does so twice and then answers for each. */
  mayAsk: boolean;
}

type Side = Exclude<Facet, 'overview'>;

/** Old people read these: what is beyond so many lines is offered for tapping. Lists of what to bring are never cut. */
const mostLines = 8;
/** So many lines of a side stand beside a direct answer. */
const linesBeside = 5;
/** An answer shorter than this has room for what comes near, for so many lines of it. */
const enoughLines = 7;
const mostBeside = 4;
const besideNeeded = 0.15;
/** A line that comes so near needs nothing beside it. */
const sureOfLine = 0.75;

/**
 * Composes an answer from the fields of a card. Every line is a field's own text, so it is supported by construction;
 * what depends on an unanswered question is given with its condition. First what was asked, then the side of the matter
 * that it belongs to; where no side is sure, the heart of the matter in a few lines.
 */
export function composeAnswer(card: MatterCard, knowledge: Knowledge, asked: Asked): ComposedAnswer {
  const { question, sides, answers } = asked;
  const told: Told = { card, document: knowledge.matterDocument(card), answers };
  const scored = scoreFields(question, card, knowledge, sides.likelihood);
  const facets = sides.facets as Side[];
  const surest = directFields(scored, facets, told);
  const direct = surest.flatMap(({ field: { path } }) => fieldLines(path, '直接回答', told));
  const asFor = withoutRepeats([
    ...direct,
    ...effectLines(told).filter(({ fields: [field] }) => !surest.some((one) => field && saysTheSame(one, { field }))),
    ...(facets.length > 0
      ? facets.flatMap((facet) => sideLines(facet, told, scored, direct.length > 0))
      : heartOf(question, told, scored, direct.length > 0)),
  ]);
  const isSure = (surest[0]?.evidence ?? 0) >= sureOfLine;
  const lines = isSure ? asFor : withoutRepeats([...asFor, ...nearestBeside(asFor, told, scored)]);
  const missing = facets.filter((facet) => itemsOf(card, facet).length === 0 && direct.length === 0);
  const itemsAsked = facets.flatMap((facet) => itemsOf(card, facet));
  return {
    ...cited(lines),
    missing: missing.map((facet) => sections[facet]),
    options: nextOptions(card, facets, asked.mayAsk ? openQuestions(itemsAsked, answers) : []),
  };
}

/** The lines of a side; beside a direct answer, and where they are many, those that come nearest to the question. */
function sideLines(facet: Side, told: Told, scored: readonly ScoredField[], isAnswered: boolean): Line[] {
  const lines = withoutMissed(facetLines(facet, told), scored);
  if (facet === 'materials') return lines;
  const most = isAnswered ? linesBeside : mostLines;
  const kept = lines.length <= most ? lines : nearest(lines, scored, most);
  return facet === 'steps' ? [...kept, ...materialsInOneLine(told)] : kept;
}

/** Who has told his age or years is told the grade that he falls in, and not the others beside it. */
function withoutMissed(lines: Line[], scored: readonly ScoredField[]): Line[] {
  const fitOf = ({ fields: [field] }: Line) => scored.find((one) => one.field.path === field?.path)?.fits ?? null;
  return lines.some((line) => fitOf(line) === true) ? lines.filter((line) => fitOf(line) !== false) : lines;
}

/** The `most` nearest, in the order of the card. */
function nearest(lines: readonly Line[], scored: readonly ScoredField[], most: number): Line[] {
  const rank = ({ fields: [field] }: Line) => scored.findIndex((one) => one.field.path === field?.path);
  const kept = new Set([...lines].sort((left, right) => rank(left) - rank(right)).slice(0, most));
  return lines.filter((line) => kept.has(line));
}

/** Where few lines answer, those that come nearest beside them are told too: the side may have been misheard. */
function nearestBeside(lines: readonly Line[], told: Told, scored: readonly ScoredField[]): Line[] {
  const room = Math.min(mostBeside, enoughLines - lines.length);
  const alreadyTold = new Set(lines.flatMap(({ fields }) => fields.map(({ path }) => path)));
  return scored
    .filter(({ evidence, fits, field }) => evidence >= besideNeeded && fits !== false && !alreadyTold.has(field.path))
    .slice(0, Math.max(0, room))
    .flatMap(({ field: { path } }) => fieldLines(path, '与您的问题最相关', told));
}

/** What everybody needs of a matter, in a few lines; after a direct answer only what comes nearest beside it. */
function heartOf(question: string, told: Told, scored: readonly ScoredField[], isAnswered: boolean): Line[] {
  const near = scored
    .slice(0, isAnswered ? 3 : 2)
    .filter(({ evidence }) => evidence > 0.15)
    .flatMap(({ field: { path } }) => fieldLines(path, '与您的问题最相关', told));
  if (isAnswered) return near;
  const asksWhatAll = /哪些|包含|包括|一起办|一道办|一并|手续/u.test(question);
  return [
    ...near,
    ...fieldLines('summary', '概要', told),
    ...(asksWhatAll ? componentsInOneLine(told) : []),
    ...facetLines('conditions', told).slice(0, 2),
    ...materialsInOneLine(told),
    ...facetLines('limits', told).slice(0, 1),
    ...facetLines('fees', told).slice(0, 1),
    ...facetLines('places', told).slice(0, 1),
  ];
}

/** The first of lines with the same words; a rule and its situation are often the same sentence. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => !seen.has(text) && seen.add(text));
}

function cited(lines: readonly Line[]): { sentences: Sentence[]; citations: Citation[] } {
  const fields = [...new Set(lines.flatMap((line) => line.fields))];
  const citations = fields.map(({ passage }) => toCitation(passage));
  const sentences = lines.map(({ text, section, fields: support }) => ({
    text,
    section,
    citations: support.map((field) => fields.indexOf(field)),
  }));
  return { sentences, citations };
}

/** The open question that decides most of what was asked, as taps; without one, what one asks next. */
function nextOptions(card: MatterCard, facets: readonly Facet[], [open]: readonly string[]): Option[] {
  const question = card.questions.find(({ id }) => id === open);
  if (question) return question.options.map(({ label }) => ({ label, send: label }));
  const name = card.title.replace(/一件事$/u, '');
  return Object.entries(furtherQuestions)
    .filter(([facet]) => !facets.includes(facet as Facet) && itemsOf(card, facet as Facet).length > 0)
    .map(([, words]) => ({ label: words, send: `${name}${words}？` }));
}
