import type { Subject } from '../../knowledge/index.ts';
import { addDays, addMonths, dayInChongqing, endOfMonth, startOfMonth } from '../language/calendar-days.ts';
import { monthToDate } from '../language/dates.ts';
import type { DataQuery, Test, TimeWindow } from './data-query.ts';
import type { Chip, PlanChange } from './plan-change.ts';
import { isPlace, labelOf, partsOfFilter, sayFilter, sayWindowAsAsked } from './say-plan.ts';
import type { Assumption } from './to-plan.ts';

/** More choices than this are better typed. */
const mostAlternatives = 8;

/** The parts of a plan that its reader may correct, each with what may stand in its place. Alternatives never repeat what is. */
export function chipsOf(plan: DataQuery, subject: Subject, assumptions: readonly Assumption[], now: Date): Chip[] {
  const assumed = new Set(assumptions.map(({ field }) => field));
  const chips = plan.kind === 'list' ? [] : [metricChip, groupChip, comparisonChip, shareChip, havingChip, orderChip];
  return [
    timeChip(plan, subject, now),
    ...filterChips(plan, subject),
    ...chips.flatMap((chip) => chip(plan, subject) ?? []),
  ]
    .filter((chip) => chip !== null)
    .map((chip) => ({ ...chip, isAssumed: assumed.has(assumedAs[chip.kind] ?? '') }));
}

type Part = Omit<Chip, 'isAssumed'>;
const offer = (label: string, change: PlanChange) => ({ label, change });

/** The parts of a plan as assumptions name them. */
const assumedAs: Partial<Record<Chip['kind'], string>> = {
  metric: 'metrics',
  time: 'window',
  comparison: 'comparison',
  order: 'limit',
};

function timeChip(plan: DataQuery, subject: Subject, now: Date): Part | null {
  if (subject.time.grain === 'none') return null;
  const alternatives = windowsNear(now)
    .filter(({ window }) => window.from !== plan.window?.from || window.to !== plan.window?.to)
    .map(({ label, window }) => ({ label, change: { change: 'set_window', window } as const }));
  const all = plan.window ? [offer('全部时间', { change: 'set_window', window: null })] : [];
  return {
    id: 'time',
    kind: 'time',
    label: `时间：${sayWindowAsAsked(plan.window, subject)}`,
    alternatives: [...alternatives, ...all],
  };
}

function windowsNear(now: Date): { label: string; window: TimeWindow }[] {
  const today = dayInChongqing(now);
  const lastMonth = addMonths(startOfMonth(today), -1);
  const year = Number(today.slice(0, 4));
  const named: [string, string, string][] = [
    ['本月至今', monthToDate(now).from, today],
    ['上个月', lastMonth, endOfMonth(lastMonth)],
    ['近30天', addDays(today, -29), today],
    ['近三个月', addDays(addMonths(today, -3), 1), today],
    ['今年以来', `${year}-01-01`, today],
    ['去年', `${year - 1}-01-01`, `${year - 1}-12-31`],
  ];
  return named.map(([label, from, to]) => ({ label, window: { from, to, said: label } }));
}

function metricChip(plan: DataQuery, subject: Subject): Part {
  const others = subject.metrics.filter(({ name }) => !plan.metrics.includes(name)).slice(0, mostAlternatives);
  return {
    id: 'metric',
    kind: 'metric',
    label: `指标：${plan.metrics.map((name) => labelOf(name, subject)).join('、')}`,
    alternatives: others.map(({ name, label }) => ({ label, change: { change: 'set_metrics', metrics: [name] } })),
  };
}

function filterChips({ filter }: DataQuery, subject: Subject): Part[] {
  const fields = [...new Set(partsOfFilter(filter).map(({ field }) => field))].filter((field) => field !== 'time');
  return fields.map((field) => {
    const tests = partsOfFilter(filter).filter((test) => test.field === field);
    return {
      id: `filter:${field}`,
      kind: isPlace(field) ? 'place' : 'filter',
      label: tests.map((test) => sayFilter(test, subject)).join('；'),
      alternatives: [offer('不限', { change: 'set_filter', field, test: null }), ...valuesNear(field, tests, subject)],
    };
  });
}

