import type { Measure, Metric } from '../../knowledge/index.ts';
import { quote } from './write-sql.ts';

/**
 * Statistical secrecy in SQL, before anything is tested, ranked or cut: a figure of one to a few people is not shown. Where
 * just one figure would be hidden, the one of the next fewest people is hidden with it, or a share, an average or the
 * reader's own total would give it away.
 */

/** How many people a metric's figure is about; null where the model does not protect it. */
export function peopleOf({ suppress, ...metric }: Metric): Measure | null {
  if (!suppress) return null;
  const { where } = metric.kind === 'ratio' ? metric.denominator : metric.measure;
  return suppress.people ? { aggregate: 'sum', column: suppress.people, where } : { aggregate: 'count', where };
}

export const peopleColumn = (name: string) => quote(`${name}__people`);
const smallColumn = (name: string) => quote(`${name}__small`);
const fewColumn = (name: string) => quote(`${name}__few`);

/** Columns of `figures` that suppressing needs: how few the people are, now or in the base, and whether that is too few. */
export function smallnessColumns({ name, suppress }: Metric, hasBase: boolean): string[] {
  if (!suppress) return [];
  const sides = hasBase ? ['c', 'b'] : ['c'];
  const people = sides.map((side) => `${side}.${peopleColumn(name)}`);
  const isSmall = people.map((count) => `(${count} > 0 and ${count} < ${suppress.below})`).join(' or ');
  return [
    `coalesce(${isSmall}, false) as ${smallColumn(name)}`,
    // None of them is nobody's secret, so nought does not count as fewest.
    `least(${people.map((count) => `nullif(${count}, 0)`).join(', ')}) as ${fewColumn(name)}`,
  ];
}

/** Whether a row of `figures` may not show a metric: it is small itself, or it keeps the only small one secret. */
export function hiddenSql({ name }: Metric): string {
  const [small, few] = [smallColumn(name), fewColumn(name)];
  const smallOnes = `sum(case when ${small} then 1 else 0 end) over ()`;
  const fewest = `min(case when not ${small} then ${few} end) over ()`;
  return `(${small} or coalesce(${smallOnes} = 1 and ${few} = ${fewest}, false))`;
}

/** The column of a result that counts what a row hides; it is taken off before anybody sees the rows. */
export const hiddenCount = 'hidden_figures';
