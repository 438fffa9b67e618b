import type { Facet, Knowledge, MatterCard } from '../../knowledge/index.ts';
import type { DialogueState } from '../dialogue-state.ts';
import { type FacetsAsked, facetsAsked } from './facets-asked.ts';
import { type Answers, answersIn } from './pick-branches.ts';
import { pickFacets } from './pick-facets.ts';
import { type MatterCandidate, pickMatter } from './pick-matter.ts';

export type ResolvedMatter =
  | { found: 'one'; card: MatterCard; sides: FacetsAsked; answers: Answers; covered: number }
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
const nearNeeded = 0.2;
/** Two candidates closer than this are asked about rather than guessed between. */
const marginNeeded = 0.4;

/** Which matter, which sides of it, and what is already known of the citizen's situation. */
export async function resolveMatter(
  asked: string,
  dialogue: DialogueState,
  knowledge: Knowledge,
  on: string,
): Promise<ResolvedMatter & Looked> {
  const sides = facetsAsked(asked, knowledge, on);
  const { facets } = sides;
  const { candidates, passages, isOnlyAsking } = await pickMatter(asked, knowledge, on);
  const looked = (first?: MatterCard): Looked => ({ passages, ids: idsOf(first, candidates) });
  const chosen =
    chosenFromList(asked, dialogue, knowledge, on) ?? continued(asked, dialogue, candidates, knowledge, on);
  if (chosen) return { ...settled(chosen, asked, sides, dialogue), ...looked(chosen) };

  const [first, second] = candidates;
  if (isOnlyAsking && !first?.name) return { found: 'unnamed', ...looked() };
  if (!first || !isSpokenOf(first)) return { found: 'none', ...looked() };
  const rivals = second && first.score - second.score < marginNeeded && (second.name !== null || first.name === null);
  if (rivals && second.covered >= coveredNeeded)
    return { found: 'several', cards: [first.card, second.card], facets, ...looked() };
  return { ...settled(first.card, asked, sides, dialogue, first.covered), ...looked() };
}

/** Whether the question speaks of the matter at all, or it is merely the least unlike. */
function isSpokenOf({ name, covered, near }: MatterCandidate): boolean {
  return name !== null || covered >= coveredNeeded || near >= nearNeeded;
}

function idsOf(first: MatterCard | undefined, candidates: readonly MatterCandidate[]): string[] {
  return [...new Set([first, ...candidates.map(({ card }) => card)].flatMap((card) => card?.id ?? []))];
}

function settled(
  card: MatterCard,
  asked: string,
  sides: FacetsAsked,
  dialogue: DialogueState,
  covered = 1,
): ResolvedMatter {
  const same = dialogue.matter?.id === card.id;
  const answers = { ...(same ? dialogue.matter?.answers : {}), ...answersIn(asked, card) };
  // 「我老婆是外地的呢」 asks for the same side again, in another situation.
  const facets = sides.facets.length === 0 && same ? (dialogue.matter?.facets ?? []) : sides.facets;
  return { found: 'one', card, sides: { ...sides, facets }, answers, covered };
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

/** A follow-up stays with its matter unless it names another one. */
function continued(
  asked: string,
  { matter }: DialogueState,
  candidates: readonly MatterCandidate[],
  knowledge: Knowledge,
  on: string,
): MatterCard | null {
  const card = matter && knowledge.matters.find(matter.id, on);
  if (!card) return null;
  const other = candidates.find(({ name, card: { id } }) => name !== null && id !== card.id);
  const named = candidates.some(({ name, card: { id } }) => name !== null && id === card.id);
  const answersQuestion = Object.keys(answersIn(asked, card)).length > 0;
  // 「我是灵活就业的」 after a question on retirement tells the situation, though it also names a matter.
  if (other && !named && !(answersQuestion && pickFacets(asked).length === 0)) return null;
  return named || answersQuestion || pickFacets(asked).length > 0 || asked.length <= 12 ? card : null;
}
