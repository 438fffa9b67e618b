import type { SemanticModel, Subject } from '../../../knowledge/index.ts';
import type { DataQuery, Filter } from '../data-query.ts';

type Changes = Partial<DataQuery>;
export type EscapeAttempt = [name: string, changes: Changes];

const test = (
  field: string,
  is: 'eq' | 'ne' | 'in' | 'not_in' | 'contains' | 'not_null',
  ...values: string[]
): Filter => ({
  field,
  is,
  values,
});

/** Conditions that let foreign rows in, or are always true, or contradict the fence. */
const reaches: [name: string, filter: Filter | null][] = [
  ['everything', null],
  ['another district', test('district', 'eq', '南岸区')],
  ['several districts', test('district', 'in', '渝中区', '两江新区', '万州区')],
  ['all but the own', test('district', 'ne', '渝中区')],
  ['all but the own, as a list', test('district', 'not_in', '渝中区', '不存在区')],
  ['not not another', { not: { not: test('district', 'eq', '沙坪坝区') } }],
  ['not the own', { not: { all: [test('district', 'eq', '渝中区')] } }],
  ['the own or another', { any: [test('district', 'eq', '渝中区'), test('district', 'eq', '巴南区')] }],
  [
    'a thing or its opposite',
    { any: [test('district', 'contains', '区'), { not: test('district', 'contains', '区') }] },
  ],
  ['its whole region', test('region', 'eq', '中心城区')],
  ['all regions but its own', test('region', 'not_in', '中心城区')],
  ['any place at all', test('district', 'not_null')],
  ['deep in nothing', { all: [{ any: [{ all: [] }, { not: { any: [] } }] }] }],
];

/** Ways of asking in which a foreign row would show: as a row, in a sum, in a share, a base, an average, a rank. */
const shapes: [name: string, changes: (metric: string) => Changes][] = [
  ['in one figure', () => ({})],
  ['by district', () => ({ dimensions: ['district'] })],
  ['by region with shares', () => ({ dimensions: ['region'], share: true })],
  ['against last year', () => ({ comparison: { with: 'same_period_last_year' } })],
  ['by district against the average', () => ({ dimensions: ['district'], comparison: { with: 'average' } })],
  ['by month beside the month before', () => ({ grain: 'month', comparison: { with: 'previous_period' } })],
  ['by region and district', () => ({ dimensions: ['region', 'district'] })],
  [
    'as the first of a rank that a threshold opens',
    (metric) => ({
      dimensions: ['district'],
      having: { field: metric, is: 'gte', values: [0] },
      orderBy: [{ field: metric, direction: 'desc' }],
      limit: 1,
    }),
  ],
];

/** Every reach in every shape, over each subject in turn: one attempt a pair, so that none is a copy of another. */
function attemptsByShape({ subjects }: SemanticModel): EscapeAttempt[] {
  const asked = subjects.filter(
    ({ districtColumn, dimensions }) => districtColumn && dimensions.some(({ name }) => name === 'region'),
  );
  return reaches.flatMap(([reach, filter], row) =>
    shapes.map(([shape, changes], column): EscapeAttempt => {
      const subject = asked[(row * shapes.length + column) % asked.length]!;
      const metric = subject.defaultMetric;
      const window = windowOf(subject);
      return [
        `${subject.name}: ${reach}, ${shape}`,
        { subject: subject.name, metrics: [metric], filter, window, ...changes(metric) },
      ];
    }),
  );
}

/** A month that is in the past of the tests' data; figures that stand by years, quarters or months get a long one. */
function windowOf({ time, stock }: Subject): DataQuery['window'] {
  if (time.grain === 'year') return null;
  return stock
    ? { from: '2025-04-01', to: '2025-04-30', said: null }
    : { from: '2025-01-01', to: '2025-05-31', said: null };
}

