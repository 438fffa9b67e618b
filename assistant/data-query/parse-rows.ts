import type { SemanticModel, Subject } from '../../knowledge/index.ts';
import type { FoundTime } from '../language/dates.ts';
import type { Filter } from './data-query.ts';
import { dropFillers } from './fillers.ts';
import { linkLoosely } from './link-loosely.ts';
import { type RowsReading, readRows } from './read-rows.ts';
import { readThresholds } from './read-thresholds.ts';
import { mark, type Sketch } from './sketch-question.ts';
import type { FilledPlan } from './to-plan.ts';
import { toRowsPlan } from './to-rows-plan.ts';

/** Sums, counts and breakdowns are for the reader of aggregates; anything else about facts is answered with their rows. */
export function asksForRows(sketch: Sketch, subject: Subject): boolean {
  if (subject.things.length === 0) return false;
  const columns = new Set(subject.listColumns.map(({ name }) => name));
  const counts = sketch
    .placesOf('metric')
    .some((at) => sketch.tokenAt(at)!.terms.every((term) => term.kind !== 'metric' || !columns.has(term.metric)));
  const grouped = new RegExp(`(?:各个?|每一?个?|每家|按照?|不同)${mark.dimension}`).test(sketch.text);
  return (
    !counts &&
    !grouped &&
    !asksWhole(sketch, subject) &&
    !/合计|总共|一共|总和|加起来|占比|比重|同比|环比|趋势|走势/.test(sketch.text)
  );
}

/** 「2022年9月某区的成交套数」 names no thing and asks for none: one figure of all of them is meant. */
function asksWhole(sketch: Sketch, subject: Subject): boolean {
  const kinds = sketch.tokens.flatMap(({ terms }) =>
    terms.filter((term) => 'subject' in term && term.subject === subject.name),
  );
  const named = kinds.some(
    (term) => (term.kind === 'value' || term.kind === 'dimension') && subject.things.includes(term.dimension),
  );
  const figures = kinds.filter(({ kind }) => kind === 'metric').length;
  return figures > 0 && !named && !/[哪谁每最前各更较]|分别|超过|以上|以下|低于|高于|之间/.test(sketch.folded);
}

export interface ParsedRows {
  filled: FilledPlan | null;
  uncovered: string[];
}

export function parseRows(sketch: Sketch, subject: Subject, model: SemanticModel): ParsedRows {
  const numbers = subject.metrics.flatMap(({ name }) => (name === subject.defaultMetric ? [] : [name]));
  const tests: Filter[] = readThresholds(sketch, subject, numbers, null).map(({ test }) => test);
  const plain = readRows(sketch, subject);
  const times = distinctTimes(sketch);
  const { reading, uncovered } = withLooseLinks(plain, dropFillers(sketch.leftover(), model), subject);
  if (reading.changed.length > 0) return { filled: null, uncovered: reading.changed };
  // 「拿地最多」 ranks by something that no column was found for.
  if (reading.ranks.length === 0 && /最[高低多少大小长短好差快慢贵]/.test(sketch.text))
    return { filled: null, uncovered };
  return { filled: toRowsPlan({ reading, times, tests }, subject, sketch), uncovered };
}

/** What was left over is tried against the labels of the table; in a ranking it narrows the rows, else it is what is asked. */
function withLooseLinks(plain: RowsReading, leftover: readonly string[], subject: Subject): ParsedStretches {
  const uncovered: string[] = [];
  let reading = plain;
  for (const stretch of leftover) {
    const link = linkLoosely(stretch, subject, plain.ranks.length > 0);
    if (link?.kind === 'column') reading = { ...reading, asked: [...reading.asked, link.column] };
    else if (link) {
      const found = { at: 0, said: stretch, term: link.term, excluded: false };
      reading = { ...reading, values: [...reading.values, found] };
    } else uncovered.push(stretch);
  }
  return { reading, uncovered };
}

interface ParsedStretches {
  reading: RowsReading;
  uncovered: string[];
}

function distinctTimes(sketch: Sketch): FoundTime[] {
  const times = sketch.placesOf('time').map((at) => sketch.tokenAt(at)!.time!);
  return times.filter(
    ({ from, to }, index) => times.findIndex((other) => other.from === from && other.to === to) === index,
  );
}
