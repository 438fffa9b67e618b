import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import type { Sketch, Token } from './sketch-question.ts';

export type PickedSubject =
  | { outcome: 'picked'; subject: Subject }
  /** A word that means something in several subjects, with nothing to tell which. */
  | { outcome: 'ambiguous'; subjects: Subject[]; said: string }
  | { outcome: 'none' };

/** How much a kind of word says about the subject. A dimension is a weak sign: several subjects have a 渠道. */
const weights: Record<string, number> = { metric: 3, subject: 3, value: 2, dimension: 1 };

/**
 * The subject that the recognised words speak of. A word that every subject knows (a district) says nothing; `before` is
 * the subject of the question that this one follows.
 */
export function pickSubject(sketch: Sketch, model: SemanticModel, before: string | undefined): PickedSubject {
  const scores = model.subjects.map((subject) => ({ subject, score: scoreOf(subject, sketch.tokens, model) }));
  const best = Math.max(...scores.map(({ score }) => score));
  const first = scores.filter(({ score }) => score === best).map(({ subject }) => subject);
  const kept = model.subjects.find(({ name }) => name === before);
  if (best === 0) return kept ? { outcome: 'picked', subject: kept } : { outcome: 'none' };
  if (first.length === 1) return { outcome: 'picked', subject: first[0]! };
  if (kept && first.includes(kept)) return { outcome: 'picked', subject: kept };
  const said = sketch.tokens.find((token) =>
    first.every((subject) => knows(subject, token, ['metric', 'value', 'subject'])),
  );
  return said ? { outcome: 'ambiguous', subjects: first, said: said.said } : { outcome: 'none' };
}

function scoreOf(subject: Subject, tokens: readonly Token[], model: SemanticModel): number {
  let score = 0;
  for (const token of tokens) {
    const telling = model.subjects.some((other) => !knows(other, token, Object.keys(weights)));
    if (!telling) continue;
    const kinds = token.terms.flatMap((term) => ('subject' in term && term.subject === subject.name ? [term] : []));
    const worth = kinds.map((term) => (term.kind === 'subject' && !term.strong ? 1 : (weights[term.kind] ?? 0)));
    score += Math.max(0, ...worth);
  }
  return score;
}

function knows(subject: Subject, { terms }: Token, kinds: readonly string[]): boolean {
  return terms.some((term) => 'subject' in term && term.subject === subject.name && kinds.includes(term.kind));
}
