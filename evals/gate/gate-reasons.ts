import type { CriticalMiss, GroupVerdict } from './gate-report.ts';
import type { GateFindings } from './gate-suite.ts';

const namedAtMost = 5;

/** Why the verdict is what it is, in sentences a person can act on, the worst first. Empty where nothing is to be said. */
export function reasonsOf({ groups, misses, newlyBroken, unblessed, missing }: GateFindings): string[] {
  const missed = misses.filter(({ accepted }) => !accepted);
  return [
    missed.length > 0 ? [`关键用例失守 ${missed.length} 例：${named(missed.map(inWords))}。`] : [],
    newlyBroken.length > 0 ? [`新出错 ${newlyBroken.length} 例：${named(newlyBroken)}。`] : [],
    groups.filter(({ verdict }) => verdict === 'fail').map((group) => `${fall(group)}，超出允许的 ${group.margin}。`),
    groups
      .filter(({ verdict }) => verdict === 'warn')
      .map((group) => `${fall(group)}，还不能确定是否超出 ${group.margin}。`),
    missing.length > 0 ? [`基准里有 ${missing.length} 例这次没有跑：${named(missing)}。`] : [],
    unblessed ? ['还没有认定过基准；请用 evals bless 认定。'] : [],
  ].flat();
}

const inWords = ({ caseId, kind, error }: CriticalMiss) => `${caseId}（${kind}${error ? '，出错' : ''}）`;

const named = (ids: readonly string[]) =>
  `${ids.slice(0, namedAtMost).join('、')}${ids.length > namedAtMost ? ` 等 ${ids.length} 例` : ''}`;

function fall({ group, score, n, baseline, candidate, worse }: GroupVerdict): string {
  const where = group === 'all' ? '全部用例' : `分组 ${group} `;
  return `${where}的 ${score} 从 ${baseline.toFixed(3)} 降到 ${candidate.toFixed(3)}（${n} 例，变差：${named(worse)}）`;
}
