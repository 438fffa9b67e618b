import type { Knowledge, MatterCard } from '../../knowledge/index.ts';
import { oncePerDay } from './once-per-day.ts';

export interface MatterNames {
  /** The longest name of any matter that stands in the text. */
  longestIn(text: string): string | null;
  /** The longest name of this matter that stands in the text. */
  longestOf(id: string, text: string): string | null;
}

/** What the matters in force on `on` are called: titles, aliases, and everyday words that mean one matter only. */
export const matterNames: (knowledge: Knowledge, on: string) => MatterNames = oncePerDay((knowledge, on) => {
  const everyday = knowledge.catalogue.lexicon.everyday.filter(({ clarify }) => !clarify);
  const byId = new Map(
    knowledge.matters.inForce(on).map((card) => {
      const alsoCalled = everyday.flatMap(({ word, ref }) => (ref === card.id ? [word] : []));
      return [card.id, longestFirst([...namesOf(card), ...alsoCalled])];
    }),
  );
  const all = longestFirst([...byId.values()].flat());
  return {
    longestIn: (text) => firstIn(text, all),
    longestOf: (id, text) => firstIn(text, byId.get(id) ?? []),
  };
});

function namesOf({ title, aliases }: MatterCard): string[] {
  return [title.replace(/一件事$/u, ''), ...aliases];
}

/** Names of one character would be found everywhere. */
function longestFirst(names: readonly string[]): string[] {
  return names
    .filter((name) => name.length >= 2)
    .map((name) => name.toLowerCase())
    .sort((left, right) => right.length - left.length);
}

function firstIn(text: string, names: readonly string[]): string | null {
  const said = text.toLowerCase();
  return names.find((name) => said.includes(name)) ?? null;
}
