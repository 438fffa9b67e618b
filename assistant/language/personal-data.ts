/** Kinds of personal data that are masked before a text is logged, queued or sent to a model. */
export type PersonalDataType =
  | 'id_number' | 'phone' | 'bank_card' | 'plate' | 'passport' | 'email' | 'person' | 'address'; // biome-ignore format: a list

export interface PersonalDataSpan {
  type: PersonalDataType;
  /** Offsets in UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

const names: Record<PersonalDataType, string> = {
  id_number: '身份证号', phone: '电话', bank_card: '银行卡号', plate: '车牌', passport: '证件号', email: '邮箱',
  person: '姓名', address: '住址',
}; // biome-ignore format: a small table

/** Separators that people put between groups of digits. */
const gap = '[ \\-‐–—\u3000]?';
const digits = (count: number) => `(?:\\d${gap}){${count - 1}}\\d`;

interface Detector {
  type: PersonalDataType;
  pattern: RegExp;
  /** The group that holds the data, when the pattern also reads the words before it. */
  group?: number;
  accepts?: (bare: string) => boolean;
}

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常于傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房解应丁邓洪包石崔吉龚程裴陆翁段侯全班秋仲伊宫宁仇甘武符刘景龙叶司黎薄白蒲从鄂赖卓乔谭申冉易廖阎曾向古聂敖欧阳涂代晏';

// The order matters: the longest and surest kinds come first and take their characters from the later ones.
const detectors: readonly Detector[] = [
  { type: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { type: 'id_number', pattern: new RegExp(`(?<!\\d)${digits(17)}${gap}[\\dXx](?!\\d)`, 'g'), accepts: isIdNumber },
  { type: 'bank_card', pattern: new RegExp(`(?<![\\d.])${digits(16)}(?:${gap}\\d){0,3}(?!\\d)`, 'g'), accepts: isBankCard },
  { type: 'phone', pattern: new RegExp(`(?<![\\d.])(?:\\+?86${gap})?1[3-9]${gap}${digits(9)}(?!\\d)`, 'g') },
  { type: 'phone', pattern: /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g },
  { type: 'plate', pattern: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g },
  { type: 'passport', pattern: /(?<![A-Za-z0-9])[EGD][A-Z]?\d{7,8}(?!\d)/g },
  { type: 'person', pattern: new RegExp(`(?:我叫|我是(?=[${surnames}][\\u4e00-\\u9fa5]{1,2}[，,。 ])|姓名[是为：:]?|名字[是叫：:]|联系人[是为：:]?|本人)\\s*([${surnames}][\\u4e00-\\u9fa5]{1,2})(?=[，,。；;、！!？?\\s\\d（(]|$|的|电话|住|身份证)`, 'g'), group: 1 },
  { type: 'address', pattern: /[\u4e00-\u9fa5\d]{2,12}(?:路|街|道|巷|村|小区|花园|苑|城|广场)[\u4e00-\u9fa5\d]{0,10}?\d+(?:号|栋|幢|座|单元)(?:[-\d]+(?:号|栋|幢|座|单元|楼|室|层)?){0,4}\d*室?/g },
]; // biome-ignore format: one detector a line

/** GB 11643-1999: the weighted sum of the 18 characters is 1 modulo 11. */
function isIdNumber(bare: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const month = Number(bare.slice(10, 12));
  const day = Number(bare.slice(12, 14));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(bare[index]), 0);
  // A number with a wrong check character is still somebody's mistyped number: the shape above is enough to hide it,
  // but a long running number (order, ticket) rarely has a century where a birth year stands.
  return '10X98765432'[sum % 11] === bare[17]?.toUpperCase() || /^(?:19|20)/.test(bare.slice(6));
}

/** Issuer prefix 3–6 or 9 and the Luhn check of ISO/IEC 7812-1; 62… (UnionPay) is hidden even when mistyped. */
function isBankCard(bare: string): boolean {
  const sum = [...bare].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return bare.startsWith('62') || (/^[34569]/.test(bare) && sum % 10 === 0);
}

/** Spans of personal data in a text, in order and without overlap. */
export function findPersonalData(text: string): PersonalDataSpan[] {
  // Width folding keeps the length, so spans found in the folded text are spans of the text itself.
  const folded = text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const spans: PersonalDataSpan[] = [];
  for (const { type, pattern, group = 0, accepts } of detectors)
    for (const match of folded.matchAll(pattern)) {
      const found = match[group] ?? '';
      const start = match.index + match[0].indexOf(found);
      const end = start + found.length;
      const taken = spans.some((span) => span.start < end && start < span.end);
      if (!taken && (!accepts || accepts(found.replace(/[^\dXx]/g, '')))) spans.push({ type, start, end });
    }
  return spans.sort((left, right) => left.start - right.start);
}

/** The text with each piece of personal data replaced by its kind: 「〔电话〕」. Places without a house number stay. */
export function maskPersonalData(text: string): string {
  let masked = '';
  let from = 0;
  for (const { type, start, end } of findPersonalData(text)) {
    masked += `${text.slice(from, start)}〔${names[type]}〕`;
    from = end;
  }
  return masked + text.slice(from);
}
