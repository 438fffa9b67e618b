import type { Knowledge, MatterCard } from '../../knowledge/index.ts';
import type { DialogueState } from '../dialogue-state.ts';
import { scoreFields } from './direct-lines.ts';
import { facetsAsked } from './facets-asked.ts';
import type { MatterPick } from './pick-matter.ts';
import { situationIn } from './situation.ts';

/** 「那…」 and 「…呢」 go on with what was said; so do words for somebody who was spoken of. */
export const goesOn = /^(?:那|还有|另外|然后|如果|要是|万一)|(?:呢|咧)[？?]?$|^(?:他|她|它|这个|这种|这样)/u;
/** Who speaks of something else says so: 「算了，问个别的」. */
const leaves = /(?:问|说|换)(?:个|点|一个|一下)?(?:别的|其他|另外)|不说(?:这|那)个|(?:另外|再)问(?:个|一个)/u;

/** Longer messages say themselves what they are about. */
const longestFollowUp = 24;
/** So near a line of the card a question must come that shows no other sign of going on. */
const lineNeeded = 0.45;
/** By so much another matter must be nearer to known wordings to be meant without being named. */
const clearlyNearer = 0.2;

/** The matter that a message goes on with, or null where it is about something else. */
export function continuedMatter(
  asked: string,
  { matter }: DialogueState,
  { candidates, isOnlyAsking }: Pick<MatterPick, 'candidates' | 'isOnlyAsking'>,
  knowledge: Knowledge,
  on: string,
): MatterCard | null {
  const card = matter && knowledge.matters.find(matter.id, on);
  if (!card || leaves.test(asked)) return null;
  const own = candidates.find((one) => one.card.id === card.id);
  // 「要带什么」 names nothing: it can only go on.
  if (own?.name || isOnlyAsking) return card;
  const situation = Object.keys(situationIn(asked, card, knowledge)).length > 0;
  const { facets, likelihood } = facetsAsked(asked, knowledge, on);
  const other = candidates.find((one) => one.card.id !== card.id && one.name !== null);
  // 「我是灵活就业的」 after a question on retirement tells the situation, though it also names a matter.
  if (other) return situation && facets.length === 0 ? card : null;
  if (asked.length > longestFollowUp) return situation ? card : null;
  const nearest = Math.max(0, ...candidates.map((one) => (one.card.id === card.id ? 0 : one.near)));
  const signs = situation || facets.length > 0 || goesOn.test(asked) || asked.length <= 12;
  const [line] = scoreFields(asked, card, knowledge, likelihood);
  const speaksOfCard = (line?.evidence ?? 0) >= lineNeeded;
  if (nearest > (own?.near ?? 0) + clearlyNearer && !situation && !speaksOfCard && !goesOn.test(asked)) return null;
  return signs || speaksOfCard ? card : null;
}