/** SQL as people write it into values; as a parameter it is a text like any other. */
const injections = [
  "南岸区' or '1'='1",
  "x' union select * from yuwen.account --",
  "'; delete from data_platform.demo_ticket; --",
  "') or true --",
  "x') union all select * from data_platform.ticket t --",
  '南岸区" or "district" <> "',
  '$1',
  '$2) or ($2 = $2',
  "\\' or 1=1 --",
  "x'; set_config('role', 'yuwen_owner', false); --",
  "select set_config('search_path', 'yuwen', false)",
  "'||(select string_agg(district, ',') from data_platform.ticket)||'",
  '%',
  '_%',
  'x\u2019 or \u20181\u2019=\u20181',
  '渝中区/**/or/**/true',
  'x\u0000y'.replace('\u0000', '\\0'),
  "1; copy data_platform.demo_ticket to program 'id'",
  "read_csv('/etc/passwd')",
  "coalesce((select 1 from pg_sleep(1)), 'x')",
];

function attemptsByValue(): EscapeAttempt[] {
  return injections.flatMap((value): EscapeAttempt[] => [
    [`a district called ${value}`, { filter: test('district', 'eq', value), dimensions: ['district'] }],
    [`no street called ${value}`, { filter: test('street', 'ne', value), dimensions: ['district'] }],
    [
      `a unit with ${value} in its name`,
      {
        kind: 'list',
        metrics: [],
        columns: ['number', 'district'],
        filter: test('owner_unit', 'contains', value),
        limit: 50,
      },
    ],
  ]);
}

/** Lists reach for rows themselves. */
function attemptsByList(): EscapeAttempt[] {
  const orders = ['time', 'district', 'number'];
  return reaches.slice(0, 11).map(([reach, filter], index) => [
    `a list of ${reach}`,
    {
      kind: 'list',
      metrics: [],
      columns: ['number', 'district', 'owner_unit', 'created_at'],
      filter,
      orderBy: [{ field: orders[index % 3]!, direction: 'asc' }],
      limit: 200,
      ...(index % 4 === 3 ? { distinct: true, columns: ['district'], orderBy: [] } : {}),
      ...(index % 4 === 2 ? { pick: { per: ['district'], among: null }, limit: 2 } : {}),
    },
  ]);
}

export function generatedEscapes(model: SemanticModel): EscapeAttempt[] {
  return [...attemptsByShape(model), ...attemptsByValue(), ...attemptsByList()];
}

/** Plans of a hostile model that name what the semantic model does not have: each is turned away before it is SQL. */
export const hostileNames: EscapeAttempt[] = [
  'pg_user', 'ticket; drop table x', 'ticket t union select', 'yuwen.ticket', '"ticket"', 'data_platform.ticket', '__proto__', 'constructor',
]
  .flatMap((name): EscapeAttempt[] => [
    [`a subject ${name}`, { subject: name }],
    [`a metric ${name}`, { metrics: [name] }],
    [`a dimension ${name}`, { dimensions: [name] }],
    [`a field ${name}`, { filter: { field: name, is: 'eq', values: ['x'] } }],
    [`an order by ${name}`, { orderBy: [{ field: name, direction: 'asc' }] }],
    [`a threshold on ${name}`, { having: { field: name, is: 'gt', values: [0] } }],
    [`a column ${name}`, { kind: 'list', columns: [name] }],
  ]); // biome-ignore format: names, then where they are put

/** Statements that no plan compiles to, handed to an engine all the same. */
export const hostileStatements = [
  'delete from data_platform.ticket',
  "update data_platform.ticket set district = '渝中区'",
  'insert into data_platform.population_stat select * from data_platform.population_stat',
  'drop table data_platform.population_stat',
  'drop schema data_platform cascade',
  'truncate data_platform.population_stat',
  'create table data_platform.mine as select 1 as one',
  'create table mine (id integer)',
  'alter table data_platform.population_stat add column x integer',
  'select * from yuwen.account',
  'select content from yuwen.ticket',
  'select 1; delete from data_platform.population_stat',
  'commit; delete from data_platform.population_stat',
  'rollback; begin read write; delete from data_platform.population_stat',
  'with gone as (delete from data_platform.population_stat returning *) select * from gone',
  "copy data_platform.population_stat to '/tmp/yuwen-stolen.csv'",
  "select * from read_csv('/etc/passwd')",
  "select pg_read_file('/etc/passwd')",
  "attach '/tmp/yuwen-other.duckdb' as other",
  "load 'httpfs'",
  'set role yuwen_owner',
  'set session authorization yuwen_owner',
  'vacuum',
  'grant all on data_platform.population_stat to public',
  'do $$ begin delete from data_platform.population_stat; end $$',
];
