import type { Knowledge, MatterCard } from '../../knowledge/index.ts';
import { gramsOf } from './grams.ts';
import { comparable } from './known-questions.ts';
import { type Answers, answersIn } from './pick-branches.ts';

/** Only a short message is an answer in other words; a long one would hold the grams of many. */
const longestLoose = 16;
/** So much of an option's wording must stand in the message. */
const saidNeeded = 0.75;
/** A wording of two characters is met by chance. */
const shortestWording = 3;

/**
 * What a message tells of the citizen's situation: options said in their own wordings, or for a short message in others of
 * the same sense: 「我是外省的」 for 「我是外地人」.
 */
export function situationIn(text: string, card: MatterCard, knowledge: Knowledge): Answers {
  const exact = answersIn(text, card);
  if (text.length > longestLoose) return exact;
  const said = gramsOf(comparable(text, knowledge));
  const loose = card.questions.flatMap(({ id, options }) => {
    if (exact[id] !== undefined) return [];
    const shares = options.map((option) => ({
      option: option.id,
      share: Math.max(
        0,
        ...[option.label, ...option.saidAs].map((words) => shareSaid(comparable(words, knowledge), said)),
      ),
    }));
    const [best, second] = shares.sort((left, right) => right.share - left.share);
    const isPlain = best && best.share >= saidNeeded && best.share > (second?.share ?? 0);
    return isPlain ? [[id, best.option] as const] : [];
  });
  return { ...exact, ...Object.fromEntries(loose) };
}

/** Pairs count, single characters do not: 「重庆」 and 「庆重」 have the same ones. */
function shareSaid(wording: string, said: ReadonlySet<string>): number {
  if (wording.length < shortestWording) return 0;
  const pairs = [...gramsOf(wording)].filter(({ length }) => length === 2);
  return pairs.filter((pair) => said.has(pair)).length / Math.max(1, pairs.length);
}
