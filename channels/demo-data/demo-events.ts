import { type DayOfRows, type DemoRow, dailyCount, localTime, momentIn, rowId } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom, cumulate, pickWeighted, type Random } from './random.ts';

const perDay = 33;
const hourMs = 3_600_000;
const hours = cumulate([1, 1, 1, 1, 1, 1, 2, 5, 8, 9, 9, 8, 6, 6, 8, 9, 9, 8, 6, 5, 4, 3, 2, 1]);

const sources = ['网格巡查', '物联感知', '视频AI', '群众上报', '上级交办'];
const sourceWeights = cumulate([48, 14, 12, 20, 6]);
const levels = ['一般', '较大', '重大'];
const levelWeights = cumulate([93, 6, 1]);
const disposeLevels = ['网格级', '镇街级', '区县级', '市级'];
const disposeWeights = cumulate([38, 42, 18, 2]);
/** Each type belongs to one of the eight boards. */
const types: { name: string; board: string; weight: number }[] = [
  { name: '设施损坏', board: '设施运行', weight: 18 },
  { name: '市容秩序', board: '文明创建', weight: 22 },
  { name: '矛盾纠纷', board: '社会治理', weight: 16 },
  { name: '消防隐患事件', board: '应急动员', weight: 12 },
  { name: '内涝积水', board: '应急动员', weight: 4 },
  { name: '环境污染事件', board: '生态景观', weight: 9 },
  { name: '交通拥堵', board: '设施运行', weight: 7 },
  { name: '群众求助', board: '生产生活服务', weight: 12 },
];
const typeWeights = cumulate(types.map(({ weight }) => weight));

export const demoEvents: DayOfRows = {
  table: 'data_platform.demo_event',
  columns: [
    'id', 'event_source', 'level', 'board', 'event_type', 'district', 'street', 'occurred_at', 'disposed_at',
    'dispose_level',
  ], // biome-ignore format: in the order of the row below
  timeColumn: 7,
  rowsOn(day, scale, world) {
    const random = createRandom(`${demoSeed}:event:${day}`);
    const startMs = Date.parse(day);
    const count = dailyCount(day, perDay * scale, random);
    return Array.from({ length: count }, (_, index) => eventRow(startMs, index, world, random));
  },
};

function eventRow(startMs: number, index: number, world: DemoWorld, random: Random): DemoRow {
  const district = world.districts[pickWeighted(world.districtWeights, random)]!;
  const type = types[pickWeighted(typeWeights, random)]!;
  const level = pickWeighted(levelWeights, random);
  const occurred = momentIn(startMs, hours, random);
  const disposed = occurred + random.skewed(14 * (1 + level) * district.slowness) * hourMs;
  return [
    rowId(startMs, index), sources[pickWeighted(sourceWeights, random)]!, levels[level]!, type.board, type.name,
    district.name, district.streets.length > 0 ? random.pick(district.streets) : null, localTime(occurred),
    localTime(disposed), disposeLevels[pickWeighted(disposeWeights, random)]!,
  ]; // biome-ignore format: in the order of the columns above
}
