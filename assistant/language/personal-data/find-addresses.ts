import type { PersonalDataSpan } from './personal-data-span.ts';

const numeral = '(?:\\d{1,5}|[一二三四五六七八九十百零〇]{1,5})';
const part = '(?:号院|号楼|号附|号|弄|栋|幢|座|单元|楼|层|室|户|房)';
// 2号线, 3号窗口, 5号文件, 12号下午 number other things than houses.
const noHouse =
  '(?!线|窗|口|出口|文|令|公告|机|台|车|柜|桥|井|闸|员|选手|病|商|仓|通知|矿|坑|厅|教室|诊室|停车|充电|店铺|档|地铁|轻轨)';
const more = `(?:[附之\\-－ ]?(?:${numeral}${part}|\\d{1,5})|[A-Za-z]${part})`;
/**
 * What comes after the name of a road or an estate: 33号, 390号9栋1958室, 8号附2号3-1; 3栋2单元5-2, but not 3栋 alone,
 * in which hundreds live.
 */
const building = `(?:号楼|栋|幢|座|期)${more}+`;
const house = new RegExp(
  `${numeral}(?:(?:号院|号|(?<=\\d)弄)${noHouse}${more}*(?:[\\u4e00-\\u9fa5]{2,8}?${numeral}${building})?|${building})`,
  'gu',
);
const road =
  /(?:[路街巷弄道村庄屯苑园城府湾庭轩阁坊里院寓厦馆居坝坪坎塆沟梁塘堡铺场]|大道|大街|胡同|小区|社区|花园|广场|新村|家园|公寓|大厦|中心|公馆|国际|时代|嘉园|组|队|社)(?:[东西南北中][段路]?|[一二三四五六七八九十\d]{1,3}(?:支路|支|段|期|村|组|社|巷|里))?$/u;

/** An estate that is only called one: 我们小区3栋. */
const nameless =
  /^(?:我们?|你们?|他们?|本|该|此|这个?|那个?|全|整个|老|新|现|对|旁边|隔壁)?(?:小区|社区|花园|公寓|大厦|广场|中心)$/u;

// Words that lead to an address; what stands before them is not part of it.
const leadsTo =
  /(?:住址|地址|住所|居住地|户籍地|户籍|老家|户口(?:所)?在|所在地|位置|家庭|家住|现住|现居|居住|寄到|寄往|送到|送往|送达|送至|搬到|来到|跑到|去到|发到|地点|收货|取件|配送|租房|公司|单位|反映|投诉|举报|咨询|请问|解决|代表|造成|地处|关于|[在到至住从往是为的了租买找去：])(?:是|为|在)?/gu;
const joins = /(?<=[我你他她们妈爸公婆])[和与跟]/gu;

/** The longest way from a house number back to the beginning of its address: province, city, district, town, road. */
const longestName = 34;

/** Addresses that lead to a door: a road or an estate with its number. A place without a number leads to nobody. */
export function findAddresses(text: string): PersonalDataSpan[] {
  return [...text.matchAll(house)].flatMap((match) => {
    const start = startOfAddress(text, match.index, match[0]);
    const end = match.index + match[0].replace(/[附之\-－ ]+$/u, '').length;
    return start === null ? [] : [{ type: 'address' as const, start, end }];
  });
}

function startOfAddress(text: string, houseStart: number, houseText: string): number | null {
  const stretch = /[\u4e00-\u9fa5\dA-Za-z·]*$/u.exec(text.slice(Math.max(0, houseStart - longestName), houseStart))![0];
  const led = endOfLead(stretch);
  const name = stretch.slice(led);
  const own = name.replace(/^(?:我们?家?|他家?|她家?|本人|现|就|还|都|又|我)+(?=.{3})/u, '');
  // Estates have fancy names: what is lived in and has a room behind it is one.
  const isEstate = led > 0 && own.length >= 3 && /单元|室|\d-\d/u.test(houseText);
  const isPlace = own.length >= 2 && (road.test(own) || isEstate) && !nameless.test(name) && !/^\d/.test(own);
  return isPlace ? houseStart - own.length : null;
}

/** The offset after the last word that leads to an address and leaves a name behind it. */
function endOfLead(stretch: string): number {
  const ends = [
    ...[...stretch.matchAll(leadsTo)].map(({ 0: lead, index }) => ({ end: index + lead.length, leaves: 3 })),
    ...[...stretch.matchAll(joins)].map(({ index }) => ({ end: index + 1, leaves: 3 })),
  ];
  return Math.max(0, ...ends.flatMap(({ end, leaves }) => (stretch.length - end >= leaves ? [end] : [])));
}
