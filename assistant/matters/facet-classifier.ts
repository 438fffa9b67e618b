import type { Facet, Knowledge } from '../../knowledge/index.ts';
import { type LabelledText, trainTextClassifier } from '../tickets/classify-text.ts';
import { comparable, knownQuestionsOf } from './known-questions.ts';
import { oncePerDay } from './once-per-day.ts';

/** How likely a question asks for each side of a matter; sums to 1. */
export type FacetClassifier = (question: string) => Record<Facet, number>;

/** Sides that a line of a card belongs to by its place; a frequent question or a situation may speak of any. */
const placed = /^(conditions|materials|steps|limits|fees|rules|places|results|legal)\//u;

/** A generic way of asking is learnt beside so many names, so that the name says nothing. */
const namesBeside = 3;

/** Learns from the generic ways of asking, each alone and beside names, and from the questions whose line has a place. */
export const facetClassifier: (knowledge: Knowledge, on: string) => FacetClassifier = oncePerDay((knowledge, on) => {
  const { predict } = trainTextClassifier(examplesFor(knowledge, on), { cost: 1, temperature: 0.5 });
  return (question) =>
    Object.fromEntries(predict(comparable(question, knowledge)).map(({ label, p }) => [label, p])) as Record<
      Facet,
      number
    >;
});

function examplesFor(knowledge: Knowledge, on: string): LabelledText[] {
  const cards = knowledge.matters.inForce(on);
  const names = cards.flatMap(({ title, aliases }) => [title.replace(/一件事$/u, ''), ...aliases.slice(0, 4)]);
  const generic = knowledge.catalogue.facetQuestions.flatMap(({ facet, text }, at) => [
    { label: facet, text },
    ...Array.from({ length: namesBeside }, (_, nth) => ({
      label: facet,
      // 7 and 53 share no divisor with most lengths: the names are dealt out, and equal knowledge deals them equally.
      text: `${names[(at * 7 + nth * 53) % names.length]}${text}`,
    })),
  ]);
  const ofLines = cards.flatMap((card) =>
    knownQuestionsOf(card, knowledge).flatMap(({ paths, text }) => {
      const [, label] = placed.exec(paths[0]!) ?? [];
      return label === undefined ? [] : [{ label, text }];
    }),
  );
  return [...generic.map(({ label, text }) => ({ label, text: comparable(text, knowledge) })), ...ofLines];
}
