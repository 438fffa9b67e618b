import type { CaseRecord } from '../runs/run.ts';
import { toExportedCase } from './exported-case.ts';

type Cell = string | number | null;

/**
 * A table of the cases for spreadsheets (RFC 4180, UTF-8 with its mark so that Excel reads Chinese): a column a score.
 * Texts that a spreadsheet would carry out as a formula get an apostrophe in front: cases hold what strangers wrote.
 */
export function toCsv(cases: readonly CaseRecord[]): string {
  const scores = [...new Set(cases.flatMap((one) => Object.keys(one.scores)))];
  const head = ['case', 'question', 'answer', 'ground_truth', 'error', 'elapsedMs', ...scores];
  const rows = cases.map((one): Cell[] => {
    const { question = null, answer = null, ground_truth = null } = toExportedCase(one);
    const judged = scores.map((score) => one.scores[score] ?? null);
    return [one.caseId, question, answer, ground_truth, one.error, one.elapsedMs, ...judged];
  });
  return `\ufeff${[head, ...rows].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^\s*[=+\-@＝＋－＠\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
