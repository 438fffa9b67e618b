import type { Knowledge, MatterCard } from '../../knowledge/index.ts';
import { bigrams, coverage } from './bigrams.ts';
import { matterNames } from './matter-names.ts';
import { matterWordings } from './matter-wordings.ts';
import { rankFields } from './rank-fields.ts';

export interface MatterCandidate {
  card: MatterCard;
  /** Higher is better; comparable within one question. */
  score: number;
  /** The longest of its names that stands in the question, if any. */
  name: string | null;
  /** Share of what the question talks about that its card speaks of, 0 to 1. */
  covered: number;
  /** How near the question is to the ways people are known to speak of the matter, 0 to 1. */
  near: number;
}

export interface MatterPick {
  candidates: MatterCandidate[];
  /** Ids of the passages that were looked at, best first. */
  passages: string[];
  /** Only asks, and says of what in no word: 「一般要等多久」. */
  isOnlyAsking: boolean;
}

// Words of asking rather than of the matter; they stand in every card and would make any question look covered.
const askingWords =
  /请问|我想|想问|问一?[下哈]|咨询|了解|怎么|如何|什么|哪些|哪里|哪个|多少|多久|需要|可以|能不能|是不是|有没有|办理|申请|材料|手续|流程|条件|一下|麻烦|你好|您好|现在|我们|的话|这个|那个|去哪|多长时间|办|吗|呢|啊|要带|要|带/gu;

// Words that name nothing either, though they are part of names (居住证) and so cannot be passed over everywhere.
const emptyWords =
  /一般|大概|通常|具体|东西|时间|地方|标准|收费|费用|窗口|补贴|补助|变更|进度|表格|电话|地址|结果|政策|规定|法律|依据|法规|条例|办事|事情|业务|[要等我证钱好交拿去的了呀领是有这那还个就搞弄先啥哪查问填改补换到在嘛哈咯噻哟嗯没得吧嘞呢\s\p{P}]/gu;

// Of the name in the question, of what the search finds, and of how people are known to speak of the matter. Names weigh by
// the logarithm of their length, for long ones are surely meant. Best on the authored messages, each asked as if it were new.
const weights = [0.5, 3, 6];

/** So many questions are remembered: the parts of one message, and a few messages that are answered at the same time. */
const remembered = 16;
const lately = new WeakMap<Knowledge, Map<string, Promise<MatterPick>>>();

/**
 * Ranks the matters in force on `on` by their names in the question, by what the search finds, and by known wordings. A turn
 * asks the same question where it is routed and where it is answered: it is looked up once.
 */
export function pickMatter(question: string, knowledge: Knowledge, on: string): Promise<MatterPick> {
  const picks = lately.get(knowledge) ?? new Map<string, Promise<MatterPick>>();
  lately.set(knowledge, picks);
  const key = `${on} ${question}`;
  const known = picks.get(key);
  if (known) return known;
  const pick = rankMatters(question, knowledge, on);
  picks.set(key, pick);
  // What broke is asked again, not remembered.
  pick.catch(() => picks.delete(key));
  if (picks.size > remembered) picks.delete(picks.keys().next().value!);
  return pick;
}

async function rankMatters(question: string, knowledge: Knowledge, on: string): Promise<MatterPick> {
  const cards = knowledge.matters.inForce(on);
  const hits = (await knowledge.search(question, { limit: 40, on })).filter(({ passage }) => passage.matterId !== null);
  const best = hits[0]?.score ?? 0;
  const bySearch = new Map<string, number>();
  for (const { passage, score } of hits) {
    const id = passage.matterId!;
    if (!bySearch.has(id)) bySearch.set(id, best > 0 ? score / best : 0);
  }
  const names = matterNames(knowledge, on);
  const nearness = matterWordings(knowledge, on)(question);
  const about = bigrams(question.replace(askingWords, ' '));
  const ranked = cards
    .map((card) => {
      const name = names.longestOf(card.id, question);
      const near = nearness.get(card.id) ?? 0;
      const parts = [Math.log2(1 + (name?.length ?? 0)), bySearch.get(card.id) ?? 0, near];
      return { card, name, near, score: parts.reduce((sum, part, at) => sum + part * weights[at]!, 0), covered: 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, 5)
    .map((candidate) => ({ ...candidate, covered: coverage(about, wordsOf(candidate.card, knowledge)) }));
  return {
    candidates: closeCallsByLines(question, ranked, knowledge),
    isOnlyAsking: question.replace(askingWords, '').replace(emptyWords, '') === '',
    passages: hits.slice(0, 8).map(({ passage }) => passage.id),
  };
}

/** The best two closer than this are a close call, which the lines of the cards may decide. */
const closeCall = 1.2;
const lineWorth = 1.5;

/** Where the best come close, the card whose lines speak most of what is asked goes before. */
function closeCallsByLines(question: string, ranked: MatterCandidate[], knowledge: Knowledge): MatterCandidate[] {
  const [first, second] = ranked;
  if (!first || !second || first.score - second.score >= closeCall) return ranked;
  const withLines = ranked.map((candidate) => {
    if (first.score - candidate.score >= closeCall) return candidate;
    const line = Math.max(
      0,
      ...rankFields(question, candidate.card, knowledge).map(({ asked, spoken }) => asked + spoken),
    );
    return { ...candidate, score: candidate.score + lineWorth * line };
  });
  return withLines.sort((left, right) => right.score - left.score);
}

// Derived once per card: cards are immutable, and every turn asks.
const wordsOfCard = new WeakMap<MatterCard, Set<string>>();

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
