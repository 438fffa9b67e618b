import { hasIdCheck, hasLuhnCheck, isBankCard, isIdNumber, isOldIdNumber } from './number-checks.ts';
import type { PersonalDataSpan, PersonalDataType } from './personal-data-span.ts';

interface DigitGroup {
  start: number;
  end: number;
  digits: string;
}

interface Candidate extends DigitGroup {
  /** The lengths of the groups, `3-4-4`. */
  layout: string;
  /** The characters before it, where a label or a unit would stand. */
  before: string;
  after: string;
}

/** What people put between groups of digits, or say while they look for the next one. */
const hesitation = '(?:嗯|呃|啊|额|哈|那个|就是)';
const between = `(?:[ \\t\\u00a0\\-‐‑–—−_·•]{1,3}|[，,、.。)]? ?${hesitation}{1,3}[，,、]? ?|[，,、.。)] ?)`;
const chain = new RegExp(`\\d+[Xx]?(?:${between}\\d+[Xx]?)*`, 'gu');

/** What is looked for has from 8 digits, a landline without its area, to the 19 of a card. */
const shortest = 8;
const longest = 19;

// What is counted or catalogued: neither of these is somebody's number, however long.
const catalogued =
  /(?:单|编|工单|订单|快递|运单|流水|案|文|批|序列|合同|发票|凭证|户|表|受理|登记|备案|许可证?|条|房|批准|回执|办件|业务|设备|机器|产权证?|证书|学|车架|发动机|税)(?:号|编码|号码|编号|代码)(?:是|为|叫)?[^\d\p{L}]{0,2}$|(?:工单|订单|验证码|取件码|金额|信用代码|条形?码|版本|书号|isbn|id|编码|[¥￥$])(?:是|为|叫)?[^\d\p{L}]{0,2}$/iu;
const counted = /^\s?(?:元|块|万|亿|千|吨|斤|公斤|米|平米|度|字节|人次|件|票|分|秒|毫秒|%)/u;
/** A number that goes on from letters is a code, unless the letters are a word that announces a number. */
const codeLetters = /[A-Za-z]$/;
const announcing = /(?:phone|tel|mobile|cell|call|number|card|no|qq|wx|wechat|id)$/i;

const phoneLayouts = new Set(['11', '3-4-4', '3-8', '7-4', '4-4-3', '4-3-4', '5-6', '6-5', '3-3-5', '3-5-3', '3-4-2-2', '3-2-2-2-2', '1-1-1-1-1-1-1-1-1-1-1']); // biome-ignore format: a list
const landlineLayouts = new Set(['3-8', '3-4-4', '4-7', '4-8', '4-4-4', '4-3-4', '11', '12']);
const idLayouts = new Set(['18', '6-8-4', '6-12', '14-4', '6-4-4-4', '6-4-2-2-4', '3-3-4-4-4', '3-3-4-2-2-4', '6-6-6', '4-4-4-4-2', '2-2-2-4-2-2-4', '10-8']); // biome-ignore format: a list
const cardLayout = /^(?:\d\d|4-4-4-4(?:-[1-4])?|4-4-4-[56]|6-\d\d|4-\d\d|8-8|8-11|10-9|4-6-5)$/;
const cardLabel = /(?:银行卡号?|卡号|银行账[号户]|收款账[号户]|账号|卡|户头)(?:是|为)?[^\d\p{L}]{0,2}$/u;
const landlineLabel =
  /(?:座机|固话|固定电话|家庭电话|家里电话|联系电话|电话号码|电话|tel)(?:是|为|打)?[^\d\p{L}]{0,2}$/iu;

/** Phones, identity numbers and bank cards in the digits of a text, in order. */
export function findNumbers(text: string): PersonalDataSpan[] {
  const found: PersonalDataSpan[] = [];
  for (const match of text.matchAll(chain)) {
    const groups = groupsOf(match[0], match.index);
    for (let at = 0; at < groups.length; ) {
      const span = numberFrom(text, groups, at);
      if (span) found.push(span);
      const end = span?.end ?? 0;
      at++;
      while (span && at < groups.length && groups[at]!.start < end) at++;
    }
  }
  return found;
}

