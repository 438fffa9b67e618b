import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import { compile } from './compile.ts';
import { maxRows } from './compiled-query.ts';
import type { DataQuery } from './data-query.ts';
import { dataQuery } from './testing/builders.ts';

const corpus = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));
const city = { district: null };
const yuzhong = { district: '渝中区' };

describe('a plan as SQL', () => {
  let model: SemanticModel;
  beforeAll(async () => {
    model = await readSemanticModel(corpus);
  });
  const sqlOf = (changes: Partial<DataQuery>, jurisdiction: { district: string | null } = city) =>
    compile(dataQuery(changes), model, jurisdiction);

  it('reads every table through the fence, once for each time it is named', () => {
    const { sql, params } = sqlOf(
      { metrics: ['tickets_per_10k'], dimensions: ['district'], comparison: { with: 'same_period_last_year' } },
      yuzhong,
    );
    const tables = sql.match(/"data_platform"\."\w+"/g)!.length;
    const fences = sql.match(/\(select \* from "data_platform"\."\w+" where "district" = \$\d+\)/g)!.length;
    expect(tables).toBeGreaterThan(5);
    expect(fences).toBe(tables);
    expect(params.filter((value) => value === '渝中区').length).toBe(fences);
  });

  it('has no fence for somebody who may see the whole city', () => {
    expect(sqlOf({}).sql).not.toContain('"district" =');
  });

  it.each(["'; drop table x; --", "' or '1'='1", '渝中区\\', '$99', '%_%'])(
    'keeps the value %j out of the text',
    (value) => {
      const { sql, params } = sqlOf({ filter: { field: 'district', is: 'eq', values: [value] } });
      expect(sql).not.toContain(value);
      expect(params).toContain(value);
    },
  );

  it('takes % and _ of a search for what they are', () => {
    expect(sqlOf({ filter: { field: 'street', is: 'contains', values: ['50%_'] } }).params).toContain('%50\\%\\_%');
  });

  it.each<[string, Partial<DataQuery>]>([
    ['a subject', { subject: 'pg_user' }],
    ['a measure', { metrics: ['count(*)'] }],
    ['no measure at all', { metrics: [] }],
    ['a dimension', { dimensions: ['password'] }],
    ['a dimension of another subject', { dimensions: ['scene'] }],
    ['a filtered field', { filter: { field: '1=1) or (1', is: 'eq', values: ['x'] } }],
    [
      'a filtered field deep inside',
      { filter: { not: { any: [{ all: [{ field: 'owner', is: 'eq', values: ['x'] }] }] } } },
    ],
    ['a tested column', { having: { field: 'pg_sleep', is: 'gt', values: [1] } }],
    ['a derived column that was not asked for', { having: { field: 'ticket_count_share', is: 'gt', values: [1] } }],
    ['a ranked column', { orderBy: [{ field: '(select 1)', direction: 'asc' }] }],
    ['a listed column', { kind: 'list', columns: ['content'] }],
    ['a region', { filter: { field: 'region', is: 'eq', values: ['华东'] } }],
    ['a value of the wrong kind', { filter: { field: 'district', is: 'eq', values: [1] } }],
    ['a test without a value', { filter: { field: 'district', is: 'eq', values: [] } }],
    ['a comparison without a time', { window: null, comparison: { with: 'previous_period' } }],
  ])('refuses %s that the model does not have', (_, changes) => {
    expect(() => sqlOf(changes)).toThrow(expect.objectContaining({ code: 'unsafe_query' }));
  });

  it('divides only where there is something to divide by', () => {
    expect(sqlOf({ metrics: ['satisfied_rate'] }).sql).toContain('nullif(c."satisfied_rate__under", 0)');
  });

  it('never brings more rows than one answer shows, and one to know of more', () => {
    expect(sqlOf({ limit: 10_000_000 }).sql).toMatch(new RegExp(`limit ${maxRows + 1}$`));
  });

  it('names the columns with their units, in the order of the rows', () => {
    const { columns } = sqlOf({
      metrics: ['satisfied_rate'],
      dimensions: ['district'],
      grain: 'month',
      comparison: { with: 'previous_period' },
      orderBy: [{ field: 'time', direction: 'asc' }],
    });
    expect(columns.map(({ name, label }) => `${name} ${label}`)).toEqual([
      'time 受理时间',
      'district 区县',
      'satisfied_rate 满意率（%）',
      'satisfied_rate_base 上期满意率（%）',
      'satisfied_rate_change 较上期增减（个百分点）',
      'satisfied_rate_change_rate 较上期增长率（%）',
    ]);
  });
});
