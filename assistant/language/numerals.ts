/** What a Chinese or Arabic number may be written with, for use inside a larger pattern. */
export const numberPattern =
  '(?:\\d+(?:\\.\\d+)?[百千]?|[〇零一二两三四五六七八九十百千点]+)(?:[万亿]+|[kK](?![a-zA-Z]))?';

const digits: Record<string, number> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // biome-ignore format: one line reads as the row of digits it is
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const scales: Record<string, number> = { 万: 1e4, 亿: 1e8, k: 1e3, K: 1e3 };

/**
 * The value of a number as people write it: `3.5亿`, 「三点五亿」, 「十二」, 「两千三」 (2300), 「二〇二五」, 「一万二」 (12000).
 * Null when the text is not a number as a whole.
 */
export function readNumber(text: string): number | null {
  const scaled = /^(.+?)([万亿kK]+)(.*)$/.exec(text);
  if (!scaled) return readSection(text);
  const [, head = '', marks = '', rest = ''] = scaled;
  const value = readSection(head);
  const scale = [...marks].reduce((product, mark) => product * (scales[mark] ?? Number.NaN), 1);
  if (value === null || Number.isNaN(scale)) return null;
  if (rest === '') return exact(value * scale);
  const tail = readNumber(rest);
  if (tail === null) return null;
  // 「一万二」 is 12,000 and not 10,002: a bare last digit stands in the next place down.
  const isBareDigit = rest.length === 1 && rest in digits;
  return exact(value * scale + (isBareDigit ? (tail * scale) / 10 : tail));
}

/** A share as people say it, as a percentage: `80%`, 「百分之八十」, 「八成」, 「七成五」, 「一半」. Null for anything else. */
export function readPercentage(text: string): number | null {
  if (text === '一半' || text === '半数') return 50;
  const signed = /^(.+?)(?:%|％|个百分点|个点)$/.exec(text) ?? /^百分之(.+)$/.exec(text);
  if (signed?.[1]) return readNumber(signed[1]);
  const tenths = /^(.+?)成(.?)$/.exec(text);
  if (!tenths?.[1]) return null;
  const whole = readNumber(tenths[1]);
  const half = tenths[2] === '半' ? 5 : tenths[2] ? readNumber(tenths[2]) : 0;
  return whole === null || half === null ? null : exact(whole * 10 + half);
}

/** A number below ten thousand. */
function readSection(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  // 「3百」, 「2.5千」.
  const mixed = /^(\d+(?:\.\d+)?)([百千])$/.exec(text);
  if (mixed?.[1] && mixed[2]) return exact(Number(mixed[1]) * units[mixed[2]]!);
  const [whole = '', decimals, ...more] = text.split('点');
  if (more.length > 0 || text === '') return null;
  if (decimals !== undefined) {
    const left = readSection(whole);
    const right = readDigits(decimals);
    return left === null || right === null ? null : Number(`${left}.${right}`);
  }
  return /[十百千]/.test(whole) ? readPlaces(whole) : numberOrNull(readDigits(whole));
}

/** 「两千三百零五」: digits with their places; a last bare digit after 百 or 千 stands in the next place down. */
function readPlaces(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let place = 10_000;
  for (const [index, mark] of [...text].entries()) {
    if (mark in digits) {
      if (digit !== null && digit !== 0) return null;
      digit = digits[mark]!;
      if (digit === 0) place = 10;
    } else if (mark in units && units[mark]! < place) {
      if (digit === null && index > 0) return null;
      place = units[mark]!;
      total += (digit ?? 1) * place;
      digit = null;
    } else return null;
  }
  return total + (digit ?? 0) * (place > 10 && place < 10_000 ? place / 10 : 1);
}

/** 「二〇二五」 → `2025`, as text, since 「零五」 after a decimal point is not five. */
function readDigits(text: string): string | null {
  const read = [...text].map((mark) => digits[mark] ?? (/\d/.test(mark) ? mark : null));
  return text === '' || read.includes(null) ? null : read.join('');
}

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** Takes out what binary fractions put in: 3.3 × 10,000 is 33,000. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
