import type { CaseRecord, MetricValues } from '../runs/run.ts';
import type { StoredRun } from '../runs/run-store.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { escapeMarkup } from './escape-markup.ts';
import { toExportedCase } from './exported-case.ts';
import { reportStyle } from './report-style.ts';

/** Enough to read in a meeting; the others are in the CSV, and a page of thousands opens on no phone. */
const passedShown = 200;

/**
 * One run as a page that needs nothing else: no script, no font, no picture from anywhere, so that it can be mailed and
 * still be read in ten years. Failed cases come first. Everything that a data set or a citizen wrote is escaped.
 */
export function toHtml(run: StoredRun, cases: readonly CaseRecord[]): string {
  const failed = cases.filter(isFailed);
  const passed = cases.filter((one) => !isFailed(one));
  const title = `${run.suite} / ${run.data}`;
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>渝问评测：${escapeMarkup(title)}</title><style>${reportStyle}</style></head><body><main>`,
    `<h1>${escapeMarkup(title)}</h1>`,
    summary(run, cases),
    `<h2>指标</h2>${table(['指标', '值'], metricRows(run.metrics))}`,
    slicesPart(run.slices),
    casesPart(`失败和出错的用例（${failed.length}）`, failed),
    casesPart(
      `其余用例（${passed.length}${passed.length > passedShown ? `，列出前 ${passedShown} 例` : ''}）`,
      passed.slice(0, passedShown),
    ),
    '</main></body></html>\n',
  ].join('\n');
}

const isFailed = ({ error, scores }: CaseRecord) => error !== null || scores.right === 0;

function summary({ n, errors, identity, startedAt, finishedAt, id }: StoredRun, cases: readonly CaseRecord[]): string {
  const judged = cases.filter(({ scores }) => typeof scores.right === 'number');
  const right = judged.filter(({ scores }) => scores.right === 1).length;
  const interval = wilsonInterval(right, judged.length);
  const share = interval && `${right} / ${judged.length}（95% 区间 ${figure(interval.low)}–${figure(interval.high)}）`;
  const { commit, dirty, engine, dataDigest, knowledgeDigest, machine, node } = identity;
  return table(['项目', '内容'], [
    ['用例', `${n}，出错 ${errors}`],
    ['全对', share || '没有判定'],
    ['时间', `${startedAt.toISOString()} – ${finishedAt?.toISOString() ?? '未结束'}`],
    ['版本', `${commit ?? '未知'}${dirty ? '（有未提交的改动）' : ''}`],
    ['引擎', engine],
    ['数据集', dataDigest],
    ['知识库', knowledgeDigest],
    ['机器', `${machine}，Node ${node}`],
    ['编号', id],
  ]); // biome-ignore format: a table
}

function slicesPart(slices: StoredRun['slices']): string {
  const names = Object.keys(slices);
  if (names.length === 0) return '';
  const rows = names.map((name) => [
    name,
    Object.entries(slices[name]!)
      .map(([key, value]) => `${key} ${figure(value)}`)
      .join('，'),
  ]);
  return `<h2>分组</h2>${table(['分组', '值'], rows)}`;
}

function casesPart(title: string, cases: readonly CaseRecord[]): string {
  return `<h2>${escapeMarkup(title)}</h2>${cases.map(casePart).join('\n')}`;
}

function casePart(one: CaseRecord): string {
  const { question, answer, ground_truth, contexts = [] } = toExportedCase(one);
  const rows = [
    ['问', question],
    ['答', answer],
    ['应有', ground_truth],
    ...contexts.map((context) => ['依据', context]),
    ['出错', one.error ?? undefined],
    ['分数', Object.entries(one.scores).map(([name, value]) => `${name} ${figure(value)}`).join('，')],
  ].flatMap(([name, said]) => (said ? [[name!, said]] : [])); // biome-ignore format: a table
  const mark = one.error !== null ? '出错' : isFailed(one) ? '错' : one.scores.right === 1 ? '对' : '未判';
  return `<details${isFailed(one) ? ' open' : ''}><summary><b>${mark}</b> ${escapeMarkup(one.caseId)}</summary>${table(['', ''], rows)}</details>`;
}

const metricRows = (metrics: MetricValues) => Object.entries(metrics).map(([name, value]) => [name, figure(value)]);

const figure = (value: number | null) =>
  value === null ? '—' : Number.isInteger(value) ? String(value) : value.toFixed(4);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heading = head.some((name) => name !== '')
    ? `<thead><tr>${head.map((name) => `<th>${name}</th>`).join('')}</tr></thead>`
    : '';
  const body = rows.map(
    ([name = '', ...cells]) =>
      `<tr><th scope="row">${escapeMarkup(name)}</th>${cells.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table>${heading}<tbody>${body.join('')}</tbody></table></div>`;
}
