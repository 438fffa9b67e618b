// Writes the tables of the data suite's own set (evals/datasets/data/tables): synthetic rows from a fixed seed, in the
// columns that the semantic model of the demo platform names. Run once; the files are kept, so that gold rows stay true.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'evals', 'datasets', 'data', 'tables');
const now = Date.UTC(2026, 10, 23, 12);
const dayMs = 86_400_000;
let state = 20_261_123;

/** Mulberry32. */
function next() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const chance = (probability) => next() < probability;
const between = (least, most) => least + Math.floor(next() * (most - least + 1));
const pick = (items) => items[Math.floor(next() * items.length)];
/** `[value, weight]` pairs. */
function weighted(pairs) {
  let sought = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of pairs) {
    sought -= weight;
    if (sought < 0) return value;
  }
  return pairs.at(-1)[0];
}
const moment = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const monthOf = (ms) => `${new Date(ms).toISOString().slice(0, 7)}-01`;
const past = (ms) => (ms <= now ? moment(ms) : '');
const hours = (from, to) => (to <= now ? Math.round(((to - from) / 3_600_000) * 100) / 100 : '');

// Names of districts are Chongqing's; the people counts are round figures and no statistics.
const districts = [
  ['渝中区', 58, ['解放碑街道', '上清寺街道', '石油路街道']], ['两江新区', 400, ['观音桥街道', '大石坝街道', '龙山街道']],
  ['沙坪坝区', 148, ['小龙坎街道', '童家桥街道']], ['九龙坡区', 153, ['杨家坪街道', '石桥铺街道']], ['南岸区', 120, ['南坪街道', '花园路街道']],
  ['巴南区', 118, ['鱼洞街道', '龙洲湾街道']], ['北碚区', 84, ['天生街道', '北温泉街道']], ['永川区', 115, ['中山路街道', '胜利路街道']],
  ['万州区', 156, ['高笋塘街道', '太白街道']], ['开州区', 120, ['汉丰街道', '云枫街道']], ['云阳县', 93, ['双江街道', '青龙街道']],
  ['黔江区', 49, ['城东街道', '城西街道']],
]; // biome-ignore format: a table
const byPeople = districts.map((district) => [district, district[1]]);
const categories = [
  ['C05.01', '建筑施工噪声', '生态环境', 8, '生态环境局'], ['C05.02', '社会生活噪声', '生态环境', 10, '公安局'], ['C05.05', '餐饮油烟异味', '生态环境', 6, '城市管理局'],
  ['C04.01', '物业服务与收费', '住房与物业', 12, '住房城乡建设委'], ['C04.04', '电梯', '住房与物业', 4, '市场监管局'], ['C06.01', '违停与秩序', '交通运输', 10, '公安局'],
  ['C06.08', '停车收费', '交通运输', 5, '城市管理局'], ['C01.01', '占道经营与流动摊贩', '市容环卫与城管执法', 8, '城市管理局'], ['C01.02', '违法建设', '市容环卫与城管执法', 4, '城市管理局'],
  ['C08.01', '拖欠工资', '劳动与社保', 7, '人力社保局'], ['C07.01', '食品安全', '市场监管与消费', 6, '市场监管局'], ['C07.03', '预付卡与退费', '市场监管与消费', 5, '商务委'],
  ['C03.01', '供水', '公用事业', 4, '水利局'], ['C02.03', '路灯照明', '市政设施与排水', 4, '城市管理局'], ['C12.01', '消防隐患', '公共安全', 3, '消防救援局'],
]; // biome-ignore format: a table
const allowedDays = { U0: 0.5, U1: 1, U2: 3, U3: 7, U4: 15 };

function tickets() {
  return Array.from({ length: 3600 }, (_, index) => {
    // More come every year, and more in summer.
    const age = next() ** 1.15 * 875;
    let created = now - age * dayMs;
    const month = new Date(created).getUTCMonth();
    if ((month === 0 || month === 1) && chance(0.3)) created -= 60 * dayMs;
    const [district, , streets] = weighted(byPeople);
    const [code, category, group, , office] = weighted(categories.map((one) => [one, one[3]]));
    const purpose = weighted([
      ['投诉', 48],
      ['求助', 26],
      ['咨询', 12],
      ['举报', 8],
      ['建议', 5],
      ['表扬', 1],
    ]);
    const channel = weighted([
      ['电话', 52],
      ['渝快办', 14],
      ['小程序', 16],
      ['网站', 6],
      ['110转办', 7],
      ['网格', 5],
    ]);
    const urgency = weighted([
      ['U0', 1],
      ['U1', 4],
      ['U2', 20],
      ['U3', 55],
      ['U4', 20],
    ]);
    const dispatched = created + next() * 2 * 3_600_000;
    const contacted = dispatched + next() * 30 * 3_600_000;
    const due = created + allowedDays[urgency] * dayMs;
    const closed = contacted + (chance(0.03) ? between(20, 120) : next() * allowedDays[urgency] * 1.25) * dayMs;
    const isClosed = closed <= now;
    const asked = isClosed && chance(0.6);
    const solved = asked ? chance(closed <= due ? 0.86 : 0.6) : '';
    return {
      number: `T${String(index + 1).padStart(5, '0')}`, channel, purpose, category_code: code, category, category_group: group,
      urgency, district, street: pick(streets), owner_unit: `${district}${office}`,
      status: isClosed ? '已办结' : contacted <= now ? '办理中' : dispatched <= now ? '待受理' : '待派单',
      created_at: moment(created), dispatched_at: past(dispatched), first_contact_at: past(contacted), due_at: moment(due),
      closed_at: past(closed), return_count: chance(0.06) ? between(1, 2) : 0, is_repeat: chance(0.1), is_group: chance(0.03),
      contacted: contacted <= now ? chance(0.93) : '', solved, satisfied: asked ? (solved ? chance(0.94) : chance(0.25)) : '',
      overdue: due < now && !isClosed, on_time: isClosed && closed <= due, matured: due <= now || isClosed,
      handling_hours: hours(created, closed), first_contact_hours: hours(dispatched, contacted), happened_month: monthOf(created),
    }; // biome-ignore format: one row, one glance
  });
}

