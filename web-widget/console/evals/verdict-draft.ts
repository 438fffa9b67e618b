import type { ReviewCorrection, ReviewDetail, VerdictBody } from '../../../channels/http/eval-schemas.ts';

export const verdictNames = ['right', 'partly', 'wrong', 'unsafe'] as const;
export const correctionSuites = ['routing', 'answers', 'classification', 'safety'] as const;

/** The form as it is filled in: texts, with one entry a line where there may be several. */
export interface VerdictDraft {
  verdict: (typeof verdictNames)[number] | '';
  faults: string[];
  culprit: string;
  note: string;
  makeCase: boolean;
  suite: (typeof correctionSuites)[number];
  outcome: string;
  matter: string;
  mustSay: string;
  mustNotSay: string;
  kind: string;
  label: string;
  expect: string;
  answer: string;
}

const blank: VerdictDraft = {
  verdict: '', faults: [], culprit: '', note: '', makeCase: false, suite: 'routing', outcome: '', matter: '', mustSay: '',
  mustNotSay: '', kind: '', label: '', expect: '', answer: '',
}; // biome-ignore format: the empty form at a glance

/** What is known beforehand: a case of a run says what it asks for, somebody at work what would have been right. */
export function firstDraft({ evalCase, reply, proposed }: ReviewDetail['content']): VerdictDraft {
  if (proposed) return { ...blank, makeCase: true, ...proposedBy(proposed) };
  const suite = correctionSuites.find((name) => name === evalCase?.suite) ?? (reply?.matter ? 'answers' : 'routing');
  return { ...blank, suite, ...(evalCase ? expectedOf(evalCase.input) : {}) };
}

/** The verdict itself stays the reviewer's. */
function proposedBy({ mustSay = [], mustNotSay = [], ...rest }: ReviewCorrection): Partial<VerdictDraft> {
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...known, mustSay: mustSay.join('\n'), mustNotSay: mustNotSay.join('\n') };
}

function expectedOf(input: unknown): Partial<VerdictDraft> {
  const { kinds, labels, label, category, expect } = (input ?? {}) as Record<string, unknown>;
  const { outcome, matter, mustSay } = (expect ?? {}) as Record<string, unknown>;
  const firstOf = (value: unknown) => (Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '');
  const facts = Array.isArray(mustSay) ? mustSay.map((fact) => (Array.isArray(fact) ? fact[0] : fact)) : [];
  return {
    kind: firstOf(kinds),
    label: [label, category].find((one) => typeof one === 'string') ?? firstOf(labels),
    expect: typeof expect === 'string' ? expect : '',
    outcome: firstOf(outcome),
    matter: typeof matter === 'string' ? matter : '',
    mustSay: facts.filter((fact) => typeof fact === 'string').join('\n'),
  };
}

/** What is sent; null while there is no verdict. A correction is sent only when a case is to be made or an answer was written. */
export function toVerdict(draft: VerdictDraft): VerdictBody | null {
  const { verdict, faults, culprit, note, makeCase } = draft;
  if (!verdict) return null;
  const correction = makeCase || draft.answer.trim() ? correctionOf(draft) : null;
  const isRight = verdict === 'right';
  return {
    verdict,
    faults: isRight ? [] : (faults as NonNullable<VerdictBody['faults']>),
    culprit: culprit.trim() || null,
    note,
    makeCase,
    correction,
  };
}

function correctionOf({
  suite,
  outcome,
  matter,
  mustSay,
  mustNotSay,
  kind,
  label,
  expect,
  answer,
}: VerdictDraft): ReviewCorrection {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const given = {
    answers: { outcome, matter, mustSay: lines(mustSay), mustNotSay: lines(mustNotSay) },
    routing: { kind, label },
    classification: { label },
    safety: { expect, label },
  }[suite];
  const filled = Object.entries({ ...given, answer: answer.trim() }).filter(([, value]) => value.length > 0);
  return { suite, ...Object.fromEntries(filled) };
}
