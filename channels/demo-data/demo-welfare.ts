import type { DemoRow } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom } from './random.ts';

export const welfareColumns = ['district', 'month', 'category', 'age_group', 'people', 'amount'];

const ageGroups = ['0—17岁', '18—59岁', '60岁及以上'];

/**
 * How many of ten thousand people are helped in a month, by age group, and with how much (in 万元 a head): made up, so
 * that some cells are small enough to be somebody.
 */
const kinds: { name: string; perTenThousand: number[]; each: number; rural?: true }[] = [
  { name: '城市低保', perTenThousand: [9, 41, 22], each: 0.062 },
  { name: '农村低保', perTenThousand: [16, 62, 74], each: 0.051, rural: true },
  { name: '特困供养', perTenThousand: [0.08, 4, 46], each: 0.085, rural: true },
  { name: '临时救助', perTenThousand: [0.4, 3.1, 2.2], each: 0.14 },
  { name: '残疾人两项补贴', perTenThousand: [3.2, 48, 61], each: 0.011 },
  { name: '失业保险金', perTenThousand: [0, 26, 0.05], each: 0.19 },
  { name: '育儿补贴', perTenThousand: [120, 0, 0], each: 0.03 },
]; // biome-ignore format: a table

/** One row a district, month, kind of help and age group, for the months that had ended by `to`. */
export function demoWelfare(from: string, to: string, world: DemoWorld): DemoRow[] {
  const months = endedMonths(from, to);
  return world.districts.flatMap((district) =>
    kinds.flatMap(({ name, perTenThousand, each, rural }) => {
      const random = createRandom(`${demoSeed}:welfare:${district.name}:${name}`);
      // Large districts are urban ones, with fewer people on the help of the countryside.
      const share = (0.6 + 0.8 * random.next()) * (rural && district.people > 100 ? 0.4 : 1);
      return months.flatMap((month) =>
        ageGroups.map((age, index): DemoRow => {
          const expected = district.people * perTenThousand[index]! * share * (0.94 + 0.12 * random.next());
          const people = Math.floor(expected) + (random.chance(expected - Math.floor(expected)) ? 1 : 0);
          return [district.name, month, name, age, people, Math.round(people * each * 10_000) / 10_000];
        }),
      );
    }),
  );
}

function endedMonths(from: string, to: string): string[] {
  const months: string[] = [];
  const [year = 0, month = 0] = from.split('-').map(Number);
  for (let index = 0; ; index++) {
    const first = new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 10);
    const after = new Date(Date.UTC(year, month + index, 1)).toISOString().slice(0, 10);
    if (after > to) return months;
    months.push(first);
  }
}
