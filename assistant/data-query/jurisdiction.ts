import type { SemanticModel } from '../../knowledge/index.ts';
import type { DataQuery, Filter, Test } from './data-query.ts';

/** What a cadre may see: the whole city (null), or one district's rows. */
export interface Jurisdiction {
  district: string | null;
}

/**
 * `inside`: the question asks for no more than the cadre may see; `narrowed`: it asks for more and gets its own part;
 * `outside`: nothing of what it asks for is the cadre's to see.
 */
export type Scope = 'inside' | 'narrowed' | 'outside';

/**
 * What a plan means for a jurisdiction. This is for honesty alone: the fence itself stands inside every table reference
 * that the compiler writes, and holds whatever is judged here.
 */
export function scopeOf(plan: DataQuery, model: SemanticModel, { district }: Jurisdiction): Scope {
  if (district === null) return 'inside';
  const allows = (place: string) =>
    [plan.filter, plan.having].every((filter) => filter === null || admits(filter, place, model) !== false);
  if (!allows(district)) return 'outside';
  const others = model.regions.flatMap(({ districts }) => districts).filter((name) => name !== district);
  return others.some(allows) ? 'narrowed' : 'inside';
}

/** Whether rows of a district can pass a filter; undefined where the filter does not say. */
function admits(filter: Filter, place: string, model: SemanticModel): boolean | undefined {
  if ('all' in filter) return every(filter.all.map((part) => admits(part, place, model)));
  if ('any' in filter) return negate(every(filter.any.map((part) => negate(admits(part, place, model)))));
  if ('not' in filter) return negate(admits(filter.not, place, model));
  if (filter.field === 'district') return holds(filter, place);
  if (filter.field !== 'region') return undefined;
  const region = model.regions.find(({ districts }) => districts.includes(place))?.name;
  return region === undefined ? false : holds(filter, region);
}

function holds({ is, values }: Test, place: string): boolean | undefined {
  if (is === 'eq' || is === 'in') return values.includes(place);
  if (is === 'ne' || is === 'not_in') return !values.includes(place);
  if (is === 'contains') return values.some((part) => place.includes(String(part)));
  return undefined;
}

/** Of three values: false wins, then not known. */
function every(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
