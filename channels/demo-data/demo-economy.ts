import type { DemoRow } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom } from './random.ts';

export const economyColumns = ['district', 'quarter', 'indicator', 'value', 'unit'];

/**
 * What ten thousand people make in a quarter, by indicator: round numbers that keep the proportions between indicators
 * plausible and are no statistics. `byQuarter` is the rhythm of a year, `growth` a year's, `spread` how districts differ.
 */
const indicators: { name: string; unit: string; perHead: number; byQuarter: number[]; growth: number; spread: number }[] = [
  { name: '地区生产总值', unit: '亿元', perHead: 2.4, byQuarter: [0.9, 0.97, 1, 1.13], growth: 0.05, spread: 0.35 },
  { name: '规上工业增加值', unit: '亿元', perHead: 0.68, byQuarter: [0.92, 1, 0.98, 1.1], growth: 0.06, spread: 0.6 },
  { name: '固定资产投资', unit: '亿元', perHead: 1.1, byQuarter: [0.75, 1.1, 1.05, 1.1], growth: 0.02, spread: 0.4 },
  { name: '社会消费品零售总额', unit: '亿元', perHead: 1.2, byQuarter: [1.02, 0.95, 0.96, 1.07], growth: 0.04, spread: 0.4 },
  { name: '一般公共预算收入', unit: '亿元', perHead: 0.19, byQuarter: [1.1, 1.05, 0.85, 1], growth: 0.03, spread: 0.45 },
  { name: '进出口总额', unit: '亿元', perHead: 0.55, byQuarter: [0.93, 0.98, 1.03, 1.06], growth: 0.03, spread: 1 },
  { name: '用电量', unit: '亿千瓦时', perHead: 0.12, byQuarter: [0.95, 0.88, 1.25, 0.92], growth: 0.05, spread: 0.3 },
  { name: '城镇新增就业', unit: '万人', perHead: 0.0056, byQuarter: [0.95, 1.15, 1.05, 0.85], growth: 0.01, spread: 0.2 },
]; // biome-ignore format: a table

/** One row a district, quarter and indicator, for the quarters that had ended by `to` (`2026-11-23 …`). */
export function demoEconomy(from: string, to: string, world: DemoWorld): DemoRow[] {
  return world.districts.flatMap((district) =>
    indicators.flatMap(({ name, unit, perHead, byQuarter, growth, spread }) => {
      const random = createRandom(`${demoSeed}:economy:${district.name}:${name}`);
      const level = district.people * perHead * (1 + spread * (random.next() - 0.5) * 2);
      const own = growth + (random.next() - 0.5) * 0.04;
      return endedQuarters(from, to).map(({ year, quarter, firstDay }): DemoRow => {
        const value = level * byQuarter[quarter]! * (1 + own) ** (year - 2023) * (0.98 + 0.04 * random.next());
        return [district.name, firstDay, name, Math.round(value * 10_000) / 10_000, unit];
      });
    }),
  );
}

interface Quarter {
  year: number;
  /** 0 to 3. */
  quarter: number;
  firstDay: string;
}

function endedQuarters(from: string, to: string): Quarter[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const all = Array.from({ length: (last - first + 1) * 4 }, (_, index): Quarter => {
    const [year, quarter] = [first + (index >> 2), index & 3];
    return { year, quarter, firstDay: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01` };
  });
  return all.filter(
    ({ year, quarter }) => new Date(Date.UTC(year, quarter * 3 + 3, 1)).toISOString().slice(0, 10) <= to,
  );
}
