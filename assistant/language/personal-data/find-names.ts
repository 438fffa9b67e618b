import {
  commonSurnames,
  compoundSurnames,
  givenNameCharacters,
  neverGiven,
  rareSurnames,
  titles,
  wordsLikeNames,
} from './name-statistics.ts';
import type { PersonalDataSpan } from './personal-data-span.ts';

// How much each circumstance says for a name, in rough log-odds. Found by looking at authored texts with and without
// names; half or twice of a weight moves single cases only.
const weights = {
  commonSurname: 1.5, rareSurname: 0.2, compoundSurname: 2,
  givenCommon: 1, givenOther: -0.8, wordLike: -5,
  announcedBefore: 4, roleBefore: 2.4, ledBefore: 1.6, edgeBefore: 0.7, wordBefore: -3,
  ownsAfter: 3.2, dataAfter: 3, leadsAfter: 0.6, edgeAfter: 0.7, wordAfter: -3, wordAfterRole: -0.5, dataBefore: 2.4,
  dataNear: 0.8,
}; // biome-ignore format: a table of weights
const enough = 4.6;

/** Words after which a name is all but sure. */
const announced =
  /(?:叫做?|名叫|名字(?:是|叫)?|姓名(?:是|为)?|本人|联系人(?:是|为)?|收件人|收货人|寄件人|户名|开户人|持卡人|投保人|被保险人|登记人|申请人|申办人|经办人|代办人|投诉人|举报人|反映人|来电人|来信人|当事人|负责人|代表人|法人|收款人|付款人|受益人|嫌疑人|参会人员|核实|name(?: is)?)[：: ,，为是]{0,2}$/iu;

/** What somebody is: a name follows, or what such people do. */
const roles =
  /(?:患者|病人|客户|用户|旅客|乘客|车主|业主|房东|住户|租客|户主|学生|考生|家长|员工|职工|工人|村民|居民|死者|伤者|被告|原告|家属|老公|老婆|丈夫|妻子|爱人|儿子|女儿|爸爸?|妈妈?|老汉儿?|父亲|母亲|公公|婆婆|爷爷|奶奶|外公|外婆|孃孃|叔叔|舅舅|哥哥?|姐姐?|弟弟?|妹妹?|娃儿|孩子|同事|同学|朋友|邻居|书记|主任|队长|组长|村长|社长|经理|老板|医生|护士|老师|民警|警官|司机|师傅|网格员)[：: ]{0,2}$/u;

/** Words that often stand right before a name, and before much else. */
const led =
  /(?:我是|我叫|这是|就是|是|找|问了?|给|打给|帮|替|请|让|和|与|跟|及|及其|联系|微信加|加|转账到|转账至|转到|转给|转账给|汇给|寄给|交给|发给|问一?下|发一?下|cc一?下|通知|转告|告诉|核对|核实|叫上|约|接待的|找到|联络|那个|这个|contact|reach|call|ask|for|to|@all|@)[ ]?$/iu;

