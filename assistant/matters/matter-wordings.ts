import type { Knowledge } from '../../knowledge/index.ts';
import { comparable } from './known-questions.ts';
import { createNearestWordings, type NearestWordings, type Wording } from './nearest-wordings.ts';
import { oncePerDay } from './once-per-day.ts';

/** How people are known to speak of each matter in force on `on`: names, frequent questions and authored messages. */
export function wordingsOfMatters(knowledge: Knowledge, on: string): Wording[] {
  const { routing, questions } = knowledge.catalogue;
  const cards = knowledge.matters.inForce(on);
  const ofCards = cards.flatMap(({ id, title, aliases, faqs }) =>
    [title.replace(/一件事$/u, ''), ...aliases, ...faqs.map(({ question }) => question)].map((text) => ({ id, text })),
  );
  const authored = [
    ...routing.flatMap(({ label, text }) => (label === undefined ? [] : [{ id: label, text }])),
    ...questions.map(({ matter, text }) => ({ id: matter, text })),
  ];
  const inForce = new Set(cards.map(({ id }) => id));
  return [...ofCards, ...authored.filter(({ id }) => inForce.has(id))].map(({ id, text }) => ({
    id,
    text: comparable(text, knowledge),
  }));
}

/** The wordings of the matters in force on a day, ready to be compared with. */
export const matterWordings: (knowledge: Knowledge, on: string) => NearestWordings = oncePerDay((knowledge, on) => {
  const nearest = createNearestWordings(wordingsOfMatters(knowledge, on));
  return (text, except) =>
    nearest(comparable(text, knowledge), except === undefined ? undefined : comparable(except, knowledge));
});