function groupsOf(text: string, from: number): DigitGroup[] {
  return [...text.matchAll(/\d+[Xx]?/g)].map(({ 0: digits, index }) => ({
    start: from + index,
    end: from + index + digits.length,
    digits,
  }));
}

/** The number that begins with this group: of several readings the first kind of the list, of one kind the longest. */
function numberFrom(text: string, groups: readonly DigitGroup[], at: number): PersonalDataSpan | null {
  const candidates = candidatesFrom(text, groups, at);
  for (const { type, is } of kinds) {
    const candidate = candidates.findLast(is);
    if (candidate) return { type, start: candidate.start, end: candidate.end };
  }
  return null;
}

function candidatesFrom(text: string, groups: readonly DigitGroup[], at: number): Candidate[] {
  const first = groups[at]!;
  const before = text.slice(Math.max(0, first.start - 12), first.start);
  const candidates: Candidate[] = [];
  let digits = '';
  const lengths: number[] = [];
  for (let last = at; last < groups.length; last++) {
    const group = groups[last]!;
    digits += group.digits;
    lengths.push(group.digits.length);
    if (digits.length > longest || !/^\d+[Xx]?$/.test(digits)) break;
    if (digits.length < shortest) continue;
    const after = text.slice(group.end, group.end + 4);
    candidates.push({ start: first.start, end: group.end, digits, layout: lengths.join('-'), before, after });
  }
  return candidates;
}

interface NumberKind {
  type: PersonalDataType;
  is(candidate: Candidate): boolean;
}

const kinds: readonly NumberKind[] = [
  { type: 'id_number', is: isPersonsId },
  { type: 'bank_card', is: isPersonsCard },
  { type: 'phone', is: (one) => isMobile(one) || isLandline(one) },
  { type: 'id_number', is: isPersonsOldId },
];

function isPersonsId({ digits, layout, before }: Candidate): boolean {
  if (!isIdNumber(digits) || isInCode(before)) return false;
  const checked = hasIdCheck(digits);
  return checked || (idLayouts.has(layout) && !catalogued.test(before));
}

function isPersonsOldId({ digits, layout, before, after }: Candidate): boolean {
  return layout === '15' && isOldIdNumber(digits) && !isThing(before, after);
}

function isPersonsCard({ digits, layout, before, after }: Candidate): boolean {
  if (!/^\d{15,19}$/.test(digits)) return false;
  const isCard = isBankCard(digits) && (cardLayout.test(layout) || hasLuhnCheck(digits));
  return (isCard || cardLabel.test(before)) && !isThing(before, after);
}

function isMobile({ digits, layout, before, after }: Candidate): boolean {
  const national = digits.replace(/^(?:0086|86|0)(?=1)/, '');
  if (!/^1[3-9]\d{9}$/.test(national)) return false;
  return phoneLayouts.has(withoutPrefix(layout, digits, national)) && !isThing(before, after);
}

/** The layout of the number without the country code: `2-3-4-4` becomes `3-4-4`, `13` becomes `11`. */
function withoutPrefix(layout: string, digits: string, national: string): string {
  const surplus = digits.length - national.length;
  if (surplus === 0) return layout;
  const [first = 0, ...others] = layout.split('-').map(Number);
  // 0.138… is a share, 0138… a phone dialled from afar.
  if (surplus === 1 && first === 1) return '';
  return (first > surplus ? [first - surplus, ...others] : others).join('-');
}

function isLandline({ digits, layout, before, after }: Candidate): boolean {
  const hasArea = /^0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/.test(digits) && landlineLayouts.has(layout);
  const isLocal = /^[2-8]\d{7}$/.test(digits) && (layout === '8' || layout === '4-4') && landlineLabel.test(before);
  return (hasArea || isLocal) && !isThing(before, after);
}

function isThing(before: string, after: string): boolean {
  return isInCode(before) || catalogued.test(before) || counted.test(after) || /\d\.$/.test(before);
}

function isInCode(before: string): boolean {
  return codeLetters.test(before) && !announcing.test(before);
}
