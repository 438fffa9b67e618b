import type { Subject } from '../../knowledge/index.ts';
import { numberPattern, readNumber } from '../language/numerals.ts';
import type { FoundColumn } from './read-rows.ts';
import type { Sketch } from './sketch-question.ts';

/** Rows ranked by a column and cut; `limit` is null where the words do not say how many. */
export interface RowRank {
  /** Where the column stands that is ranked by. */
  at: number;
  column: string;
  direction: 'asc' | 'desc';
  limit: number | null;
  /** 「前五」, 「最高」, or an order of all rows alone. */
  kind: 'top' | 'most' | 'sorted';
}

const high = '高|大|多|贵|长|晚|新|快|好';
const low = '低|小|少|便宜|短|早|旧|慢|差';
const topN = new RegExp(
  `(?:排名|排行|排在|位列|位居)?(?:在)?(前|后|倒数|top)第?(${numberPattern})(?:名|位|个|家|块|宗)?`,
  'g',
);
const superlative = new RegExp(`(?:最为?|更为?|较为?|比较)(${high}|${low})(?:值|价|水平)?`, 'g');
const eitherOr = new RegExp(`(?<!${'[最更较]'})(${high}|${low})(?=[,，、]?还是|[呢吗]?[?？。]?$)`, 'g');
const rising = /(?:由|从)?(?:低到高|少到多|小到大)|升序|正序/;
const sorting = /(?:由|从)?(?:低到高|少到多|小到大|高到低|多到少|大到小)|升序|降序|正序|倒序|排序|排名|排列/g;

/** The rankings of a question in the order they apply: 「销量前五的小区中均价最低的」 is two. */
export function readRanks(sketch: Sketch, subject: Subject, columns: readonly FoundColumn[]): RowRank[] {
  const numbers = columns.filter(({ column }) => canRank(column, subject));
  const ranks: RowRank[] = [];
  const direction = rising.test(sketch.folded) ? 'asc' : 'desc';
  const top = sketch.take(topN);
  if (top) {
    const near = nearest(numbers, top.index);
    const turned = top[1] === '后' || top[1] === '倒数';
    if (near) ranks.push({ ...near, direction: turned ? 'asc' : direction, limit: readNumber(top[2]!), kind: 'top' });
  }
  const most = sketch.take(superlative) ?? (sketch.text.includes('还是') ? sketch.take(eitherOr) : undefined);
  if (most) {
    const others = numbers.filter(({ at }) => !ranks.some((rank) => rank.at === at));
    const near = nearest(others.length > 0 ? others : numbers, most.index);
    if (near)
      ranks.push({ ...near, direction: new RegExp(low).test(most[1]!) ? 'asc' : 'desc', limit: null, kind: 'most' });
  }
  const sorted = sketch.take(sorting);
  if (ranks.length === 0 && sorted) {
    const near = nearest(numbers, sorted.index);
    if (near) ranks.push({ ...near, direction, limit: null, kind: 'sorted' });
  }
  for (let again = sketch.take(sorting); again; again = sketch.take(sorting));
  return ranks;
}

function canRank(name: string, { listColumns }: Subject): boolean {
  const type = listColumns.find((column) => column.name === name)?.type;
  return type === 'number' || type === 'time';
}

/** The column before the words is nearer than one behind them: 「均价最高的小区的销量」. */
function nearest(columns: readonly FoundColumn[], at: number): { at: number; column: string } | undefined {
  const distance = ({ at: place }: FoundColumn) => (place < at ? at - place : (place - at) * 4);
  const [near] = columns.toSorted((a, b) => distance(a) - distance(b));
  return near && { at: near.at, column: near.column };
}
