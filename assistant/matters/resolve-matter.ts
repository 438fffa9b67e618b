import type { Facet, Knowledge, MatterCard } from '../../knowledge/index.ts';
import type { DialogueState } from '../dialogue-state.ts';
import { scoreFields } from './direct-lines.ts';
import { type FacetsAsked, facetsAsked } from './facets-asked.ts';
import { continuedMatter } from './follow-up.ts';
import type { Answers } from './pick-branches.ts';
import { type MatterCandidate, pickMatter } from './pick-matter.ts';
import { situationIn } from './situation.ts';
import { isForNobody } from './who-applies.ts';

export type ResolvedMatter =
  | {
      found: 'one';
      card: MatterCard;
      sides: FacetsAsked;
      answers: Answers;
      covered: number;
      /** 0 to 1 and a little more: how surely the message is about this matter. */
      sureness: number;
    }
  | { found: 'several'; cards: MatterCard[]; facets: Facet[] }
  /** A question about a matter that names none. */
  | { found: 'unnamed' }
  | { found: 'none' };

/** What was looked at on the way, whether or not it settled the matter. */
interface Looked {
  passages: string[];
  /** Ids of the likeliest matters, best first. */
  ids: string[];
}

/** Of an unnamed matter, this share of the question's words must be spoken of by its card. */
const coveredNeeded = 0.34;
/** Or this near it must come to a known way of speaking of the matter, which no question about other things does. */
const nearNeeded = 0.33;
/** Or a line of the card must speak of it so much. */
const lineNeeded = 0.5;
/** Or a little of each must come together; what stands in no card stays below. */
const togetherNeeded = 0.4;
/** Two candidates closer than this are asked about rather than guessed between. */
const marginNeeded = 0.3;

/** Which matter, which sides of it, and what is already known of the citizen's situation. */
export async function resolveMatter(
  asked: string,
  dialogue: DialogueState,
  knowledge: Knowledge,
  on: string,
): Promise<ResolvedMatter & Looked> {
  const sides = facetsAsked(asked, knowledge, on);
  const { facets } = sides;
  const pick = await pickMatter(asked, knowledge, on);
  const { candidates, passages, isOnlyAsking } = pick;
  const looked = (first?: MatterCard): Looked => ({ passages, ids: idsOf(first, candidates) });
  const chosen =
    chosenFromList(asked, dialogue, knowledge, on) ?? continuedMatter(asked, dialogue, pick, knowledge, on);
  if (chosen) return { ...settled(chosen, asked, sides, dialogue, knowledge), ...looked(chosen) };

  const [first, second] = candidates;
  if (isForNobody(asked)) return { found: 'none', ...looked() };
  if (isOnlyAsking && !first?.name) return { found: 'unnamed', passages, ids: [] };
  const line = first ? lineEvidence(asked, first.card, sides, knowledge) : 0;
  if (!first || !isSpokenOf(first, line)) return { found: 'none', ...looked() };
  const rivals = second && first.score - second.score < marginNeeded && (second.name !== null || first.name === null);
  if (rivals && second.covered >= coveredNeeded)
    return { found: 'several', cards: [first.card, second.card], facets, ...looked() };
  return {
    ...settled(first.card, asked, sides, dialogue, knowledge, {
      covered: first.covered,
      sureness: Math.max(line, first.near * 2),
    }),
    ...looked(),
  };
}

/** Whether the question speaks of the matter at all, or it is merely the least unlike. */
function isSpokenOf({ name, covered, near }: MatterCandidate, line: number): boolean {
  if (name !== null || covered >= coveredNeeded || near >= nearNeeded || line >= lineNeeded) return true;
  return near + 0.5 * covered + 0.3 * line >= togetherNeeded;
}

/** How much the line of a card that comes nearest speaks of what is asked. */
function lineEvidence(asked: string, card: MatterCard, { likelihood }: FacetsAsked, knowledge: Knowledge): number {
  return Math.max(0, ...scoreFields(asked, card, knowledge, likelihood).map(({ evidence }) => evidence));
}

function idsOf(first: MatterCard | undefined, candidates: readonly MatterCandidate[]): string[] {
  return [...new Set([first, ...candidates.map(({ card }) => card)].flatMap((card) => card?.id ?? []))];
}

function settled(
  card: MatterCard,
  asked: string,
  sides: FacetsAsked,
  dialogue: DialogueState,
  knowledge: Knowledge,
  { covered, sureness } = { covered: 1, sureness: 1 },
): ResolvedMatter {
  const same = dialogue.matter?.id === card.id;
  const answers = { ...(same ? dialogue.matter?.answers : {}), ...situationIn(asked, card, knowledge) };
  // 「我老婆是外地的呢」 asks for the same side again, in another situation.
  const facets = sides.facets.length === 0 && same ? (dialogue.matter?.facets ?? []) : sides.facets;
  return { found: 'one', card, sides: { ...sides, facets }, answers, covered, sureness };
}

function chosenFromList(
  asked: string,
  { asked: question }: DialogueState,
  knowledge: Knowledge,
  on: string,
): MatterCard | null {
  if (question?.kind !== 'matter_choice') return null;
  const cards = question.ids.flatMap((id) => knowledge.matters.find(id, on) ?? []);
  return cards.find(({ title }) => asked.includes(title.replace(/一件事$/u, ''))) ?? null;
}
