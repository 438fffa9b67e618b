export const nameKinds = ['estate', 'road', 'organisation', 'transport', 'village'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A proper name that a message says, as far as its ending shows it. */
export interface ProperName {
  kind: NameKind;
  text: string;
  /** The name without its ending: 云栖半岛 of 云栖半岛小区. */
  core: string;
  start: number;
  end: number;
}

// Endings by kind, longest first. What no ending shows (a company known by its bare name) is left to rare word parts.
const endings: Record<NameKind, string> = {
  estate:
    '小区|花园|家园|公寓|公馆|府邸|名邸|名都|雅苑|雅居|丽景|嘉园|新城|新村|华府|华城|壹号院|一号院|壹号|国际|半岛|水岸|庭院|名苑|江南|之城|天城|时代|大厦|广场|一期|二期|三期|苑|府|湾|郡|邸',
  road: '大道|正街|支路|步道|步行街|立交|大桥|隧道|下穿道|下穿|[东西南北中一二三四五六]路|路口|路|街(?!道)|巷',
  organisation:
    '有限公司|股份公司|公司|集团|学院|大学|小学|中学|学校|幼儿园|幼师|职高|早教中心|早教|健身房|健身|培训中心|培训机构|驾校|超市|商场|商城|医院|卫生院|酒店|宾馆|餐厅|银行|养老院|搅拌站|中转站|养殖场|养鸡场|养猪场|火锅店|烧烤店|工地',
  transport: '地铁站|轻轨站|公交站|火车站|汽车站|号线|路公交|站',
  village: '村|社区|镇|乡|公园|水库|景区|街道',
};

// Characters of ordinary sentences: a name does not reach across them.
const between =
  '的了是在我你他她它们这那个有和与及被把将向从到对为没就都也还又很太请问希望反映投诉要求举报建议咨询关于因让给等每天已经住买卖说去来用得地着过吗呢吧啊哦嘛';

const finders = nameKinds.map((kind) => ({
  kind,
  // The lazy middle makes the shortest name at this place; the ending must not be followed by what makes it a common word.
  pattern: new RegExp(
    `((?:(?![${between}])\\p{Script=Han}|[0-9a-z]){2,7}?)(${endings[kind]})(?![费灯面况障业务所长])`,
    'gu',
  ),
}));

/** The division that stands before a name and is no part of it: 大坪街道 of 大坪街道云栖半岛. */
const divisionBefore = /^.*(?:街道|[市区县镇乡])(?=.{2})/u;

/** Ordinary words that end like names. */
const ordinary =
  /^(?:[一二两三四五六七八九十几多每各全本该某大小老新旁门前后边]+|居民|住宅|老旧|商品|安置|业主|人行|马路|公路|道路|非机动车|机动车|物业|开发|自来水|公交|电力|燃气|环卫|劳务|消费|民办|公办|双语|职业|附近|周边|楼下|隔壁)$/u;

/** The proper names of a text by their endings, without overlaps inside a kind, in the order of the text. */
export function properNamesIn(text: string): ProperName[] {
  return finders
    .flatMap(({ kind, pattern }) =>
      [...text.matchAll(pattern)].map(({ 0: name, 1: core, index }) => ({
        kind,
        text: name,
        core: core!.replace(divisionBefore, ''),
        start: index,
        end: index + name.length,
      })),
    )
    .filter(({ core }) => !ordinary.test(core))
    .sort((a, b) => a.start - b.start);
}

/** 0 to 1: how much of the shorter name the longest common stretch covers, counted from two characters up. */
export function nameLikeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  for (let length = short.length; length >= 2; length--)
    for (let start = 0; start + length <= short.length; start++)
      if (long.includes(short.slice(start, start + length))) return length / short.length;
  return 0;
}
