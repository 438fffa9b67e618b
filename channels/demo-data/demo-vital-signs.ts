import { type DayOfRows, type DemoRow, localTime } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom, type Random } from './random.ts';

/**
 * Vital signs with what is usual, how far a reading strays, and what is too low or too high: figures for a demonstration,
 * no standard. `hot` rises in July and August, `wet` from May to September.
 */
const signs: {
  name: string; board: string; runway: string; unit: string; usual: number; stray: number; low?: number; high?: number;
  rises?: 'hot' | 'wet';
}[] = [
  { name: '管网漏损率', board: '设施运行', runway: '供水', unit: '%', usual: 8.2, stray: 1.6, high: 12 },
  { name: '出厂水余氯', board: '设施运行', runway: '供水', unit: 'mg/L', usual: 0.6, stray: 0.13, low: 0.3, high: 1 },
  { name: '最大用电负荷率', board: '设施运行', runway: '供电', unit: '%', usual: 62, stray: 8, high: 85, rises: 'hot' },
  { name: '入户安检率', board: '设施运行', runway: '供气', unit: '%', usual: 94, stray: 2.2, low: 88 },
  { name: '桥梁挠度指数', board: '设施运行', runway: '桥隧', unit: '', usual: 40, stray: 12, high: 75 },
  { name: '轨道准点率', board: '设施运行', runway: '轨道', unit: '%', usual: 99.2, stray: 0.4, low: 98 },
  { name: '排水液位', board: '设施运行', runway: '管网', unit: 'm', usual: 1.1, stray: 0.35, high: 2.2, rises: 'wet' },
  { name: '拥堵指数', board: '设施运行', runway: '道路停车', unit: '', usual: 1.5, stray: 0.2, high: 2 },
  { name: '矛盾调解成功率', board: '社会治理', runway: '矛盾', unit: '%', usual: 96, stray: 1.5, low: 92 },
  { name: '森林火险等级', board: '应急动员', runway: '森林防火', unit: '级', usual: 2, stray: 0.6, high: 3.5, rises: 'hot' },
  { name: 'PM2.5 浓度', board: '生态景观', runway: '大气', unit: 'μg/m³', usual: 32, stray: 11, high: 75 },
  { name: '养老床位使用率', board: '生产生活服务', runway: '养老', unit: '%', usual: 58, stray: 6, high: 90 },
]; // biome-ignore format: a table

/** A reading a week until the demo is asked for at full size, and one a day then. */
const dailyFromScale = 10;
const monday = 1;

export const demoVitalSigns: DayOfRows = {
  table: 'data_platform.vital_value',
  columns: [
    'indicator', 'board', 'runway', 'district', 'measured_at', 'value', 'unit', 'threshold_low', 'threshold_high',
    'status',
  ], // biome-ignore format: in the order of the row below
  timeColumn: 4,
  rowsOn(day, scale, world) {
    const startMs = Date.parse(day);
    if (scale < dailyFromScale && new Date(startMs).getUTCDay() !== monday) return [];
    const random = createRandom(`${demoSeed}:vital:${day}`);
    return signs.flatMap((sign) => world.districts.map((district) => reading(sign, district, startMs, random)));
  },
};

function reading(
  sign: (typeof signs)[number],
  district: DemoWorld['districts'][number],
  startMs: number,
  random: Random,
): DemoRow {
  const { name, board, runway, unit, usual, stray, low = null, high = null, rises } = sign;
  const month = new Date(startMs).getUTCMonth() + 1;
  const isHigh = rises === 'hot' ? month === 7 || month === 8 : rises === 'wet' && month >= 5 && month <= 9;
  // The sum of four even numbers is bell-shaped enough; slow districts lie a little off.
  const bell = random.next() + random.next() + random.next() + random.next() - 2;
  const value = usual + stray * (bell * 1.7 + (district.slowness - 1) + (isHigh ? 1.3 : 0));
  const rounded = Math.round(value * 100) / 100;
  return [
    name, board, runway, district.name, localTime(startMs + 8 * 3_600_000), rounded, unit, low, high,
    statusOf(rounded, low, high, stray),
  ]; // biome-ignore format: in the order of the columns above
}

/** 异常 beyond a threshold, 预警 within half of the usual straying from it. */
function statusOf(value: number, low: number | null, high: number | null, stray: number): string {
  if ((low !== null && value < low) || (high !== null && value > high)) return '异常';
  const near = stray / 2;
  return (low !== null && value < low + near) || (high !== null && value > high - near) ? '预警' : '正常';
}
