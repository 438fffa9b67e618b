import type { Knowledge, MatterCard } from '../../knowledge/index.ts';
import { bigrams, coverage } from './bigrams.ts';

export interface MatterCandidate {
  card: MatterCard;
  /** Higher is better; comparable within one question. */
  score: number;
  /** The longest of its names that stands in the question, if any. */
  name: string | null;
  /** Share of what the question talks about that its card speaks of, 0 to 1. */
  covered: number;
}

export interface MatterPick {
  candidates: MatterCandidate[];
  /** Ids of the passages that were looked at, best first. */
  passages: string[];
}

// Words of asking rather than of the matter; they stand in every card and would make any question look covered.
const askingWords =
  /请问|我想|想问|问一?[下哈]|咨询|了解|怎么|如何|什么|哪些|哪里|哪个|多少|多久|需要|可以|能不能|是不是|有没有|办理|申请|材料|手续|流程|条件|一下|麻烦|你好|您好|现在|我们|的话|这个|那个|去哪|多长时间|办|吗|呢|啊|要带|要|带/gu;

/** Ranks the matters in force on `on` by their names in the question and by what the search finds. */
export async function pickMatter(question: string, knowledge: Knowledge, on: string): Promise<MatterPick> {
  const cards = knowledge.matters.inForce(on);
  const hits = (await knowledge.search(question, { limit: 40, on })).filter(({ passage }) => passage.matterId !== null);
  const best = hits[0]?.score ?? 0;
  const bySearch = new Map<string, number>();
  for (const { passage, score } of hits) {
    const id = passage.matterId!;
    if (!bySearch.has(id)) bySearch.set(id, best > 0 ? score / best : 0);
  }
  const everyday = everydayNames(knowledge);
  const about = bigrams(question.replace(askingWords, ' '));
  const candidates = cards
    .map((card) => {
      const name = longestName(question, [...namesOf(card), ...(everyday.get(card.id) ?? [])]);
      const searched = bySearch.get(card.id) ?? 0;
      // A name of n characters in the question says more than any ranking; the search decides among the unnamed.
      return { card, name, score: 2 * Math.log2(1 + (name?.length ?? 0)) + 3 * searched, covered: 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, 5)
    .map((candidate) => ({ ...candidate, covered: coverage(about, wordsOf(candidate.card, knowledge)) }));
  return { candidates, passages: hits.slice(0, 8).map(({ passage }) => passage.id) };
}

function namesOf({ title, aliases }: MatterCard): string[] {
  return [title.replace(/一件事$/u, ''), ...aliases];
}

function longestName(question: string, names: readonly string[]): string | null {
  const said = names.filter((name) => name.length >= 2 && question.toLowerCase().includes(name.toLowerCase()));
  return said.length === 0 ? null : said.reduce((left, right) => (right.length > left.length ? right : left));
}

// Derived once per knowledge and card: both are immutable, and every turn asks.
const everydayOf = new WeakMap<Knowledge, Map<string, string[]>>();
const wordsOfCard = new WeakMap<MatterCard, Set<string>>();

function everydayNames(knowledge: Knowledge): Map<string, string[]> {
  const known = everydayOf.get(knowledge);
  if (known) return known;
  const names = new Map<string, string[]>();
  for (const { word, ref, clarify } of knowledge.catalogue.lexicon.everyday)
    if (ref && !clarify) names.set(ref, [...(names.get(ref) ?? []), word]);
  everydayOf.set(knowledge, names);
  return names;
}

function wordsOf(card: MatterCard, knowledge: Knowledge): Set<string> {
  const known = wordsOfCard.get(card);
  if (known) return known;
  const said = card.questions.flatMap(({ ask, options }) => [
    ask,
    ...options.flatMap(({ label, saidAs }) => [label, ...saidAs]),
  ]);
  const words = bigrams([knowledge.matterDocument(card).text, ...card.aliases, ...said].join('\n'));
  wordsOfCard.set(card, words);
  return words;
}
