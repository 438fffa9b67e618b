/** How somebody takes back what was just said. */
const takesBack =
  /[，。、\s]*(?:哦|啊|呃|嗯|哎)?[，]?(?:(?:不对|不是|错了|说错(?:了)?|讲错(?:了)?|搞错(?:了)?|记错(?:了)?|口误)(?:了|哈|哦|嘛|啊)?[，、]?)+(?:我(?:说错了|记错了)[，]?)?(?=(?:应该)?是|在|[\d幺零一二三四五六七八九]{3})(?:应该)?(?:是)?/u;

const placeEnd = '(?:自治县|[区县市]|街道|镇|乡|社区|小区|路|街|号|那边|那里|那点)(?:那边|那里|那点|附近)?$';
const placeTail = new RegExp(
  `(?:就)?(?:在|是)[^，。！？；在是]{1,12}?${placeEnd}|[^，。！？；的了]{1,10}?${placeEnd}`,
  'u',
);
const beginsAsPlace = /^(?:在)?[^，。！？；]{1,10}?(?:自治县|[区县市]|街道|镇|乡|社区|小区|路|街|号|那边|那里|那点)/u;
const numberTail = /[\d，、 -]*\d$/u;

/** A taken-back clause this short goes as a whole where it is neither a place nor a number. */
const shortClause = 12;

/** 「在渝中区，不对，是沙坪坝区石井坡」 → 「在沙坪坝区石井坡」: what was taken back is left out. Numbers are figures by now. */
export function dropTakenBack(text: string): string {
  const found = takesBack.exec(text);
  if (!found) return text;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return joined(withoutLast(before, after), dropTakenBack(after));
}

/** Whether somebody takes back something that was said earlier. */
export const takesSomethingBack = (text: string): boolean =>
  /^(?:[哦啊呃嗯哎]*[，]?)?(?:不对|不是(?=[，、]|[^，。]{1,12}(?:[，]?(?:是|在)))|错了|说错|搞错|记错)/u.test(text) ||
  takesBack.test(text);

function withoutLast(before: string, after: string): string {
  if (/^\d/u.test(after)) return keepNumber(before, after);
  if (beginsAsPlace.test(after) && placeTail.test(before)) return before.replace(placeTail, '');
  const clause = before.split(/[，。！？；]/u).at(-1) ?? '';
  return clause.length <= shortClause ? before.slice(0, before.length - clause.length) : before;
}

/** A number whose end alone is said anew keeps its beginning: 「15922334456，不对，是4455」 → 「15922334455」. */
function keepNumber(before: string, after: string): string {
  const corrected = /^\d+/u.exec(after)?.[0] ?? '';
  const tail = numberTail.exec(before)?.[0] ?? '';
  const digits = tail.replace(/\D/gu, '');
  const rest = before.slice(0, before.length - tail.length);
  return digits.length > corrected.length ? `${rest}${digits.slice(0, digits.length - corrected.length)}` : rest;
}

const joined = (left: string, right: string) =>
  left === '' || right === '' ? left + right : /[，。！？；\d在是]$/u.test(left) ? left + right : `${left}，${right}`;
