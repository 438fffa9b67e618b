import { chongqingDay, type Knowledge, type Passage } from '../../knowledge/index.ts';
import { toCitation } from '../citation.ts';
import { bigrams, coverage } from '../matters/bigrams.ts';
import type { ComposedAnswer } from '../matters/compose-answer.ts';
import { goesOn } from '../matters/follow-up.ts';
import type { ChatModel } from '../models/chat-model.ts';
import type { SingleReply } from '../reply.ts';
import type { AskedTurn, Skill, SkillResult } from '../skill.ts';
import { toText } from '../steps/check-reply.ts';
import { rewriteWithModel } from './answer-matter-prompt.ts';
import { passageSentences } from './passage-sentences.ts';

/** Cards are many and stand in the same ranking; deep enough that they do not hide a document. */
const depth = 60;
const mostPassages = 2;
/** Of what the question talks about, this share of character pairs must stand in a passage or its headings. */
const coveredNeeded = 0.5;
/**
 * Of what it asks beyond the headings the passage itself must speak: a document on 索道 need not know of 年票. So many
 * pairs will do, or of a short question this share.
 */
const newsNeeded = { pairs: 2, share: 0.33 };
/** By so much a passage must cover the question better than a card that was only guessed at, to be told instead. */
const clearlyBetter = 0.3;
/** A further passage joins the best one when it covers nearly as much. */
const nearlyAsMuch = 0.8;

// Words of asking and joining: they stand in any text and say nothing of what is asked.
const askingWords =
  /请问|麻烦|你好|您好|我想|想问|问一?[下哈]|咨询|了解|知道|怎么样?|如何|咋个?|什么|啥子?|哪些|哪里|哪个|去哪|多少|多久|多长时间|需要|可以|能不能|可不可以|是不是|有没有|要不要|一下|现在|我们|的话|这个|那个|吗|呢|啊|的|了|是|要|能|我|办/gu;

/** Passages, the best first, and the share of the question that the best one covers. */
interface Found {
  passages: Passage[];
  covered: number;
}

interface FromDocuments {
  knowledge: Knowledge;
  model: ChatModel | null;
  /** Share of the question that the likeliest card speaks of, 0 to 1; 0 when no card is likely. */
  coveredByCard?: number;
}

/**
 * Answers from documents that are no cards, in the passages' own sentences, each cited by its exact place; null when no
 * passage speaks of what was asked, or none clearly better than a card does.
 */
export async function answerFromDocuments(
  turn: AskedTurn,
  { knowledge, model, coveredByCard = 0 }: FromDocuments,
  onDelta?: (text: string) => void,
): Promise<SkillResult | null> {
  if (coveredByCard + clearlyBetter > 1) return null;
  const { passages, covered } = await passagesOf(turn, knowledge);
  const [first] = passages;
  if (!first || covered < coveredByCard + clearlyBetter) return null;
  const written = await rewriteWithModel(compose(passages), turn, model, onDelta);
  const { sentences, citations } = written.answer;
  const reply: SingleReply = {
    outcome: 'answered',
    text: toText(first.title, sentences, []),
    sentences,
    citations,
  };
  const { asked: _, matter: __, ...rest } = turn.dialogue;
  const trace = { ...written.trace, passages: passages.map(({ id }) => id) };
  return { reply, trace, dialogue: { ...rest, document: { title: first.title } } };
}

/** 「那停运了呢」 after an answer from a document asks on about that document. */
function passagesOf({ asked, at, dialogue: { document } }: AskedTurn, knowledge: Knowledge): Promise<Found> {
  const isFollowUp = document && (goesOn.test(asked) || wordsAsked(asked).size === 0);
  return isFollowUp
    ? passagesWithin(document.title, asked, knowledge, chongqingDay(at))
    : passagesFor(asked, knowledge, chongqingDay(at));
}

/** The passages of one document that speak of what is asked about it; where nothing is named, those the search puts first. */
async function passagesWithin(title: string, asked: string, knowledge: Knowledge, on: string): Promise<Found> {
  const about = wordsAsked(asked);
  const hits = await knowledge.search(`${title} ${asked}`, { limit: depth, on });
  const shareOf = ({ heading, text }: Passage) => coverage(about, bigrams(`${heading}\n${text}`));
  const passages = hits
    .map(({ passage }) => passage)
    .filter((passage) => passage.matterId === null && passage.title === title)
    .filter((passage) => about.size === 0 || shareOf(passage) >= coveredNeeded)
    .toSorted((left, right) => shareOf(right) - shareOf(left)) // stable: the search decides among equals
    .slice(0, mostPassages);
  return { passages, covered: passages.length > 0 ? 1 : 0 };
}

/** The skill, preceded by the documents: what the router takes for out of scope may stand in one that was taken in. */
export function documentsBefore(skill: Skill, needs: Pick<FromDocuments, 'knowledge' | 'model'>): Skill {
  return {
    name: skill.name,
    async run(turn, onDelta) {
      const told = await answerFromDocuments(turn, needs, onDelta);
      return told ?? skill.run(turn, onDelta);
    },
  };
}

/** The passages that cover the question, the best first, and the share of it that the best one covers. */
export async function passagesFor(question: string, knowledge: Knowledge, on: string): Promise<Found> {
  const about = wordsAsked(question);
  // One word of two characters stands in too many texts to be a question.
  if (about.size < 2) return { passages: [], covered: 0 };
  const hits = await knowledge.search(question, { limit: depth, on });
  const covering = hits
    .filter(({ passage }) => passage.matterId === null)
    .map(({ passage }) => ({ passage, covered: coveredBy(passage, about) }))
    .filter(({ covered }) => covered >= coveredNeeded)
    .toSorted((left, right) => right.covered - left.covered); // stable: the search decides among equals
  const best = covering[0]?.covered ?? 0;
  const passages = covering
    .filter(({ covered }) => covered >= best * nearlyAsMuch)
    .slice(0, mostPassages)
    .map(({ passage }) => passage);
  return { passages, covered: best };
}

function wordsAsked(question: string): Set<string> {
  return new Set(question.split(askingWords).flatMap((piece) => [...bigrams(piece)]));
}

/** Share of the question that the passage under its headings speaks of; 0 when what is asked stands in headings alone. */
function coveredBy({ heading, text }: Passage, about: Set<string>): number {
  const [above, said] = [bigrams(heading), bigrams(text)];
  const news = new Set([...about].filter((pair) => !above.has(pair)));
  const share = coverage(news, said);
  if (news.size > 0 && share < newsNeeded.share && share * news.size < newsNeeded.pairs) return 0;
  return coverage(about, new Set([...above, ...said]));
}

function compose(passages: readonly Passage[]): ComposedAnswer {
  const [first] = passages;
  const citations = passages.map(toCitation);
  const sentences = passages.flatMap((passage, index) => {
    const section = sectionOf(passage, first!);
    return passageSentences(passage.text).map((text) => ({
      text,
      citations: [index],
      ...(section ? { section } : {}),
    }));
  });
  return { sentences, citations, missing: [], options: [] };
}

/** The headings under the title that the answer already names; of another document its title too. */
function sectionOf({ docId, title, heading }: Passage, first: Passage): string {
  if (docId !== first.docId) return heading;
  return heading === title ? '' : heading.replace(`${title} › `, '');
}
