import type { SemanticModel } from '../../knowledge/index.ts';
import { chartOf } from './chart-of.ts';
import { chipsOf } from './chips-of.ts';
import type { DataAnswer } from './data-answer.ts';
import type { DataQuery } from './data-query.ts';
import { explainPlan } from './explain-plan.ts';
import type { Jurisdiction, Scope } from './jurisdiction.ts';
import type { RunDataQuery } from './run-data-query.ts';
import { sayPlace } from './say-plan.ts';
import type { Assumption } from './to-plan.ts';
import { subjectOf } from './write-sql.ts';

/** A plan that is ready to be run, with how sure its maker is of it. */
export interface UnderstoodQuestion {
  plan: DataQuery;
  assumptions: Assumption[];
  uncovered: string[];
  confidence: number;
  /** A step was taken back to. */
  isUndo?: boolean;
}

/** What was run and found as an answer that says how it was computed. */
export function toDataAnswer(
  { plan, assumptions, uncovered, confidence }: UnderstoodQuestion,
  run: RunDataQuery,
  model: SemanticModel,
  jurisdiction: Jurisdiction,
  scope: Scope,
  now: Date,
): DataAnswer {
  const { sql, params, columns } = run.compiled;
  return {
    plan,
    sql,
    params,
    columns,
    rows: run.rows,
    chart: chartOf(plan, columns, run.rows),
    explanation: explainPlan(
      plan,
      subjectOf(model, plan.subject),
      model,
      run,
      placeOf(plan, model, jurisdiction, scope),
    ),
    assumptions,
    chips: chipsOf(plan, subjectOf(model, plan.subject), assumptions, now),
    jurisdiction: scope === 'narrowed' ? sayNarrowed(jurisdiction) : null,
    dataAsOf: run.dataAsOf,
    uncovered,
    hidden: run.hidden,
    isCut: run.isCut,
    confidence,
  };
}

/** The place that the rows are really from: a narrowed question is answered for the cadre's own district. */
export function placeOf(plan: DataQuery, model: SemanticModel, { district }: Jurisdiction, scope: Scope): string {
  return scope === 'narrowed' && district !== null ? district : sayPlace(plan, subjectOf(model, plan.subject));
}

function sayNarrowed({ district }: Jurisdiction): string {
  return `您的权限范围是${district}，结果只含${district}的数据，不代表其他区县或全市。`;
}
