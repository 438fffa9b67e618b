import type { Catalogue } from '../../knowledge/index.ts';
import { isValidOn } from '../../knowledge/index.ts';
import type { UnitDirectory } from './move-order.ts';

/** So many names are offered for one that is not known. */
const mostOffered = 5;

/** Every unit that the responsibility table can name on a day (`2026-11-23`): its patterns filled with every place. */
export function createUnitDirectory(
  { responsibilities, divisions }: Pick<Catalogue, 'responsibilities' | 'divisions'>,
  on: string,
): UnitDirectory {
  const patterns = new Set(responsibilities.flatMap(({ lead, coUnits }) => [lead, ...coUnits]));
  const names = new Set<string>();
  for (const pattern of patterns) if (!pattern.includes('{')) names.add(pattern);
  for (const { name, kind } of divisions.districts.filter((district) => isValidOn(district, on)))
    for (const pattern of patterns) {
      const police = `${name}${kind.endsWith('county') ? '公安局' : '公安分局'}`;
      const filled = pattern.replace('{district}', name).replace('{police}', police);
      if (!filled.includes('{')) names.add(filled);
    }
  for (const { name, district, administeredBy } of divisions.towns.filter((town) => isValidOn(town, on)))
    names.add(`${administeredBy ?? district}${name}${name.endsWith('街道') ? '办事处' : '人民政府'}`);
  const all = [...names];
  return {
    has: (unit) => names.has(unit),
    nearest: (unit, district) => nearestNames(unit, district, all),
  };
}

function nearestNames(unit: string, district: string | null, names: readonly string[]): string[] {
  const local = (name: string) => (district !== null && name.startsWith(district) ? 0.2 : 0);
  return names
    .map((name) => ({ name, score: alike(unit, name) + local(name) }))
    .filter(({ score }) => score > leastAlike)
    .sort((left, right) => right.score - left.score || left.name.length - right.name.length)
    .slice(0, mostOffered)
    .map(({ name }) => name);
}

const leastAlike = 0.4;

/**
 * How much of both names stands in the other in the same order, 0 to 1: people shorten names by leaving characters out
 * (渝中区城市管理局 → 渝中城管局).
 */
function alike(left: string, right: string): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const above = row;
    row = [0];
    for (let index = 0; index < right.length; index += 1)
      row.push(one === right[index] ? above[index]! + 1 : Math.max(above[index + 1]!, row[index]!));
  }
  const length = left.length + right.length;
  return length === 0 ? 0 : (2 * row.at(-1)!) / length;
}
