import { readNumber } from '../numerals.ts';

const digitOf: Record<string, string> = {
  零: '0', 〇: '0', 洞: '0', 一: '1', 幺: '1', 妖: '1', 腰: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 拐: '7', 八: '8', 九: '9',
}; // biome-ignore format: a table

const digit = '[零〇一二三四五六七八九\\d]';
/** Beside other digits these are digits too: 「幺三八」, 「洞二三」. */
const soundedDigit = '[零〇一二两三四五六七八九幺妖腰洞拐\\d]';

/** A year said digit by digit: 「二零二六年」. */
const year = new RegExp(`(?<![\\d零〇一二三四五六七八九])([12一二]${digit}{3})(?=年)`, 'gu');
/** A counted place: 「一百二十号」, 「三栋」; what has no 十 or 百 in it and is short stays as it is said, 「一楼」. */
const counted = /([一二两三四五六七八九十百千零〇]{2,7})(?=(?:号(?!召|称|码)|栋|幢|单元|弄|路公交))/gu;
/** Four digits in a row and more are a number that is read out, also with pauses in between. */
const readOut = new RegExp(`${soundedDigit}(?:[，、 -]?${soundedDigit}){3,}`, 'gu');
/** A house number read digit by digit: 「幺八五号」. */
const houseNumber = /([零〇一二三四五六七八九幺洞拐]{2,5})(?=号(?!召|称|码))/gu;

/** Numbers as figures where speech reads them out digit by digit, and where they number a house, a block or a year. */
export function writeNumbers(text: string): string {
  return text
    .replace(year, toDigits)
    .replace(houseNumber, (said) => (/[十百千]/u.test(said) || !isReadOut(said) ? said : toDigits(said)))
    .replace(counted, (said) => String(readNumber(said) ?? said))
    .replace(readOut, (said) => (isReadOut(said) ? toDigits(said) : said));
}

/** 「幺三八」 → `138`; pauses are left out. */
export function toDigits(said: string): string {
  return [...said].map((mark) => digitOf[mark] ?? (/\d/u.test(mark) ? mark : '')).join('');
}

/** 「一一」 and 「三三两两」 are words; what has 幺 or four and more different places is read out. */
function isReadOut(said: string): boolean {
  return /[幺洞拐\d]/u.test(said) || toDigits(said).length >= 3;
}
