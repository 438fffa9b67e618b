/**
 * One way of writing for what can be written in several, so that 「三十日内」, 「30 日内」 and 「30天内」 compare as equal:
 * width, case, spaces, Chinese numerals before a unit, percentages, dates and a few names of units. Kept apart from the
 * assistant's own reading of numerals on purpose: a judge that shares the code it judges shares its mistakes.
 */
export function canonicalText(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/(?<=\d)\s+(?=\d)/g, ';')
      .replace(/\s+/g, '')
      .replace(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, '$1年$2月$3日')
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .replace(/百分之([零〇一二两三四五六七八九十百点\d.]+)/g, (_, said: string) => `${numeralValue(said) ?? said}%`)
      .replace(numeralBeforeUnit, (whole: string, said: string) => {
        const value = numeralValue(said);
        return value === null ? whole : String(value);
      })
      .replace(/(?<![统同唯单专])一(?=(?:个月|年|月|日|天|周|小时|元|岁|倍))/g, '1')
      .replace(/(\d+(?:\.\d+)?)万元/g, (_, said: string) => `${Math.round(Number(said) * 10_000)}元`)
      .replace(/(?<=\d)天/g, '日')
      .replace(/(?<=\d)周岁/g, '岁')
      .replace(/(?<=\d)个(?=工作日)/g, '')
      // NFKC has already made m2 of ㎡.
      .replace(/(?<=\d)(?:平方米|平米)/g, 'm2')
      .replace(/(?<![\d.])0+(?=\d+[月日])/g, '')
  );
}

/** Canonical text without punctuation, for looking one wording up in another. */
export function bareText(text: string): string {
  return canonicalText(text).replace(/[^\p{L}\p{N}%.]|(?<!\d)\.|\.(?!\d)/gu, '');
}

/** Whether `wanted` is said in `text`; 「5日」 is not said by 「15日」. */
export function says(text: string, wanted: string): boolean {
  const said = bareText(text);
  const sought = bareText(wanted);
  if (sought === '') return false;
  for (let at = said.indexOf(sought); at >= 0; at = said.indexOf(sought, at + 1)) {
    const cutsIn = /\d/.test(sought.at(0)!) && /[\d.]/.test(said.charAt(at - 1));
    const cutsOff = /\d/.test(sought.at(-1)!) && /\d/.test(said.charAt(at + sought.length));
    if (!cutsIn && !cutsOff) return true;
  }
  return false;
}

// 一 alone is left out here: 一件事, 一次 and 一窗 are words, not amounts. A single 一 before a unit of time, money or age
// is read above.
const numeralBeforeUnit =
  /(?<![零〇一二两三四五六七八九十百千万亿])([零〇二两三四五六七八九十百][零〇一二两三四五六七八九十百千万亿点]*|一[零〇一二两三四五六七八九十百千万亿点]+)(?=(?:个?工作日|个月|个|年|月|日|天|周|小时|分钟|万?元|岁|周岁|倍|次|人|份|张|寸|项|种|条|款|章|号|层|平方米|m2|°c))/g;

const digitOf: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // biome-ignore format: a small table
const powerOf: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 三百六 is not read: what is said that loosely is not written in a guide. Null where the words make no number. */
export function numeralValue(said: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(said)) return Number(said);
  const [whole = '', fraction] = said.split('点');
  const value = wholeValue(whole);
  if (value === null || fraction === undefined) return value;
  const digits = [...fraction].map((sign) => digitOf[sign]);
  return digits.includes(undefined) || digits.length === 0 ? null : Number(`${value}.${digits.join('')}`);
}

function wholeValue(said: string): number | null {
  if (said === '') return null;
  if ([...said].every((sign) => sign in digitOf)) return Number([...said].map((sign) => digitOf[sign]).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const sign of said) {
    if (sign in digitOf) digit = digitOf[sign]!;
    else if (sign in powerOf) {
      section += (digit ?? 1) * powerOf[sign]!;
      digit = null;
    } else if (sign === '万' || sign === '亿') {
      total = (total + section + (digit ?? 0)) * (sign === '万' ? 10_000 : 100_000_000);
      section = 0;
      digit = null;
    } else return null;
  }
  return total + section + (digit ?? 0);
}
