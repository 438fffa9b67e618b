import { type DayOfRows, type DemoRow, dailyCount, localTime, momentIn, rowId } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom, cumulate, pickWeighted, type Random } from './random.ts';

const perDay = 33;
const dayMs = 86_400_000;
const hours = cumulate([0, 0, 0, 0, 0, 0, 1, 3, 8, 12, 12, 8, 4, 5, 10, 11, 10, 7, 4, 4, 4, 3, 2, 1]);

const caseChannels = ['手机端', '电脑端', '小程序端', '窗口', '自助机'];
const channelWeights = cumulate([38, 17, 18, 22, 5]);
const outcomes = ['办结', '退件', '不予办理'];
const outcomeWeights = cumulate([94, 4, 2]);
/** Names stand in the semantic model too; `days` is what the demo promises and no real promise. */
const matters: { name: string; weight: number; days: number; materials: number; enterprise?: true }[] = [
  { name: '新生儿出生一件事', weight: 16, days: 5, materials: 6 },
  { name: '教育入学一件事', weight: 14, days: 15, materials: 7 },
  { name: '退休一件事', weight: 9, days: 15, materials: 5 },
  { name: '开办企业一件事', weight: 15, days: 1, materials: 6, enterprise: true },
  { name: '开办餐饮店一件事', weight: 8, days: 10, materials: 9, enterprise: true },
  { name: '公民婚育一件事', weight: 8, days: 3, materials: 4 },
  { name: '社会保障卡一件事', weight: 14, days: 3, materials: 2 },
  { name: '二手房转移登记一件事', weight: 9, days: 3, materials: 8 },
  { name: '公民身后一件事', weight: 4, days: 10, materials: 6 },
  { name: '残疾人服务一件事', weight: 3, days: 20, materials: 5 },
];
const matterWeights = cumulate(matters.map(({ weight }) => weight));

export const demoServiceCases: DayOfRows = {
  table: 'data_platform.demo_service_case',
  columns: [
    'id', 'matter', 'case_channel', 'applicant_type', 'district', 'submitted_at', 'closed_at', 'promised_days',
    'material_count', 'exempted_count', 'corrected_count', 'outcome', 'rating',
  ], // biome-ignore format: in the order of the row below
  timeColumn: 5,
  rowsOn(day, scale, world) {
    const random = createRandom(`${demoSeed}:service-case:${day}`);
    const startMs = Date.parse(day);
    const count = dailyCount(day, perDay * scale, random);
    return Array.from({ length: count }, (_, index) => caseRow(startMs, index, world, random));
  },
};

function caseRow(startMs: number, index: number, world: DemoWorld, random: Random): DemoRow {
  const district = world.districts[pickWeighted(world.districtWeights, random)]!;
  const matter = matters[pickWeighted(matterWeights, random)]!;
  const submitted = momentIn(startMs, hours, random);
  const closed = submitted + random.skewed(matter.days * 0.6 * district.slowness) * dayMs;
  const rated = random.chance(0.4);
  const rating = rated
    ? random.chance(0.96 - 0.05 * district.slowness)
      ? random.between(4, 5)
      : random.between(1, 3)
    : null;
  return [
    rowId(startMs, index), matter.name, caseChannels[pickWeighted(channelWeights, random)]!,
    matter.enterprise ? '经营主体' : '个人', district.name, localTime(submitted), localTime(closed), matter.days,
    matter.materials, random.between(0, Math.ceil(matter.materials / 2)), random.chance(0.12) ? 1 : 0,
    outcomes[pickWeighted(outcomeWeights, random)]!, rating,
  ]; // biome-ignore format: in the order of the columns above
}
