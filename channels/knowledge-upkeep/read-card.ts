import type { z } from 'zod';
import { MatterCard } from '../../knowledge/index.ts';
import { CardBody } from './card-body.ts';

/** What keeps a card from being served: the path of a field, `materials/0/name`, and what is wrong there. */
export interface Problem {
  path: string;
  message: string;
}

/** A body as the card that is served, or what it still lacks. `version` is its number in the record. */
export function readCard(
  body: CardBody,
  version: number,
): { card: MatterCard; problems: [] } | { card: null; problems: Problem[] } {
  const read = MatterCard.safeParse({ ...withoutEmptyLines(body), version });
  if (read.success) return { card: read.data, problems: [] };
  const problems = read.error.issues.flatMap((issue) => problemsOf(issue));
  const first = new Map(problems.map((problem) => [problem.path, problem] as const).reverse());
  return { card: null, problems: [...first.values()].reverse() };
}

/** An authored card as it is worked on. */
export function toCardBody({ version: _, ...card }: MatterCard): CardBody {
  return CardBody.parse(card);
}

/** A row added and left empty in the editor is no fact and no fault. */
function withoutEmptyLines(body: CardBody): CardBody {
  const kept = <Line extends { text: string }>(lines: readonly Line[]) =>
    lines.filter(({ text }) => text.trim() !== '');
  const words = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '');
  return {
    ...body,
    aliases: words(body.aliases),
    participants: words(body.participants),
    components: kept(body.components),
    conditions: kept(body.conditions),
    steps: kept(body.steps),
    limits: kept(body.limits),
    fees: kept(body.fees),
    rules: kept(body.rules),
    places: kept(body.places),
    results: kept(body.results),
    legal: kept(body.legal),
    faqs: body.faqs.filter(({ question, answer }) => question.trim() !== '' || answer.text.trim() !== ''),
  };
}

/** A fact is a sentence or an object, so a wrong object is reported inside of a union: the object's own faults are wanted. */
function problemsOf(issue: z.core.$ZodIssue, above: PropertyKey[] = []): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const inside = issue.errors.at(-1) ?? [];
    if (inside.length > 0) return inside.flatMap((one) => problemsOf(one, path));
  }
  return [{ path: path.map(String).join('/'), message: inWords(issue) }];
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'too_small') return issue.origin === 'array' ? `至少要有 ${issue.minimum} 项` : '不能为空';
  if (issue.code === 'invalid_format' && issue.format === 'date') return '写成 2026-01-31 这样的日期';
  return issue.message;
}
