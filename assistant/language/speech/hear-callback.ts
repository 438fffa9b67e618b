import { hearSpeech } from './hear-speech.ts';

/** Mobile numbers, and Chongqing's eight digits with or without their area code. */
const telephone = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[2-8]\d{7})(?!\d)/gu;

/** Eight digits are a telephone number where somebody speaks of one. */
const speaksOfNumber = /电话|号码|手机|回电|联系|座机|打给我|打我/u;

/**
 * The last telephone number said in an utterance, read out or in figures, what was taken back left out: 「幺五九…四四五六，
 * 不对，是四四五五」. `askedFor`: the operator has just asked for it. Null where none was said.
 */
export function hearCallback(raw: string, askedFor: boolean): string | null {
  const { text } = hearSpeech(raw);
  const digits = text.replace(/(?<=\d)[，、\s-]+(?=\d)/gu, '');
  const found = [...digits.matchAll(telephone)].map(([number]) => number.replace('-', ''));
  const sure = found.filter((number) => number.length >= 10 || askedFor || speaksOfNumber.test(raw));
  return sure.at(-1) ?? null;
}
