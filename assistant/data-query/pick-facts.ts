import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import { pairsOf } from './link-loosely.ts';
import type { PickedSubject } from './pick-subject.ts';
import { type Sketch, sketchQuestion } from './sketch-question.ts';
import { foldText } from './vocabulary.ts';

/**
 * Tables that nobody has described share many words (地区, 项目名称). The table that the most of the question can be said
 * with is meant: its columns count for more than its values, which several tables may hold. Null for a model whose
 * subjects were described by hand, or a question that no table has a word of.
 */
export function pickFacts(
  text: string,
  model: SemanticModel,
  now: Date,
  before: string | undefined,
): Exclude<PickedSubject, { outcome: 'none' }> | null {
  if (!model.subjects.every(({ things }) => things.length > 0)) return null;
  const scores = model.subjects.map((subject) => ({
    subject,
    score: covered(sketchQuestion(text, model, now, subject), subject),
  }));
  const best = Math.max(...scores.map(({ score }) => score));
  if (best === 0) return null;
  const first = scores.filter(({ score }) => score === best).map(({ subject }) => subject);
  const kept = first.find(({ name }) => name === before) ?? (first.length === 1 ? first[0] : likeliest(first, text));
  if (kept) return { outcome: 'picked', subject: kept };
  return { outcome: 'ambiguous', subjects: first, said: first[0]!.label };
}

/** Of tables that say as much, the one whose column names and labels share the most pairs of marks with the question. */
function likeliest(subjects: readonly Subject[], text: string): Subject | undefined {
  const pairs = pairsOf(foldText(text));
  const scored = subjects
    .map((subject) => ({ subject, score: pairs.filter((pair) => pairsOfSubject(subject).has(pair)).length }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > (second?.score ?? 0) ? first.subject : undefined;
}

/** Dictionaries longer than this are names, and say nothing of what the table is about. */
const mostLabels = 40;

function pairsOfSubject({ listColumns, dimensions }: Subject): ReadonlySet<string> {
  const labels = dimensions.filter(({ values }) => values.length <= mostLabels).flatMap(({ values }) => values);
  const words = [...listColumns.map(({ label }) => label), ...labels.map(({ value }) => String(value))];
  return new Set(words.flatMap((word) => pairsOf(foldText(word))));
}

function covered({ tokens }: Sketch, subject: Subject): number {
  let score = 0;
  for (const { said, terms } of tokens) {
    const own = terms.filter((term) => 'subject' in term && term.subject === subject.name);
    if (own.length === 0) continue;
    const isColumn = own.some(({ kind }) => kind !== 'value');
    const names = own.some((term) => isColumn && nameOf(term, subject) === said);
    score += said.length * (names ? 3 : isColumn ? 2 : 1);
  }
  return score;
}

function nameOf(term: { kind: string } & Record<string, unknown>, subject: Subject): string | undefined {
  const name = term.kind === 'metric' ? term.metric : term.dimension;
  return subject.listColumns.find((column) => column.name === name)?.label;
}
