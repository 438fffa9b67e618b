import type { DataAnswer } from './data-answer.ts';
import type { DataQuery } from './data-query.ts';
import type { RunLimits } from './engines/data-engine.ts';
import { type Jurisdiction, scopeOf } from './jurisdiction.ts';
import { type DataSource, runDataQuery } from './run-data-query.ts';
import { toDataAnswer } from './to-data-answer.ts';

/**
 * Runs a plan that was understood before, with the data and the rights of now. Outside the jurisdiction there are no rows.
 * @throws DataQueryError
 */
export async function answerPlan(
  plan: DataQuery,
  source: DataSource,
  jurisdiction: Jurisdiction,
  { now, ...limits }: RunLimits & { now: Date },
): Promise<DataAnswer> {
  const run = await runDataQuery(plan, source, jurisdiction, limits);
  const scope = scopeOf(plan, source.model, jurisdiction);
  const question = { plan, assumptions: [], uncovered: [], confidence: 1 };
  return toDataAnswer(question, run, source.model, jurisdiction, scope === 'outside' ? 'narrowed' : scope, now);
}