/** Words that belong to a person and follow the name. */
const owns =
  /^(?:[ ，,、]?(?:的|家属|本人)?(?:联系)?(?:电话|手机|号码|联系方式|身份证|证件|护照|银行卡|卡号|卡|账户|账号|邮箱|微信|号|车牌|户籍|住址|地址|家庭住址|contact|QQ)|微信同号|名下|住在|身份|先生|女士|小姐|同志|同学|老师|阿姨|大爷|本人|（|\(|的(?:[ ,，。！？…~～.!?]|$)| ?(?:phone|tel|mobile|at \d|email))/iu;
const leads =
  /^(?:在|说|和|与|跟|及|将|把|打|发|查|完成|申请|办理|收|来|去|写|对|给|是|因|要|于|今年|，|反映|投诉|表示|称|提交|的|不|没|就|也|已|都|还|又|骂|说|一起|一直|他|她|、)/u;
const edgeBefore = /(?:^|[\s，,。；;、！!？?：:（(【[「“"'/|>《…~～—·-]|[^\u4e00-\u9fa5\w])$/u;
const edgeAfter = /^(?:$|[\s，,。；;、！!？?：:）)】\]」”"'/|<》…~～—·-]|[^\u4e00-\u9fa5])/u;

interface NameFound {
  start: number;
  end: number;
  score: number;
}

/** Names of people, given what else is known to be personal data in the text. */
export function findNames(text: string, others: readonly PersonalDataSpan[]): PersonalDataSpan[] {
  const dataStarts = new Set(others.map(({ start }) => start));
  const dataEnds = new Set(others.map(({ end }) => end));
  const near = nearTo(text, others);
  const kept: NameFound[] = [];
  for (let start = 0; start < text.length; start++) {
    const found = likeliestNameAt(text, start, near[start] ? weights.dataNear : 0, dataStarts, dataEnds);
    const last = kept.at(-1);
    if (!found) continue;
    if (!last || last.end <= start) kept.push(found);
    // 和 is a surname too: 和孙磊 gives way to 孙磊.
    else if (found.score > last.score) kept[kept.length - 1] = found;
  }
  return kept.map(({ start, end }) => ({ type: 'person', start, end }));
}

/** The likeliest name that begins here; null when none is likely enough. */
function likeliestNameAt(
  text: string,
  start: number,
  already: number,
  dataStarts: Set<number>,
  dataEnds: Set<number>,
): NameFound | null {
  const surname = surnameAt(text, start);
  if (!surname) return null;
  const leading = text.slice(Math.max(0, start - 8), start);
  const before = already + scoreBefore(leading, dataEnds, start);
  const isExpected = announced.test(leading) || roles.test(leading);
  let best: NameFound | null = null;
  for (const length of [2, 1]) {
    const end = start + surname.text.length + length;
    const given = text.slice(start + surname.text.length, end);
    if (given.length < length || !isGiven(given)) continue;
    const score =
      surname.weight +
      before +
      scoreOfGiven(surname.text + given, given) +
      scoreAfter(text, end, dataStarts, isExpected && length === 2);
    if (score >= enough && (!best || score > best.score)) best = { start, end, score };
  }
  return best;
}

function surnameAt(text: string, start: number): { text: string; weight: number } | null {
  const two = text.slice(start, start + 2);
  if (compoundSurnames.has(two)) return { text: two, weight: weights.compoundSurname };
  const one = text[start]!;
  if (commonSurnames.has(one)) return { text: one, weight: weights.commonSurname };
  return rareSurnames.has(one) ? { text: one, weight: weights.rareSurname } : null;
}

/** How far from a number a name is still likely, in characters. */
const nearness = 40;

/** 1 where other personal data stands close by. */
function nearTo(text: string, others: readonly PersonalDataSpan[]): Uint8Array {
  const near = new Uint8Array(text.length);
  for (const { start, end } of others) near.fill(1, Math.max(0, start - nearness), end + nearness);
  return near;
}

const isGiven = (given: string) =>
  !titles.test(given) &&
  [...given].every((character) => character >= '\u4e00' && character <= '\u9fa5' && !neverGiven.has(character));

function scoreOfGiven(name: string, given: string): number {
  const ofCharacters = [...given].map((one) =>
    givenNameCharacters.has(one) ? weights.givenCommon : weights.givenOther,
  );
  const wordLike = wordsLikeNames.has(name) || wordsLikeNames.has(name.slice(0, 2));
  const mean = ofCharacters.reduce((sum, score) => sum + score, 0) / ofCharacters.length;
  return mean * 1.5 + (wordLike ? weights.wordLike : 0);
}

function scoreBefore(before: string, dataEnds: Set<number>, start: number): number {
  const blanks = before.length - before.trimEnd().length;
  const adjoins = dataEnds.has(start) || dataEnds.has(start - blanks) || dataEnds.has(start - 1);
  if (announced.test(before)) return weights.announcedBefore;
  if (roles.test(before)) return weights.roleBefore;
  const close = adjoins ? weights.dataBefore : 0;
  if (led.test(before)) return close + weights.ledBefore;
  return close + (edgeBefore.test(before) ? weights.edgeBefore : adjoins ? 0 : weights.wordBefore);
}

function scoreAfter(text: string, end: number, dataStarts: Set<number>, isExpected: boolean): number {
  const after = text.slice(end, end + 8);
  const distance = /^[ ，,、/:：（(—-]{0,2}/u.exec(after)![0].length;
  if (dataStarts.has(end + distance)) return weights.dataAfter;
  if (owns.test(after)) return weights.ownsAfter;
  if (edgeAfter.test(after)) return weights.edgeAfter;
  if (leads.test(after)) return weights.leadsAfter;
  return isExpected ? weights.wordAfterRole : weights.wordAfter;
}
