import type { DataQuery, Filter } from '../data-query.ts';

const test = (
  field: string,
  is: 'eq' | 'ne' | 'in' | 'not_in' | 'contains' | 'is_null' | 'not_null',
  ...values: string[]
): Filter => ({ field, is, values });
const other = test('district', 'eq', '南岸区');
const mine = test('district', 'eq', '渝中区');
const byCount = [{ field: 'ticket_count', direction: 'desc' as const }];

/** Plans, as a parser or a hostile model might fill them, that reach for rows of other districts. */
export const escapeAttempts: [name: string, changes: Partial<DataQuery>][] = [
  ['the whole city', {}],
  ['another district', { filter: other }],
  [
    'another district among several',
    { filter: test('district', 'in', '渝中区', '南岸区', '两江新区'), dimensions: ['district'] },
  ],
  ['every district', { dimensions: ['district'], orderBy: byCount }],
  ['every region', { dimensions: ['region'], orderBy: byCount }],
  ['another region', { filter: test('region', 'eq', '渝东北') }],
  ['every street', { dimensions: ['street'], orderBy: byCount }],
  ['a street of another district', { filter: test('street', 'eq', '观音桥街道') }],
  ['all but the own district', { filter: test('district', 'ne', '渝中区') }],
  ['not the own district', { filter: { not: mine } }],
  ['not not another district', { filter: { not: { not: other } } }],
  ['the own district or any other', { filter: { any: [mine, test('district', 'not_null')] } }],
  ['an empty any', { filter: { any: [] } }],
  ['an empty all', { filter: { all: [] } }],
  ['a district that contains 区', { filter: test('district', 'contains', '区'), dimensions: ['district'] }],
  ['a district that contains everything', { filter: test('district', 'contains', '') }],
  ['districts that are not filled in', { filter: test('district', 'is_null') }],
  ['an injection in a value', { filter: test('district', 'eq', "南岸区' or '1'='1") }],
  ['an injection with a comment', { filter: test('district', 'eq', "x') or true --") }],
  ['a placeholder as a value', { filter: test('district', 'eq', '$1') }],
  ['a share of the whole city', { dimensions: ['district'], share: true }],
  ['the share of another district', { dimensions: ['district'], share: true, having: other }],
  [
    'a comparison with the city average',
    { metrics: ['satisfied_rate'], dimensions: ['district'], comparison: { with: 'average' } },
  ],
  ['a comparison with last year', { dimensions: ['district'], comparison: { with: 'same_period_last_year' } }],
  [
    'a comparison by month',
    {
      dimensions: ['district'],
      grain: 'month',
      comparison: { with: 'previous_period' },
      orderBy: [{ field: 'time', direction: 'asc' }],
    },
  ],
  ['a figure per head of the city', { metrics: ['tickets_per_10k'] }],
  ['a figure per head of every district', { metrics: ['tickets_per_10k'], dimensions: ['district'] }],
  ['a figure per head of another district', { metrics: ['tickets_per_10k'], filter: other }],
  ['a median over all', { metrics: ['handling_hours_median'] }],
  ['a list of all', { kind: 'list', metrics: [], columns: ['number', 'district', 'owner_unit'], limit: 1000 }],
  ['a list of another district', { kind: 'list', metrics: [], columns: ['number', 'district'], filter: other }],
  [
    'a list by unit of another district',
    { kind: 'list', metrics: [], columns: ['number', 'district'], filter: test('owner_unit', 'contains', '南岸区') },
  ],
  ['units of every district', { dimensions: ['owner_unit'], orderBy: byCount }],
  ['events of all', { subject: 'event', metrics: ['event_count'], dimensions: ['district'] }],
  [
    'service cases of all',
    { subject: 'service_case', metrics: ['case_count', 'online_rate'], dimensions: ['district'] },
  ],
  ['alarms of another district', { subject: 'alarm', metrics: ['alarm_count'], filter: other }],
  [
    'the people of all districts',
    { subject: 'population', metrics: ['resident'], dimensions: ['district'], window: null },
  ],
  [
    'the people of the city over years',
    {
      subject: 'population',
      metrics: ['resident'],
      grain: 'year',
      window: null,
      orderBy: [{ field: 'time', direction: 'asc' }],
    },
  ],
];
