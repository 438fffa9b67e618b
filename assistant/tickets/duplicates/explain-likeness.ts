import type { Likeness } from './collection.ts';
import type { MessageTraits } from './message-traits.ts';

/** What a handler is shown of why two tickets may be one case. */
export interface LikenessEvidence {
  /** 0 to 1 each; `score` is the product of the other two. */
  score: number;
  samePlace: number;
  sameProblem: number;
  /** Words that both say and few others do, the rarest first. */
  sharedWords: string[];
  sameStreet: boolean;
  daysApart: number;
}

const dayMs = 86_400_000;

export function explainLikeness(
  asked: MessageTraits,
  { traits: other, same, samePlace, sameProblem }: Likeness,
): LikenessEvidence {
  return {
    score: rounded(same),
    samePlace: rounded(samePlace),
    sameProblem: rounded(sameProblem),
    sharedWords: sharedWords(asked, other),
    sameStreet: asked.street !== null && asked.street === other.street && asked.district === other.district,
    daysApart: Math.floor(Math.abs(asked.at.getTime() - other.at.getTime()) / dayMs),
  };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** A stretch is worth showing when its parts are on average this rare, as a share of the greatest rarity. */
const rareEnough = 0.45;

/** The longest stretches of at least three characters that both texts have. */
function sharedWords({ text: ours, sequence }: MessageTraits, { text: theirs }: MessageTraits): string[] {
  const rarityOf = new Map(Array.from(sequence.codes, (code, index) => [code, sequence.rarities[index]!]));
  const found = new Map<string, number>();
  for (let start = 0; start + 3 <= ours.length; ) {
    let end = start;
    while (end < ours.length && ours[end] !== ' ' && theirs.includes(ours.slice(start, end + 1))) end += 1;
    if (end - start >= 3) found.set(ours.slice(start, end), rarity(ours.slice(start, end), rarityOf));
    start = Math.max(end, start + 1);
  }
  return [...found]
    .filter(([, rare]) => rare >= rareEnough)
    .sort((a, b) => b[1] * b[0].length - a[1] * a[0].length)
    .slice(0, 4)
    .map(([words]) => words);
}

function rarity(words: string, rarityOf: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let at = 0; at + 3 <= words.length; at++) {
    const code = (words.charCodeAt(at) * 65_536 + words.charCodeAt(at + 1)) * 65_536 + words.charCodeAt(at + 2);
    sum += rarityOf.get(code) ?? 0;
  }
  return sum / (words.length - 2);
}
