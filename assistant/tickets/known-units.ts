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
  const wanted = pairsOf(unit);
  return names
    .map((name) => ({ name, score: alike(wanted, pairsOf(name)) + (district && name.startsWith(district) ? 0.2 : 0) }))
    .filter(({ score }) => score > 0.3)
    .sort((left, right) => right.score - left.score || left.name.length - right.name.length)
    .slice(0, mostOffered)
    .map(({ name }) => name);
}

/** Dice's coefficient over pairs of characters. */
function alike(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)));
}