function events() {
  return Array.from({ length: 900 }, (_, index) => {
    const occurred = now - next() * 700 * dayMs;
    const [district, , streets] = weighted(byPeople);
    const disposed = occurred + next() * (chance(0.05) ? 60 : 3) * dayMs;
    return {
      number: `E${String(index + 1).padStart(4, '0')}`,
      event_source: weighted([['网格巡查', 40], ['物联感知', 20], ['视频AI', 18], ['群众上报', 15], ['上级交办', 7]]),
      level: weighted([['一般', 82], ['较大', 14], ['重大', 4]]),
      board: weighted([['设施运行', 30], ['社会治理', 35], ['应急动员', 15], ['生态景观', 12], ['生产生活服务', 8]]),
      event_type: weighted([['设施损坏', 22], ['市容秩序', 20], ['矛盾纠纷', 16], ['消防隐患事件', 10], ['内涝积水', 8], ['环境污染事件', 9], ['交通拥堵', 8], ['群众求助', 7]]),
      district, street: pick(streets), occurred_at: moment(occurred),
      dispose_level: weighted([['网格级', 40], ['镇街级', 35], ['区县级', 20], ['市级', 5]]), disposed_at: past(disposed),
      status: disposed <= now ? '已处置' : '处置中', disposal_hours: hours(occurred, disposed), happened_month: monthOf(occurred),
    }; // biome-ignore format: one row, one glance
  });
}

function serviceCases() {
  const matters = [
    '新生儿出生一件事',
    '教育入学一件事',
    '退休一件事',
    '开办企业一件事',
    '开办餐饮店一件事',
    '公民婚育一件事',
    '社会保障卡一件事',
    '二手房转移登记一件事',
  ];
  return Array.from({ length: 1000 }, (_, index) => {
    const submitted = now - next() * 700 * dayMs;
    const promised = pick([3, 5, 7, 10]);
    const closed = submitted + next() * promised * 1.15 * dayMs;
    const isClosed = closed <= now;
    const materials = between(3, 9);
    const days = Math.round(((closed - submitted) / dayMs) * 100) / 100;
    return {
      number: `B${String(index + 1).padStart(4, '0')}`, matter: pick(matters),
      case_channel: weighted([['手机端', 40], ['电脑端', 15], ['小程序端', 15], ['窗口', 24], ['自助机', 6]]),
      applicant_type: weighted([['个人', 72], ['经营主体', 28]]), district: weighted(byPeople)[0], submitted_at: moment(submitted),
      closed_at: past(closed), result: isClosed ? weighted([['办结', 92], ['退件', 5], ['不予办理', 3]]) : '办理中',
      promised_days: promised, material_count: materials, exempted_count: between(0, materials), corrected_count: chance(0.12) ? between(1, 2) : 0,
      rating: isClosed && chance(0.6) ? weighted([[5, 70], [4, 20], [3, 5], [2, 3], [1, 2]]) : '', actual_days: isClosed ? days : '',
      overdue: isClosed ? days > promised : '', happened_month: monthOf(submitted),
    }; // biome-ignore format: one row, one glance
  });
}

function alarms() {
  return Array.from({ length: 900 }, (_, index) => {
    const at = now - next() * 700 * dayMs;
    const ack = at + next() * 20 * 60_000;
    const disposed = ack + next() * (chance(0.04) ? 40 : 1) * dayMs;
    return {
      number: `A${String(index + 1).padStart(4, '0')}`,
      scene: weighted([['燃气', 22], ['消防', 20], ['内涝', 14], ['边坡', 10], ['桥梁', 8], ['化粪池', 8], ['电梯', 8], ['供水', 6], ['森林火险', 4]]),
      alarm_level: weighted([['四级', 55], ['三级', 28], ['二级', 13], ['一级', 4]]), district: weighted(byPeople)[0], alarm_at: moment(at),
      ack_at: past(ack), disposed_at: past(disposed), false_alarm: ack <= now ? chance(0.18) : '',
      ack_minutes: ack <= now ? Math.round(((ack - at) / 60_000) * 100) / 100 : '', happened_month: monthOf(at),
    }; // biome-ignore format: one row, one glance
  });
}

