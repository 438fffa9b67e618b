import type { Metric, Subject } from '../../../knowledge/index.ts';
import { addDays, endOfMonth, startOfMonth } from '../../language/calendar-days.ts';
import { dimensionOf } from '../compile-dimension.ts';
import type { DataQuery, Filter, TimeWindow } from '../data-query.ts';
import type { Jurisdiction } from '../jurisdiction.ts';
import { keyOfMeasure, partsOfMetric, type RollupShape, shapeOfRollup } from './rollup-shape.ts';

/** A roll-up that is there: the rows that were settled by `settledTo` (local time) are in it. */
export interface RollupState {
  name: string;
  settledTo: string;
  rows: number;
}

export interface PickedRollup {
  shape: RollupShape;
  state: RollupState;
}

export interface RollupQuestion {
  plan: DataQuery;
  subject: Subject;
  metrics: readonly Metric[];
  /** That of the plan and that of its base; null is all time. */
  windows: readonly (TimeWindow | null)[];
  jurisdiction: Jurisdiction;
}

/** The smallest roll-up that answers a plan as the base table would; null where none does. */
export function pickRollup(question: RollupQuestion, states: readonly RollupState[]): PickedRollup | null {
  const { subject } = question;
  // Small counts are found out from the rows themselves.
  if (subject.stock || question.metrics.some(({ suppress }) => suppress)) return null;
  const usable = (subject.rollups ?? []).flatMap((rollup) => {
    const shape = shapeOfRollup(rollup, subject);
    const state = states.find(({ name }) => name === rollup.name);
    return shape && state && covers(shape, state, question) ? [{ shape, state }] : [];
  });
  return usable.toSorted((one, other) => one.state.rows - other.state.rows)[0] ?? null;
}

function covers(shape: RollupShape, { settledTo }: RollupState, question: RollupQuestion): boolean {
  const { plan, subject, metrics, windows, jurisdiction } = question;
  const asked = columnsAsked(plan, subject);
  const fence = jurisdiction.district === null ? [] : [subject.districtColumn];
  const measures = new Set(shape.measures.map(({ measure }) => keyOfMeasure(measure)));
  return (
    asked !== null &&
    [...asked, ...fence].every((column) => column !== null && shape.dimensionColumns.includes(column)) &&
    metrics.flatMap(partsOfMetric).every((measure) => measures.has(keyOfMeasure(measure))) &&
    (shape.grain === 'day' ||
      (isMonthly(plan.grain) && windows.every((window) => window === null || isWholeMonths(window, settledTo))))
  );
}

/** Columns of the dimensions that are grouped and filtered by; null where something is tested that no dimension is. */
function columnsAsked({ dimensions, filter, part }: DataQuery, subject: Subject): string[] | null {
  const tested = [filter, part?.filter ?? null].flatMap((one) => (one ? fieldsOf(one) : []));
  const names = [...dimensions, ...tested];
  const known = new Set(subject.dimensions.map(({ name }) => name));
  return names.every((name) => known.has(name)) ? names.map((name) => dimensionOf(name, subject).column) : null;
}

function fieldsOf(filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap(fieldsOf);
  if ('any' in filter) return filter.any.flatMap(fieldsOf);
  return 'not' in filter ? fieldsOf(filter.not) : [filter.field];
}

function isMonthly(grain: DataQuery['grain']): boolean {
  return grain !== 'day' && grain !== 'week';
}

/** A window to date counts as whole: nothing that is in the roll-up happened after it. */
function isWholeMonths({ from, to }: TimeWindow, settledTo: string): boolean {
  return from === startOfMonth(from) && (to === endOfMonth(to) || addDays(to, 1) > settledTo);
}
