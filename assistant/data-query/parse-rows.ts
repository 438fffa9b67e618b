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
  return !counts && !grouped && !/合计|总共|一共|总和|加起来|占比|比重|同比|环比|趋势|走势/.test(sketch.text);
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
