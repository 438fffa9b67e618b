import type { Facet, Knowledge, MatterCard } from '../../knowledge/index.ts';
import { amountsIn, liesIn, rangesIn } from './amount-ranges.ts';
import { itemsOf, type Told } from './answer-lines.ts';
import { bigrams, coverage } from './bigrams.ts';
import { applies } from './pick-branches.ts';
import { type RankedField, rankFields } from './rank-fields.ts';

export interface ScoredField extends RankedField {
  /** How near the question comes by words, wherever they stand. */
  evidence: number;
  /** Whether an amount that the message tells lies in the line's grades; null where the line has none of its kind. */
  fits: boolean | null;
  /** Evidence, with how likely the side is that the line belongs to. */
  score: number;
}

// Best when each authored question is asked of its card as if it were new; half or twice of each costs a few points.
const spokenWorth = 1.5;
const sideWorth = 0.6;
/** What speaks of no side by its place (a frequent question, a situation) is as likely as a side that is half meant. */
const noSide = 0.35;

/** A grade that the citizen's own amount lies in speaks for its line, and one that it misses against it. */
const fitWorth = 0.3;

/** So much evidence makes a line an answer and not a chance likeness. */
const directNeeded = 0.5;
const besideNeeded = 0.7;
/** A second line is told too when it comes nearly as close as the first. */
const nearlyAsClose = 0.75;
const mostLines = 3;
/** Lines that share so much say the same twice: a rule, the situation that it rules and the question about it. */
const sameThing = 0.6;

/** The lines of a card by how likely they answer the question, the likeliest first. */
export function scoreFields(
  question: string,
  card: MatterCard,
  knowledge: Knowledge,
  likelihood: Record<Facet, number>,
): ScoredField[] {
  const amounts = amountsIn(question);
  return rankFields(question, card, knowledge)
    .map((ranked) => {
      const fits = amounts.length === 0 ? null : liesIn(amounts, rangesIn(ranked.field.passage.text));
      const evidence = ranked.asked + spokenWorth * ranked.spoken + fitWorth * (fits === null ? 0 : fits ? 1 : -1);
      return { ...ranked, fits, evidence, score: evidence + sideWorth * sideOf(ranked.field.path, likelihood) };
    })
    .sort((left, right) => right.score - left.score);
}

function sideOf(path: string, likelihood: Record<Facet, number>): number {
  const [list = ''] = path.split('/');
  return likelihood[list as Facet] ?? noSide;
}

/**
 * The lines that answer by themselves, none twice. Where a side is asked for, a line of another must come nearer; so must
 * one that hangs on a situation of which nothing is known.
 */
export function directFields(all: readonly ScoredField[], facets: readonly Facet[], told: Told): ScoredField[] {
  const scored = all.filter((one) => one.evidence >= neededOf(one, facets, told));
  const [best] = scored;
  if (!best) return [];
  const chosen: ScoredField[] = [];
  for (const candidate of scored) {
    if (chosen.length >= mostLines) break;
    if (candidate.score < best.score * nearlyAsClose) continue;
    if (!chosen.some((told) => saysTheSame(told, candidate))) chosen.push(candidate);
  }
  return chosen;
}

/** One of several lines for open situations is told among them, under its side, and not before them. */
function neededOf({ field: { path } }: ScoredField, facets: readonly Facet[], { card, answers }: Told): number {
  const [list = '', key] = path.split('/');
  const item = (itemsOf(card, list as Facet) ?? [])[Number(key)];
  const isOpen = item !== undefined && applies(item.when, answers) === null;
  const isOfSide = facets.includes(list as Facet);
  if (isOpen && isOfSide) return Number.POSITIVE_INFINITY;
  return isOpen || (facets.length > 0 && !isOfSide) ? besideNeeded : directNeeded;
}

export function saysTheSame(one: Pick<RankedField, 'field'>, other: Pick<RankedField, 'field'>): boolean {
  const [left, right] = [bigrams(one.field.passage.text), bigrams(other.field.passage.text)];
  return Math.max(coverage(left, right), coverage(right, left)) >= sameThing;
}
