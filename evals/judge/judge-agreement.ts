import { cohensKappa } from '../statistics/cohens-kappa.ts';
import type { Judgement, Verdict } from './judge-cases.ts';

export interface JudgeAgreement {
  /** Cases on which both the judge and a person gave a verdict. */
  n: number;
  agreed: number;
  /** Cohen's kappa; null where nothing can be said. Under some 0.6 the judge is no stand-in for people. */
  kappa: number | null;
  /** Where they differ: what to look at first. */
  differing: { caseId: string; judge: Verdict; person: Verdict }[];
}

/** How far a judge agrees with people's verdicts on the same cases; those that either left open are left out. */
export function judgeAgreement(
  judgements: readonly Judgement[],
  people: readonly { caseId: string; verdict: Verdict }[],
): JudgeAgreement {
  const byPerson = new Map(people.map(({ caseId, verdict }) => [caseId, verdict]));
  const pairs = judgements.flatMap(({ caseId, verdict: judge }) => {
    const person = byPerson.get(caseId);
    if (judge === null || judge === 'cannot_tell' || person === undefined || person === 'cannot_tell') return [];
    return [{ caseId, judge, person }];
  });
  const differing = pairs.filter(({ judge, person }) => judge !== person);
  const kappa = cohensKappa(pairs.map(({ judge, person }) => [judge, person]));
  return { n: pairs.length, agreed: pairs.length - differing.length, kappa, differing };
}
