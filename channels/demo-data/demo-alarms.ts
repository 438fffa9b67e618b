import { type DayOfRows, type DemoRow, dailyCount, localTime, momentIn, rowId } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom, cumulate, pickWeighted, type Random } from './random.ts';

const perDay = 25;
const minuteMs = 60_000;
const hours = cumulate(Array.from({ length: 24 }, () => 1));

const levels = ['四级', '三级', '二级', '一级'];
const levelWeights = cumulate([60, 28, 10, 2]);
/** `wet` scenes alarm in the flood season (May to September), `hot` ones in July and August. */
const scenes: { name: string; weight: number; rises?: number[] }[] = [
  { name: '燃气', weight: 18 },
  { name: '桥梁', weight: 6 },
  { name: '化粪池', weight: 12, rises: [6, 7, 8] },
  { name: '内涝', weight: 6, rises: [5, 6, 7, 8, 9] },
  { name: '消防', weight: 22 },
  { name: '森林火险', weight: 6, rises: [2, 3, 4, 8] },
  { name: '边坡', weight: 8, rises: [5, 6, 7, 8, 9] },
  { name: '电梯', weight: 14 },
  { name: '供水', weight: 8, rises: [7, 8] },
];
const sceneWeights = Array.from({ length: 12 }, (_, month) =>
  cumulate(scenes.map(({ weight, rises }) => weight * (rises?.includes(month + 1) ? 3 : 1))),
);

export const demoAlarms: DayOfRows = {
  table: 'data_platform.demo_alarm',
  columns: ['id', 'scene', 'alarm_level', 'district', 'alarm_at', 'ack_at', 'disposed_at', 'false_alarm'],
  timeColumn: 4,
  rowsOn(day, scale, world) {
    const random = createRandom(`${demoSeed}:alarm:${day}`);
    const startMs = Date.parse(day);
    const count = dailyCount(day, perDay * scale, random);
    return Array.from({ length: count }, (_, index) => alarmRow(startMs, index, world, random));
  },
};

function alarmRow(startMs: number, index: number, world: DemoWorld, random: Random): DemoRow {
  const month = new Date(startMs).getUTCMonth();
  const district = world.districts[pickWeighted(world.districtWeights, random)]!;
  const scene = scenes[pickWeighted(sceneWeights[month]!, random)]!;
  const alarmed = momentIn(startMs, hours, random);
  const acknowledged = alarmed + random.skewed(4 * district.slowness) * minuteMs;
  const disposed = acknowledged + random.skewed(90 * district.slowness) * minuteMs;
  return [
    rowId(startMs, index), scene.name, levels[pickWeighted(levelWeights, random)]!, district.name, localTime(alarmed),
    localTime(acknowledged), localTime(disposed), random.chance(0.18 * district.slowness),
  ]; // biome-ignore format: in the order of the columns above
}
