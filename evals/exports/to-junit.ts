import type { CaseRecord } from '../runs/run.ts';
import { escapeMarkup } from './escape-markup.ts';
import { toExportedCase } from './exported-case.ts';

interface Run {
  id: string;
  suite: string;
  data: string;
}

/**
 * The run as a JUnit report for build servers: a wrong case (`right` is 0) is a failure, a broken one an error, one that
 * was not judged is skipped. Times are in seconds, as the format wants.
 */
export function toJunit({ id, suite, data }: Run, cases: readonly CaseRecord[]): string {
  const verdicts = cases.map(verdictOf);
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const seconds = cases.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000;
  const attributes = {
    name: `${suite}/${data}`,
    id,
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds.toFixed(3),
  };
  const lines = cases.map((one, index) => testCase(suite, one, verdicts[index]!));
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<testsuite${inXml(attributes)}>`, ...lines, '</testsuite>'].join('\n')}\n`;
}

type Verdict = 'passed' | 'failure' | 'error' | 'skipped';

function verdictOf({ error, scores }: CaseRecord): Verdict {
  if (error !== null) return 'error';
  if (typeof scores.right !== 'number') return 'skipped';
  return scores.right === 0 ? 'failure' : 'passed';
}

function testCase(suite: string, one: CaseRecord, verdict: Verdict): string {
  const open = `  <testcase${inXml({ classname: suite, name: one.caseId, time: (one.elapsedMs / 1000).toFixed(3) })}`;
  if (verdict === 'passed') return `${open}/>`;
  if (verdict === 'skipped') return `${open}><skipped/></testcase>`;
  const { question = '', answer = '' } = toExportedCase(one);
  const message = one.error ?? `wrong: ${question}`;
  return `${open}><${verdict}${inXml({ message })}>${escapeMarkup(answer)}</${verdict}></testcase>`;
}

function inXml(attributes: Record<string, string | number>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}
