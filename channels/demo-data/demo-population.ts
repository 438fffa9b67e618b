import type { DemoRow } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom } from './random.ts';

export const populationColumns = ['district', 'year', 'resident', 'hukou', 'urban', 'aged_60', 'births', 'deaths'];

/** One row a district and year, in ten thousands of people; synthetic like everything here. */
export function demoPopulation(firstYear: number, lastYear: number, world: DemoWorld): DemoRow[] {
  return world.districts.flatMap((district) => {
    const random = createRandom(`${demoSeed}:population:${district.name}`);
    const hukouShare = 0.9 + 0.3 * random.next();
    const urban = district.people > 100 ? 0.75 + 0.2 * random.next() : 0.5 + 0.25 * random.next();
    const aged = 0.18 + 0.1 * random.next();
    const birthRate = 0.004 + 0.002 * random.next();
    const growth = (random.next() - 0.5) * 0.01;
    return years(firstYear, lastYear).map((year) => {
      const since = year - firstYear;
      const resident = district.people * (1 + growth * since);
      return [
        district.name, year, rounded(resident), rounded(resident * hukouShare),
        rounded(resident * Math.min(1, urban + 0.006 * since)), rounded(resident * (aged + 0.006 * since)),
        rounded(resident * birthRate * 0.97 ** since), rounded(resident * 0.0085 * 1.01 ** since),
      ]; // biome-ignore format: in the order of the columns above
    });
  });
}

function years(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