function population() {
  return districts.flatMap(([district, people]) =>
    [2023, 2024, 2025].map((year) => {
      const resident = Math.round(people * (1 + (year - 2023) * 0.004 * (next() - 0.4)) * 100) / 100;
      const of = (share) => Math.round(resident * share * 1000) / 1000;
      return {
        district,
        year,
        resident,
        hukou: of(0.92 + next() * 0.3),
        urban: of(0.6 + next() * 0.35),
        aged_60: of(0.18 + next() * 0.09),
        births: of(0.005),
        deaths: of(0.008),
      };
    }),
  );
}

function economy() {
  const indicators = [
    ['地区生产总值', '亿元', 2.4],
    ['规上工业增加值', '亿元', 0.68],
    ['固定资产投资', '亿元', 1.1],
    ['社会消费品零售总额', '亿元', 1.2],
    ['一般公共预算收入', '亿元', 0.19],
    ['进出口总额', '亿元', 0.55],
    ['用电量', '亿千瓦时', 0.12],
    ['城镇新增就业', '万人', 0.0056],
  ];
  const quarters = ['2025-01', '2025-04', '2025-07', '2025-10', '2026-01', '2026-04', '2026-07'];
  return districts.flatMap(([district, people]) =>
    indicators.flatMap(([indicator, unit, perHead]) =>
      quarters.map((quarter, index) => ({
        district, quarter: `${quarter}-01 00:00:00`, indicator, value: Math.round(people * perHead * (0.9 + next() * 0.2) * 1.01 ** index * 100) / 100, unit,
      })),
    ),
  ); // biome-ignore format: one row, one glance
}

function welfare() {
  const kinds = [
    ['城市低保', 40],
    ['农村低保', 70],
    ['特困供养', 20],
    ['临时救助', 5],
    ['残疾人两项补贴', 50],
    ['失业保险金', 15],
    ['育儿补贴', 60],
  ];
  const months = ['2025-09', '2025-10', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
  return districts.flatMap(([district, people]) =>
    months.flatMap((month) =>
      kinds.flatMap(([category, rate]) =>
        [['0—17岁', 0.2], ['18—59岁', 0.5], ['60岁及以上', 0.3]].map(([age_group, share]) => {
          const helped = 5 + Math.round(people * rate * share * (0.9 + next() * 0.2));
          return { district, month: `${month}-01 00:00:00`, category, age_group, people: helped, amount: Math.round(helped * 0.06 * 100) / 100 };
        }),
      ),
    ),
  ); // biome-ignore format: one row, one glance
}

function vitalValues() {
  const signs = [
    ['管网漏损率', '设施运行', '供水', '%', 8.2, 1.6, null, 12],
    ['最大用电负荷率', '设施运行', '供电', '%', 62, 8, null, 85],
    ['轨道准点率', '设施运行', '轨道', '%', 99.2, 0.4, 98, null],
    ['拥堵指数', '设施运行', '道路停车', '', 1.5, 0.2, null, 2],
    ['矛盾调解成功率', '社会治理', '矛盾', '%', 96, 1.5, 92, null],
    ['PM2.5 浓度', '生态景观', '大气', 'μg/m³', 32, 11, null, 75],
  ];
  const weeks = Array.from({ length: 46 }, (_, index) => Date.UTC(2026, 0, 5) + index * 7 * dayMs);
  return weeks.flatMap((at) =>
    signs.flatMap(([indicator, board, runway, unit, usual, stray, low, high]) =>
      districts.map(([district]) => {
        const value = Math.round((usual + stray * (next() + next() + next() + next() - 2) * 2.4) * 100) / 100;
        const isOut = (low !== null && value < low) || (high !== null && value > high);
        const isNear = (low !== null && value < low + stray / 2) || (high !== null && value > high - stray / 2);
        return {
          indicator,
          board,
          runway,
          district,
          measured_at: moment(at + 8 * 3_600_000),
          value,
          unit,
          threshold_low: low ?? '',
          threshold_high: high ?? '',
          status: isOut ? '异常' : isNear ? '预警' : '正常',
        };
      }),
    ),
  );
}

function writeTable(name, rows) {
  const columns = Object.keys(rows[0]);
  const cell = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  writeFileSync(join(folder, `${name}.csv`), `${lines.map((cells) => cells.map(cell).join(',')).join('\n')}\n`);
}

mkdirSync(folder, { recursive: true });
const byTime = (column) => (a, b) => (a[column] < b[column] ? -1 : 1);
writeTable('ticket', tickets().sort(byTime('created_at')));
writeTable('event', events().sort(byTime('occurred_at')));
writeTable('service_case', serviceCases().sort(byTime('submitted_at')));
writeTable('alarm', alarms().sort(byTime('alarm_at')));
writeTable('population_stat', population());
writeTable('economy', economy());
writeTable('welfare_stat', welfare());
writeTable('vital_value', vitalValues());
