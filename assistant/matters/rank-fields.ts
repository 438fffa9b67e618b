import type { Field, Knowledge, MatterCard } from '../../knowledge/index.ts';
import { documentFrequencies, gramsOf } from './grams.ts';
import { comparable, knownQuestionsOf } from './known-questions.ts';

export interface RankedField {
  field: Field;
  /** How near the question comes to a known question for this line, 0 to 1. */
  asked: number;
  /** How much of the question the line itself speaks of, 0 to 1. */
  spoken: number;
}

/** Something of a card that a question is compared with: a known question, or a line's own words. */
interface Entry {
  paths: string[];
  weights: Map<string, number>;
  norm: number;
  text: string;
}

interface CardIndex {
  weightOf: (gram: string) => number;
  questions: Entry[];
  lines: Entry[];
  fields: Map<string, Field>;
}

// What no question asks for by itself: the card's own questions and who leads.
const neverAnswers = /^(?:lead|questions\/[^/]+$)/u;

/**
 * How near a question comes to each line of a card: to the questions that are known to ask for the line, and to its own
 * words. `except` leaves out a known wording, so that a known question can be asked as if it were new.
 */
export function rankFields(asked: string, card: MatterCard, knowledge: Knowledge, except?: string): RankedField[] {
  const { weightOf, questions, lines, fields } = indexOf(card, knowledge);
  const question = toEntry([], comparable(asked, knowledge), weightOf);
  const left = except === undefined ? null : comparable(except, knowledge);
  const askedOf = new Map<string, number>();
  for (const entry of questions) {
    if (entry.text === left) continue;
    const near = nearness(question, entry);
    for (const path of entry.paths) askedOf.set(path, Math.max(askedOf.get(path) ?? 0, near));
  }
  return lines.map((entry) => {
    const [path] = entry.paths as [string];
    return { field: fields.get(path)!, asked: askedOf.get(path) ?? 0, spoken: contained(question, entry) };
  });
}

/** Half the cosine, half the share of the known question that stands in this one: a long story may hold a short question. */
function nearness(question: Entry, entry: Entry): number {
  const dot = shared(question, entry);
  return dot === 0 ? 0 : (0.5 * dot) / (question.norm * entry.norm) + (0.5 * dot) / entry.norm ** 2;
}

/** The share of the question that stands in the line, moderated for long lines, which share more by chance. */
function contained(question: Entry, entry: Entry): number {
  const dot = shared(question, entry);
  return dot === 0 ? 0 : dot / (question.norm * Math.sqrt(question.norm * entry.norm));
}

function shared(question: Entry, entry: Entry): number {
  let dot = 0;
  for (const [gram, weight] of question.weights) if (entry.weights.has(gram)) dot += weight * weight;
  return dot;
}

// Built once per card: cards and the corpus are immutable.
const indexes = new WeakMap<MatterCard, CardIndex>();

function indexOf(card: MatterCard, knowledge: Knowledge): CardIndex {
  const known = indexes.get(card);
  if (known) return known;
  const fields = knowledge.matterDocument(card).fields.filter(({ path }) => !neverAnswers.test(path));
  const asked = knownQuestionsOf(card, knowledge);
  const said = fields.map(({ path, passage }) => ({ paths: [path], text: comparable(passage.text, knowledge) }));
  const weightOf = weigher(
    [...asked, ...said].map(({ text }) => gramsOf(text)),
    knowledge,
  );
  const index = {
    weightOf,
    questions: asked.map(({ paths, text }) => toEntry(paths, text, weightOf)),
    lines: said.map(({ paths, text }) => toEntry(paths, text, weightOf)),
    fields: new Map(fields.map((field) => [field.path, field])),
  };
  indexes.set(card, index);
  return index;
}

/**
 * A gram weighs by how rare it is among the questions of all matters, and less the more of this card has it: the name of
 * the matter tells none of its lines apart. A single character weighs half a pair.
 */
function weigher(ofCard: readonly Set<string>[], knowledge: Knowledge): (gram: string) => number {
  const { frequencies, count } = frequenciesOfAll(knowledge);
  const inCard = documentFrequencies(ofCard);
  return (gram) => {
    const rare = Math.log((1 + count) / (1 + (frequencies.get(gram) ?? 0.5)));
    const telling = Math.log((1 + ofCard.length) / (1 + (inCard.get(gram) ?? 0))) / Math.log(1 + ofCard.length);
    return rare * (0.2 + 0.8 * telling) * (gram.length === 1 ? 0.5 : 1);
  };
}

const ofAll = new WeakMap<Knowledge, { frequencies: Map<string, number>; count: number }>();

function frequenciesOfAll(knowledge: Knowledge): { frequencies: Map<string, number>; count: number } {
  const known = ofAll.get(knowledge);
  if (known) return known;
  const { questions, facetQuestions } = knowledge.catalogue;
  const sets = [...questions, ...facetQuestions].map(({ text }) => gramsOf(comparable(text, knowledge)));
  const all = { frequencies: documentFrequencies(sets), count: sets.length };
  ofAll.set(knowledge, all);
  return all;
}

function toEntry(paths: string[], text: string, weightOf: (gram: string) => number): Entry {
  const weights = new Map([...gramsOf(text)].map((gram) => [gram, Math.sqrt(weightOf(gram))]));
  const norm = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { paths, weights, norm, text };
}
