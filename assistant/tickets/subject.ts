import { properNamesIn } from './duplicates/proper-names.ts';

/** Parties that a complaint is about, when it names none by its own name; the first that is said counts. */
const parties =
  /物业(?:公司|服务中心)?|开发商|房开(?:商)?|施工(?:方|单位|队)|建筑工地|工地|劳务公司|包工头|(?:烧烤|火锅|餐饮|夜宵)(?:店|摊)|流动摊贩|商家|店家|店主|房东|中介|驾校|培训(?:机构|学校)|健身房|学校|幼儿园|养老院|医院|公交(?:公司|车)?(?:司机|驾驶员)|出租车(?:司机)?|网约车(?:司机)?|黑车|快递(?:公司|员)|自来水公司|水厂|燃气公司|供电局|电信|移动公司|联通|银行|保险公司|平台|广场舞|坝坝舞|邻居|楼上(?:住户|邻居)?|老板/u;

/** Who or what the complaint is about: a firm, school or shop by its name, or else the kind of party; null when unsaid. */
export function subjectOf(content: string): string | null {
  const [named] = properNamesIn(content).filter(({ kind, core }) => kind === 'organisation' && core.length >= 2);
  return named?.text ?? content.match(parties)?.[0] ?? null;
}
