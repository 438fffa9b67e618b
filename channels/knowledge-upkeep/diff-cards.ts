import { type AppliesWhen, materialLine } from '../../knowledge/index.ts';
import type { DiffLine } from '../http/card-types.ts';
import type { CardBody, CardFact } from './card-body.ts';

interface Line {
  section: string;
  path: string;
  text: string;
}

/**
 * Two versions line by line. Lines of a part that say the same are paired first, in order; what is left is paired by its
 * place as changed, and the rest is added or removed.
 */
export function diffCards(before: CardBody, after: CardBody): DiffLine[] {
  const [left, right] = [linesOf(before), linesOf(after)];
  const sections = [...new Set([...left, ...right].map(({ section }) => section))];
  return sections.flatMap((section) =>
    diffSection(
      section,
      left.filter((line) => line.section === section),
      right.filter((line) => line.section === section),
    ),
  );
}

function diffSection(section: string, before: readonly Line[], after: readonly Line[]): DiffLine[] {
  const pairs = longestCommon(before, after);
  const lines: DiffLine[] = [];
  let [left, right] = [0, 0];
  for (const [sameLeft, sameRight] of [...pairs, [before.length, after.length] as const]) {
    lines.push(...changedLines(section, before.slice(left, sameLeft), after.slice(right, sameRight)));
    const [one, other] = [before[sameLeft], after[sameRight]];
    if (one && other) lines.push({ kind: 'same', section, before: placed(one), after: placed(other) });
    [left, right] = [sameLeft + 1, sameRight + 1];
  }
  return lines;
}

function changedLines(section: string, before: readonly Line[], after: readonly Line[]): DiffLine[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at): DiffLine => {
    const [one, other] = [before[at], after[at]];
    const kind = one && other ? 'changed' : one ? 'removed' : 'added';
    return { kind, section, before: one ? placed(one) : null, after: other ? placed(other) : null };
  });
}

const placed = ({ path, text }: Line) => ({ path, text });

/** Positions of a longest common subsequence: parts have at most some two hundred lines. */
function longestCommon(before: readonly Line[], after: readonly Line[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let left = before.length - 1; left >= 0; left--)
    for (let right = after.length - 1; right >= 0; right--)
      lengths[left]![right] =
        before[left]!.text === after[right]!.text
          ? lengths[left + 1]![right + 1]! + 1
          : Math.max(lengths[left + 1]![right]!, lengths[left]![right + 1]!);
  const pairs: [number, number][] = [];
  for (let [left, right] = [0, 0]; left < before.length && right < after.length; ) {
    if (before[left]!.text === after[right]!.text) pairs.push([left++, right++]);
    else if (lengths[left + 1]![right]! >= lengths[left]![right + 1]!) left++;
    else right++;
  }
  return pairs;
}

const certaintyNames = { official: '公开文件', memory: '一般知识', uncertain: '待核实' };

/** Every part of a card as lines that people can compare, how sure and under which condition included. */
function linesOf(body: CardBody): Line[] {
  const one = (section: string, text: string) => (text === '' ? [] : [{ section, path: section, text }]);
  const many = (section: string, texts: readonly string[]) =>
    texts.map((text, at) => ({ section, path: `${section}/${at}`, text }));
  const facts = (section: string, list: readonly CardFact[]) => many(section, list.map(factLine));
  return [
    ...one('title', body.title),
    ...one('summary', factLine(body.summary)),
    ...one('lead', body.lead),
    ...many('participants', body.participants),
    ...many('aliases', body.aliases),
    ...one('audience', body.audience),
    ...facts('components', body.components),
    ...facts('conditions', body.conditions),
    ...many('questions', body.questions.map(questionLine)),
    ...many(
      'materials',
      body.materials.map((material) => `${materialLine(material)}${endOf(material)}`),
    ),
    ...facts('steps', body.steps),
    ...facts('limits', body.limits),
    ...facts('fees', body.fees),
    ...facts('rules', body.rules),
    ...facts('places', body.places),
    ...facts('results', body.results),
    ...many(
      'faqs',
      body.faqs.map(({ question, answer }) => `${question} ${factLine(answer)}`),
    ),
    ...facts('legal', body.legal),
    ...one('validFrom', body.validFrom),
    ...one('validTo', body.validTo ?? ''),
    ...one('source', body.source),
  ];
}

function questionLine({ ask, options }: CardBody['questions'][number]): string {
  const said = options.map(({ label, effect }) => (effect ? `${label}：${effect.text}` : label));
  return `${ask}（${said.join('／')}）`;
}

const factLine = (fact: CardFact) => `${fact.text}${endOf(fact)}`;

function endOf({ certainty, when }: { certainty: CardFact['certainty']; when?: AppliesWhen | undefined }): string {
  const conditions = Object.entries(when ?? {}).map(([question, options]) => `${question}=${options.join('|')}`);
  return `〔${[certaintyNames[certainty], ...conditions].join('；')}〕`;
}
