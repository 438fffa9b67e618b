import type { ColumnConcept, ColumnWords } from '../../../knowledge/index.ts';

/** A column's name taken apart: what people see, what it is measured in, what the model calls it. */
export interface ColumnName {
  /** An identifier of the model: letters, digits and underscores. */
  name: string;
  label: string;
  unit: string | null;
}

const brackets = /[（(]([^（）()]*)[）)]/g;
const units =
  /^(?:%|％|元|万元|亿元|万|亿|平方米|㎡|平方公里|公顷|亩|米|公里|千米|吨|千克|公斤|度|千瓦时|人|户|套|件|个|台|辆|次|天|日|小时|分钟|年|元\/平方米|元\/㎡|元\/平米)$/;

/** 「建筑密度(%)」 is 建筑密度 in %; 「时间（月份）」 keeps its brackets' word in its name, for there may be another 时间. */
export function toColumnName(column: string): ColumnName {
  const inBrackets = [...column.matchAll(brackets)].map((match) => match[1]!.trim());
  const unit = inBrackets.find((text) => units.test(text)) ?? null;
  const bare = column.replace(brackets, (whole, text: string) => (units.test(text.trim()) ? '' : whole)).trim();
  const name = bare.replace(/[^\p{L}\p{N}_]/gu, '');
  return { name: /^\p{N}/u.test(name) ? `_${name}` : name || 'column', label: bare || column, unit };
}

export interface ColumnSense {
  kind: ColumnConcept['kind'] | null;
  aliases: string[];
}

/** What the end of a label says: its kind, and how else it is called. */
export function senseOf(label: string, words: ColumnWords): ColumnSense {
  const bare = label.replace(brackets, '');
  const found = words.concepts
    .flatMap((concept) =>
      concept.ends
        .filter((end) => bare.endsWith(end))
        .map((end) => ({ concept, end, stem: bare.slice(0, -end.length) })),
    )
    .toSorted((a, b) => b.end.length - a.end.length);
  const base = withoutTotals(bare, words);
  const said = found.flatMap(({ concept, end, stem }) =>
    concept.say
      .filter((word) => stem !== '' || !word.includes('{stem}'))
      .map((word) =>
        word
          .replace('{stem}', stem)
          .replace('{label}', bare)
          .replace('{base}', base)
          .replace('{measure}', end.slice(0, 1)),
      ),
  );
  const totals = base === bare ? [] : waysOfTotals(base);
  const aliases = [...new Set([bare, ...said, ...totals])].filter((word) => word !== label && word.length >= 2);
  return { kind: found[0]?.concept.kind ?? null, aliases };
}

function withoutTotals(label: string, { totals }: ColumnWords): string {
  const ending = totals.find((word) => label.endsWith(word) && label.length > word.length);
  const short = ending ? label.slice(0, -ending.length) : label.replace('总', '');
  return short.length >= 2 ? short : label;
}

function waysOfTotals(base: string): string[] {
  const behind = ['总额', '总计', '合计', '总数', '总金额', '数额', '金额', '额', '总量', '总和'].map(
    (word) => base + word,
  );
  // 营业总收入 is 营业收入 and 总收入 too.
  return [base, `总${base}`, `总${base}额`, `${base}的总额`, ...behind];
}

/** The words for what a name column names: 项目名称 → 项目, 小区, 楼盘; the measure words it is counted by. */
export function thingWords(label: string, words: ColumnWords): { nouns: string[]; measures: string[] } {
  const noun = label.replace(/(?:名称|名字|名|标题|编号|代码)$/, '');
  const groups = words.things.filter(({ nouns }) => nouns.some((one) => noun.endsWith(one)));
  return {
    nouns: [...new Set([noun, ...groups.flatMap(({ say }) => say)])].filter((word) => word.length >= 2),
    measures: [...new Set([...groups.flatMap(({ measures }) => measures), '个'])],
  };
}