/** Other values of a short dictionary, one of several that were named, and the other way round. */
function valuesNear(field: string, tests: readonly Test[], subject: Subject): Part['alternatives'] {
  const [test] = tests;
  if (!test || tests.length > 1) return [];
  const values = [
    ...new Set(subject.dimensions.find(({ name }) => name === field)?.values.map(({ value }) => value) ?? []),
  ];
  const single = test.values.length > 1 ? test.values : values.filter((value) => !test.values.includes(value));
  const among = single.length <= 40 ? single.slice(0, mostAlternatives) : [];
  const choice = (is: Test['is'], chosen: Test['values']): Part['alternatives'][number] => {
    const other = { field, is, values: chosen };
    return offer(sayFilter(other, subject), { change: 'set_filter', field, test: other });
  };
  const turned: Partial<Record<Test['is'], Test['is']>> = { eq: 'ne', ne: 'eq', in: 'not_in', not_in: 'in' };
  const opposite = turned[test.is];
  return [...among.map((value) => choice('eq', [value])), ...(opposite ? [choice(opposite, test.values)] : [])];
}

const nameOfGrain = { day: '日', week: '周', month: '月', quarter: '季度', year: '年' } as const;

function groupChip(plan: DataQuery, subject: Subject): Part {
  const by = [
    ...(plan.grain ? [nameOfGrain[plan.grain]] : []),
    ...plan.dimensions.map((name) => labelOf(name, subject)),
  ];
  const choices = subject.dimensions
    .filter(({ name, values, valuesFrom }) => !plan.dimensions.includes(name) && (values.length > 1 || valuesFrom))
    .slice(0, mostAlternatives - 2)
    .map(({ name, label }) => offer(`按${label}`, { change: 'set_groups', dimensions: [name], grain: null }));
  const months =
    plan.grain === 'month' ? [] : [offer('按月', { change: 'set_groups', dimensions: [], grain: 'month' })];
  const none = by.length > 0 ? [offer('不分组', { change: 'set_groups', dimensions: [], grain: null })] : [];
  return {
    id: 'group',
    kind: 'group',
    label: by.length > 0 ? `分组：按${by.join('、')}` : '不分组',
    alternatives: [...none, ...(subject.time.grain === 'moment' ? months : []), ...choices],
  };
}

const bases = {
  same_period_last_year: '同比',
  previous_period: '环比',
  start_of_year: '较年初',
  average: '与平均比',
  each_other: '两者相比',
  window: '与另一段时间比',
} as const;

function comparisonChip({ comparison, window, dimensions }: DataQuery): Part | null {
  if (comparison?.with === 'each_other') return null;
  const offered = [
    'same_period_last_year',
    'previous_period',
    ...(dimensions.length > 0 ? (['average'] as const) : []),
  ] as const;
  const others = window === null ? [] : offered.filter((base) => base !== comparison?.with);
  const none = comparison ? [offer('不比较', { change: 'set_comparison', comparison: null })] : [];
  if (!comparison && others.length === 0) return null;
  return {
    id: 'comparison',
    kind: 'comparison',
    label: comparison ? `比较：${bases[comparison.with]}` : '不比较',
    alternatives: [
      ...none,
      ...others.map((base) => offer(bases[base], { change: 'set_comparison', comparison: { with: base } })),
    ],
  };
}

function shareChip({ share, dimensions, metrics }: DataQuery, subject: Subject): Part | null {
  const isSum = subject.metrics.some(({ name, kind }) => name === metrics[0] && kind === 'additive');
  if (!share && (dimensions.length === 0 || !isSum)) return null;
  return {
    id: 'share',
    kind: 'share',
    label: share ? '含占比' : '不含占比',
    alternatives: [offer(share ? '不看占比' : '加上占比', { change: 'set_share', share: !share })],
  };
}

function havingChip({ having }: DataQuery, subject: Subject): Part | null {
  if (!having) return null;
  return {
    id: 'having',
    kind: 'having',
    label: `只看：${sayFilter(having, subject)}`,
    alternatives: [offer('不限', { change: 'drop_having' })],
  };
}

function orderChip(plan: DataQuery, subject: Subject): Part | null {
  const [first] = plan.orderBy;
  if (!first || first.field === 'time' || plan.dimensions.length === 0) return null;
  const turned = plan.orderBy.map(({ field, direction }) =>
    field === 'time' ? { field, direction } : ({ field, direction: direction === 'desc' ? 'asc' : 'desc' } as const),
  );
  const limits = [5, 10, null].filter((limit) => limit !== plan.limit);
  const direction = first.direction === 'desc' ? '从高到低' : '从低到高';
  return {
    id: 'order',
    kind: 'order',
    label: `按${labelOf(first.field, subject)}${direction}${plan.limit ? `，前${plan.limit}` : ''}`,
    alternatives: [
      offer(first.direction === 'desc' ? '从低到高' : '从高到低', {
        change: 'set_order',
        orderBy: turned,
        limit: plan.limit,
      }),
      ...limits.map((limit) =>
        offer(limit ? `前${limit}` : '全部列出', { change: 'set_order', orderBy: plan.orderBy, limit }),
      ),
    ],
  };
}
