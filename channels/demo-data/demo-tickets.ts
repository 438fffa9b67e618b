import { type DayOfRows, type DemoRow, dailyCount, localTime, momentIn, rowId } from './demo-day.ts';
import { type DemoWorld, demoSeed } from './demo-world.ts';
import { createRandom, cumulate, pickWeighted, type Random } from './random.ts';

/** At scale 1 some 100,000 tickets in three years. */
const perDay = 83;
const hourMs = 3_600_000;

const callingHours = cumulate([1, 1, 0.5, 0.5, 0.5, 1, 2, 4, 8, 10, 10, 8, 6, 6, 8, 9, 9, 8, 7, 7, 7, 6, 4, 2]);
const channels = ['电话', '渝快办', '小程序', '网站', '110转办', '网格'];
const channelWeights = cumulate([52, 14, 16, 6, 7, 5]);
const purposes = ['投诉', '求助', '咨询', '举报', '建议', '表扬'];
const purposeWeights = cumulate([46, 27, 14, 8, 4, 1]);
/** Days allowed by urgency, of the demo alone; the desk's own limits stand in its table of time limits. */
const daysAllowed: Record<string, number> = { U0: 0.5, U1: 1, U2: 3, U3: 7, U4: 15 };

export const demoTickets: DayOfRows = {
  table: 'data_platform.demo_ticket',
  columns: [
    'id', 'channel', 'purpose', 'category_code', 'category', 'category_group', 'urgency', 'district', 'street',
    'owner_unit', 'created_at', 'dispatched_at', 'first_contact_at', 'due_at', 'closed_at', 'return_count', 'is_repeat',
    'is_group', 'contacted', 'solved', 'satisfied',
  ], // biome-ignore format: in the order of the row below
  timeColumn: 10,
  rowsOn(day, scale, world) {
    const random = createRandom(`${demoSeed}:ticket:${day}`);
    const startMs = Date.parse(day);
    const count = dailyCount(day, perDay * scale, random);
    return Array.from({ length: count }, (_, index) => ticketRow(startMs, index, world, random));
  },
};

function ticketRow(startMs: number, index: number, world: DemoWorld, random: Random): DemoRow {
  const month = new Date(startMs).getUTCMonth();
  const district = world.districts[pickWeighted(world.districtWeights, random)]!;
  const category = world.categories[pickWeighted(world.categoryWeights[month]!, random)]!;
  const [purpose, urgency] = purposeAndUrgency(category.code, category.urgency, random);
  const created = momentIn(startMs, callingHours, random);
  const dispatched = created + random.skewed(0.6) * hourMs;
  const contacted = dispatched + random.skewed(9 * district.slowness) * hourMs;
  const days = daysAllowed[urgency] ?? 7;
  // A few are hard and stay open for weeks.
  const lingersDays = random.chance(0.025) ? random.between(10, 90) : 0;
  const closed = contacted + (random.skewed(days * 0.42 * district.slowness) + lingersDays) * 24 * hourMs;
  const due = created + days * 24 * hourMs;
  const returned = random.chance(0.05 * district.slowness) ? random.between(1, 3) : 0;
  const asked = random.chance(0.55);
  const solved = asked ? random.chance(closed <= due ? 0.92 - 0.08 * district.slowness : 0.6) : null;
  return [
    rowId(startMs, index), channels[pickWeighted(channelWeights, random)]!, purpose, category.code, category.name,
    category.group, urgency, district.name, district.streets.length > 0 ? random.pick(district.streets) : null,
    unitOf(district.name, category.owner), localTime(created), localTime(dispatched), localTime(contacted),
    localTime(due), localTime(closed), returned, random.chance(0.09), random.chance(0.02),
    contacted - dispatched <= 24 * hourMs, solved, solved === null ? null : satisfied(solved, random),
  ]; // biome-ignore format: in the order of the columns above
}

/** Consultation, suggestion and praise (C18) say their purpose by their category. */
function purposeAndUrgency(code: string, urgency: string, random: Random): [purpose: string, urgency: string] {
  const own: Record<string, string> = { 'C18.01': '咨询', 'C18.02': '建议', 'C18.03': '表扬' };
  const drawn = random.next();
  const graded = drawn < 0.03 ? 'U1' : drawn < 0.1 ? 'U2' : urgency;
  return [own[code] ?? purposes[pickWeighted(purposeWeights, random)]!, own[code] ? urgency : graded];
}

function satisfied(solved: boolean, random: Random): boolean {
  return random.chance(solved ? 0.95 : 0.35);
}

/** The owner's kind without its remarks, under the district's name: 渝中区城市管理局. */
function unitOf(district: string, owner: string): string {
  return `${district}${owner.replace(/（.*?）/g, '')}`;
}
