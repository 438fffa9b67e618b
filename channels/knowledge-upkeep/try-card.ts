import { type Assistant, emptyDialogue } from '../../assistant/index.ts';
import type { Knowledge, KnowledgeParts, MatterCard } from '../../knowledge/index.ts';
import { shownText } from '../evaluation/shown-text.ts';
import type { CardTrial } from '../http/card-types.ts';
import type { CardBody } from './card-body.ts';
import { dayBefore } from './cards-in-service.ts';
import { readCard } from './read-card.ts';
import { UpkeepError } from './upkeep-error.ts';

interface Needs {
  current: () => Knowledge;
  assemble: (parts: KnowledgeParts) => Promise<Knowledge>;
  /** Answers over a state of knowledge; nothing is filed or kept. */
  assistantOver: (knowledge: Knowledge) => Assistant;
  now: () => Date;
}

/** So many questions are tried: what a reviewer reads through before publishing. */
export const mostTried = 12;

/** How some questions are answered today, and how they would be if a version were published from today on. */
export async function tryCard(
  { body, version, on, asked }: { body: CardBody; version: number; on: string; asked: readonly string[] },
  { current, assemble, assistantOver, now }: Needs,
): Promise<CardTrial> {
  const { card, problems } = readCard({ ...body, validFrom: on, reviewedAt: on }, version);
  if (!card) throw new UpkeepError('card_incomplete', `还有 ${problems.length} 处没有填对，改好后再试。`, { problems });
  const today = current();
  const cards = [...today.parts.cards.flatMap((other) => closedFor(other, card, on)), card];
  const next = await assemble({ ...today.parts, cards });
  const [before, after] = [assistantOver(today), assistantOver(next)];
  const items: CardTrial['items'] = [];
  for (const question of [...new Set([...asked, ...likelyQuestions(card)])].slice(0, mostTried)) {
    const [left, right] = [await say(before, question, now()), await say(after, question, now())];
    items.push({ question, before: left, after: right, changed: left.text !== right.text });
  }
  return { items };
}

function closedFor(other: MatterCard, { id }: MatterCard, on: string): MatterCard[] {
  if (other.id !== id || (other.validTo !== null && other.validTo < on)) return [other];
  return other.validFrom < on ? [{ ...other, validTo: dayBefore(on) }] : [];
}

/** Its own frequent questions, and what everybody asks of a matter. */
function likelyQuestions({ title, faqs }: MatterCard): string[] {
  const name = title.replace(/一件事$/u, '');
  const sides = ['要带什么材料', '怎么办理', '要多久', '要多少钱', '去哪里办'];
  return [...faqs.slice(0, 3).map(({ question }) => question), ...sides.map((side) => `${name}${side}？`)];
}

async function say(assistant: Assistant, text: string, at: Date): Promise<{ outcome: string; text: string }> {
  const id = 'a-trial';
  const { reply } = await assistant.reply({
    text,
    at,
    messageId: id,
    conversationId: id,
    channel: 'console',
    dialogue: emptyDialogue,
  });
  return { outcome: reply.outcome, text: shownText(reply.text, reply) };
}
