/** From when to when a text says that it holds, `2026-01-31`; null where it does not say, or says two things. */
export interface EffectiveDays {
  validFrom: string | null;
  validTo: string | null;
}

const numeral = '[〇○零一二三四五六七八九十\\d]';
const day = `(${numeral}{4})\\s*[年./-]\\s*(${numeral}{1,3})\\s*[月./-]\\s*(${numeral}{1,3})\\s*日?`;

/** 本办法自……起施行: of this document, as against another one that it names in 《》. */
const begins = [
  new RegExp(
    `(?:^|[，。；：\\n]|本[^。；\\n《》]{1,12})自\\s*${day}\\s*起\\s*(?:正式)?(?:施行|实施|执行|生效|启用)`,
    'gu',
  ),
  new RegExp(`(?:施行|实施|执行|生效)(?:日期|时间|之日)\\s*[:：｜]\\s*${day}`, 'gu'),
  new RegExp(`有效期(?:限)?\\s*[:：]?\\s*自?\\s*${day}\\s*起?\\s*(?:至|到|—|－|-|~)`, 'gu'),
];

const ends = [
  new RegExp(`有效期(?:限)?\\s*[:：]?\\s*(?:截至|截止到?|至|到)\\s*${day}`, 'gu'),
  new RegExp(`有效期(?:限)?\\s*[:：]?\\s*自?[^，。；\\n]{0,20}(?:至|到|—|－|-|~)\\s*${day}`, 'gu'),
  new RegExp(`(?:失效|废止|截止)(?:日期|时间)\\s*[:：｜]\\s*${day}`, 'gu'),
];

/** Runs over the whole text; a day that does not exist counts as none. */
export function findEffectiveDays(text: string): EffectiveDays {
  const validFrom = onlyDay(text, begins);
  const validTo = onlyDay(text, ends) ?? endOfYears(text, validFrom);
  const isOrdered = validFrom === null || validTo === null || validFrom <= validTo;
  return { validFrom, validTo: isOrdered ? validTo : null };
}

/** Several sentences may say the same; if they say different days, none of them can be taken. */
function onlyDay(text: string, forms: readonly RegExp[]): string | null {
  const found = forms.flatMap((form) =>
    [...text.matchAll(form)].map(([, year, month, date]) => toDay(year, month, date)),
  );
  const days = new Set(found.filter((found) => found !== null));
  return days.size === 1 ? [...days][0]! : null;
}

/** 有效期五年: until the day before the same day of that year. */
function endOfYears(text: string, validFrom: string | null): string | null {
  const said = [
    ...text.matchAll(
      /(?:本[^，。；\n《》]{1,12}|施行，|实施，|执行，)有效期(?:为|限为)?\s*([一二三四五六七八九十\d]{1,2})\s*年/gu,
    ),
  ];
  const years = new Set(said.map(([, number]) => toNumber(number!)));
  if (validFrom === null || years.size !== 1) return null;
  const end = new Date(`${validFrom}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + [...years][0]!);
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

function toDay(year = '', month = '', date = ''): string | null {
  const numbers = [[...year].map(toNumber).join(''), toNumber(month), toNumber(date)];
  const written = numbers.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-');
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : null;
}

/** 七, 十二, 二十九 or digits. */
function toNumber(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  const value = (character: string) => Math.max(0, '〇一二三四五六七八九'.indexOf(character));
  const [tens, ones = ''] = written.includes('十') ? written.split('十') : ['0', written];
  const ten = written.includes('十') ? (tens === '' ? 1 : value(tens!)) : 0;
  return ten * 10 + value(ones);
}
