import type { PersonalDataSpan, PersonalDataType } from './personal-data-span.ts';

interface CodeKind {
  type: PersonalDataType;
  /** Every part is bounded or begins at a boundary, so that no text makes it slow. */
  pattern: RegExp;
  /** The group that holds the data, when the pattern also reads the words before it. */
  group?: number;
}

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

const codeKinds: readonly CodeKind[] = [
  { type: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}(?:@|\(at\)|\[at\]| ?艾特 ?| at (?=[a-z0-9-]{2,20}(?:\.| ?点 ?)(?:com|cn|net)))[a-z0-9-]{1,63}(?:(?:\.| ?点 ?)[a-z0-9-]{2,20}){1,4}/gi },
  // Most plates have a digit among the five or six (GA 36); new-energy cars have six.
  { type: 'license_plate', pattern: new RegExp(`[${provinces}] ?[A-Z][·•・.\\- ]?(?:[A-Z0-9]{5,6}(?![A-Z0-9])|[A-Z0-9]{4}[警学挂港澳使领])`, 'g') },
  { type: 'license_plate', pattern: new RegExp(`[${provinces}] ?[a-z][·•・.\\- ]?(?=[a-z]{0,5}\\d)[a-z0-9]{5,6}(?![a-z0-9])`, 'gi') },
  { type: 'license_plate', pattern: new RegExp(`(?<![A-Za-z])WJ[${provinces}]?[0-9]{1,2}[·•・ ]?[A-Z0-9]{4,5}(?![A-Z0-9])`, 'g') },
  // The words 护照号 belong to the number where they are written as one with it.
  { type: 'passport', pattern: /(?:护照号(?=[A-Z]))?(?<![A-Za-z0-9])[DEGPS][A-Z]?\d{7,8}(?![A-Za-z0-9])/gi },
  { type: 'passport', pattern: /(?:通行证|回乡证|台胞证|居留证|军官证|证件)(?:号码?|编号)?(?:是|为)?[：: ]{0,2}([CHMW][A-Z]?\d{7,10})(?![A-Za-z0-9])/gi, group: 1 },
  { type: 'account', pattern: /(?:微信|微信号|vx|wx|wechat)(?:号|id)?(?:是|为|叫)?[：: ]{0,2}([a-z][a-z0-9_-]{5,19})(?![a-z0-9_@.-])/gi, group: 1 },
  { type: 'account', pattern: /(?<![a-z])(?:qq|扣扣)(?:号码?|群)?(?:是|为)?[：: ]{0,2}([1-9]\d{4,10})(?!\d)/gi, group: 1 },
]; // biome-ignore format: one kind a line

/** E-mail addresses, number plates, passports and accounts of messengers, the surest kinds first. */
export function findCodes(text: string): PersonalDataSpan[] {
  return codeKinds.flatMap(({ type, pattern, group = 0 }) =>
    [...text.matchAll(pattern)].map((match) => {
      const value = type === 'email' ? withoutAddedLetters(match[0]) : match[group]!;
      const start = match.index + match[0].length - (group === 0 ? match[0].length : value.length);
      return { type, start, end: start + value.length };
    }),
  );
}

/** Laughter written right after an address (`…@qq.comhaha`) is no part of it. */
function withoutAddedLetters(address: string): string {
  return address.replace(/(\.(?:com|net|org|cn|edu|gov))(?:h{2,}|(?:ha){2,}|lol|xd|thx|ok)$/i, '$1');
}
