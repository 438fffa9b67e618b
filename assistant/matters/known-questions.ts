import type { Knowledge, MatterCard } from '../../knowledge/index.ts';
import { foldSenses } from '../language/fold-senses.ts';
import { normalise } from '../language/normalise.ts';

/** A question that is known to ask for certain lines of a card. */
export interface AskedLine {
  /** Paths of the fields that answer, the best first. */
  paths: string[];
  /** Normalised, senses folded. */
  text: string;
}

/** A text as wordings are compared: standard Chinese, one word for each sense. */
export function comparable(text: string, { catalogue }: Knowledge): string {
  return foldSenses(normalise(text, catalogue.lexicon).text, catalogue.senses);
}

/**
 * The authored questions of a card and its own frequent ones. A question whose lines the card does not have, as may be in
 * an older version of it, is left out.
 */
export function knownQuestionsOf(card: MatterCard, knowledge: Knowledge): AskedLine[] {
  const { fields } = knowledge.matterDocument(card);
  const authored = knowledge.catalogue.questions
    .filter(({ matter }) => matter === card.id)
    .map(({ says, text }) => ({
      text,
      paths: says.flatMap((words) => fields.find(({ passage }) => passage.text.includes(words))?.path ?? []),
    }));
  const frequent = card.faqs.map(({ question }, index) => ({ text: question, paths: [`faqs/${index}`] }));
  return [...authored, ...frequent]
    .filter(({ paths }) => paths.length > 0)
    .map(({ text, paths }) => ({ paths, text: comparable(text, knowledge) }));
}
