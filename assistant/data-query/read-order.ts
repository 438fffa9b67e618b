import { numberPattern, readNumber } from '../language/numerals.ts';
import { mark, type Sketch } from './sketch-question.ts';

export interface Order {
  direction: 'asc' | 'desc';
  limit: number | null;
  /** Whether it is the change against the base that is ranked: 「增长最快」. */
  byChange: boolean;
  /** 「最好」 and 「最差」, whose direction depends on the measure. */
  goodness: 'best' | 'worst' | null;
  /** 「最多」 wants the head of the list, 「排名」 all of it. */
  isSuperlative: boolean;
  /** 「第二多」: the place that is asked for. */
  place?: number;
}

const number = `(${numberPattern})`;
const counted = `(?:的)?(?:前)?${number}(?:个|名|位|大|项|类|条|家|件)?`;
const highest = '最多|最高|最大|最长|居首|领先|靠前|排名?第一|最集中|最突出|最严重';
const lowest = '最少|最低|最小|最短|垫底|末位|靠后';

/** 「哪个满意率更高」, 「哪个多」, at the end of what is said. */
function whichOfTwo(words: string): RegExp {
  return new RegExp(
    `(?<=(?:哪(?:个|一个|家|边|类|里)|谁)[^,，。?？]{0,8}?)${words}(?:一些|一点|些|呢|啊)*(?=[?？。]?$)`,
    'g',
  );
}

const rules: { pattern: RegExp; direction: 'asc' | 'desc'; goodness?: 'best' | 'worst' }[] = [
  { pattern: new RegExp(`(?:倒数|排名?后|最后|后)第?${number}(?:个|名|位|条|家)?`, 'g'), direction: 'asc' },
  {
    pattern: new RegExp(`(?:排名|排行|排在)?(?:前|top)第?${number}(?:个|名|位|大|项|类|条|家)?`, 'g'),
    direction: 'desc',
  },
  { pattern: new RegExp(`(?:${highest})(?:${counted})?`, 'g'), direction: 'desc' },
  { pattern: new RegExp(`(?:${lowest})(?:${counted})?`, 'g'), direction: 'asc' },
  { pattern: new RegExp(`(?:最好|最优|最快)(?:${counted})?`, 'g'), direction: 'desc', goodness: 'best' },
  { pattern: new RegExp(`(?:最差|最慢|最糟)(?:${counted})?`, 'g'), direction: 'desc', goodness: 'worst' },
  { pattern: whichOfTwo('更?较?(?:高|多|大|长)'), direction: 'desc' },
  { pattern: whichOfTwo('更?较?(?:低|少|小|短)'), direction: 'asc' },
  { pattern: whichOfTwo('更?较?(?:好|优|快)'), direction: 'desc', goodness: 'best' },
  { pattern: whichOfTwo('更?较?(?:差|慢)'), direction: 'desc', goodness: 'worst' },
  { pattern: /从低到高|从少到多|从小到大|升序|正序|由低到高/g, direction: 'asc' },
  { pattern: /从高到低|从多到少|从大到小|降序|倒序|由高到低|排名|排行|排序|排列|名次/g, direction: 'desc' },
];

const rises = '(?:增长|增加|上升|上涨|涨幅?|增幅|增速|增量|涨得|升幅|提高)(?:率|幅度)?(?:得)?';
const falls = '(?:下降|减少|降幅|回落|下滑|降低|跌幅?|降得)(?:率|幅度)?(?:得)?';
const suchRows = `(?:了)?的(?=${mark.dimension})`;

export interface Change {
  /** `falls` turns a ranking round: 「下降最多」 is the smallest change. */
  direction: 'rises' | 'falls';
  /** Only rows that did so are wanted: 「同比下降的区县」. */
  only: boolean;
}

/** Words of rise and fall. Read before the ranking, which they change. */
export function readChange(sketch: Sketch): Change | null {
  for (const [direction, words] of [
    ['rises', rises],
    ['falls', falls],
  ] as const) {
    if (sketch.take(new RegExp(`${words}${suchRows}`, 'g'))) return { direction, only: true };
    if (sketch.take(new RegExp(words, 'g'))) return { direction, only: false };
  }
  return null;
}

const placed = new RegExp(
  `(?:排名?|排在|位居|位列)?第(${numberPattern})(?:名|位)?的?(多|高|大|少|低|小)|(?:排名?|排在|位居|位列)第(${numberPattern})(?!季)(?:名|位)?`,
  'g',
);

/** 「第二多的区县」, 「排名第三」. */
function readPlace(sketch: Sketch, change: Change | null): Order | null {
  const match = sketch.take(placed);
  const place = match && readNumber(match[1] ?? match[3] ?? '');
  if (!match || !place) return null;
  const direction = /[少低小]/.test(match[2] ?? '') ? 'asc' : 'desc';
  return { direction, limit: 1, byChange: change !== null, goodness: null, isSuperlative: true, place };
}

const isWhichOfTwo =
  /(?:哪(?:个|一个|家|边|类|里)|谁)[^,，。?？]{0,8}?更?较?[高多大长低少小短好优快差慢](?:一些|一点|些|呢|啊)*[?？。]?$/;

/** How the rows are ranked and how many are wanted; null when the question says neither. */
export function readOrder(sketch: Sketch, change: Change | null): Order | null {
  let found: Order | null = readPlace(sketch, change);
  for (const { pattern, direction, goodness } of rules) {
    const match = sketch.take(pattern);
    if (!match) continue;
    const limit = match[1] ? readNumber(match[1]) : null;
    const isSuperlative = match[0].includes('最');
    found ??= { direction, limit: null, byChange: change !== null, goodness: goodness ?? null, isSuperlative };
    found.limit ??= limit;
  }
  if (!found) return null;
  found.limit ??= limitFromWords(sketch);
  // 「哪个区县最多」 asks for one.
  if (found.limit === null && isWhichOfTwo.test(sketch.text)) found.limit = 1;
  if (
    found.limit === null &&
    /(?:哪个|哪一个|哪家|谁|哪类|哪一?[天周月年]|哪个月)/.test(sketch.folded) &&
    new RegExp(`${highest}|${lowest}|最[好差快慢]`).test(sketch.folded)
  )
    found.limit = 1;
  return change?.direction === 'falls' ? { ...found, direction: found.direction === 'desc' ? 'asc' : 'desc' } : found;
}

/** 「3个区县满意率最低」 names the number beside the dimension. */
function limitFromWords(sketch: Sketch): number | null {
  const beside = new RegExp(`${number}个(?=${mark.dimension})`).exec(sketch.text);
  return beside?.[1] ? readNumber(beside[1]) : null;
}
