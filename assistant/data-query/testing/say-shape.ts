import type { DataQuery, Filter } from '../data-query.ts';

/** A plan as one line that a test can be read by: `诉求量 by district where … in from..to vs … having … order … limit`. */
export function sayShape(plan: DataQuery): string {
  const by = [...(plan.grain ? [plan.grain] : []), ...plan.dimensions];
  const parts: [string, string | number | null | undefined][] = [
    ['', plan.kind === 'list' ? `list ${plan.subject}` : plan.metrics.join('+')],
    ['by', by.join(',')],
    ['where', plan.filter && sayTests(plan.filter)],
    ['in', plan.window && `${plan.window.from}..${plan.window.to}`],
    ['vs', plan.comparison?.with],
    ['having', plan.having && sayTests(plan.having)],
    ['order', plan.orderBy.map(({ field, direction }) => `${field} ${direction}`).join(', ')],
    ['limit', plan.limit],
  ];
  const said = parts.filter(([, value]) => value).map(([word, value]) => `${word} ${value}`.trim());
  return [...said, ...(plan.share ? ['with share'] : [])].join(' ');
}

function sayTests(filter: Filter): string {
  if ('all' in filter) return filter.all.map(sayTests).join(' and ');
  if ('any' in filter) return `(${filter.any.map(sayTests).join(' or ')})`;
  if ('not' in filter) return `not (${sayTests(filter.not)})`;
  return `${filter.field} ${filter.is} ${filter.values.join('|')}`;
}
