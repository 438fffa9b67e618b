import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSemanticModel, type SemanticModel } from '../../knowledge/index.ts';
import type { DataQuery, Filter } from './data-query.ts';
import { scopeOf } from './jurisdiction.ts';
import { dataQuery } from './testing/builders.ts';

const corpus = fileURLToPath(new URL('../../knowledge/corpus', import.meta.url));
const test = (field: string, is: 'eq' | 'ne' | 'in' | 'not_in', ...values: string[]): Filter => ({ field, is, values });

describe('what a question means for a cadre of 渝中区', () => {
  let model: SemanticModel;
  beforeAll(async () => {
    model = await readSemanticModel(corpus);
  });
  const scope = (changes: Partial<DataQuery>) => scopeOf(dataQuery(changes), model, { district: '渝中区' });

  it.each<[string, Filter | null, string]>([
    ['its own district', test('district', 'eq', '渝中区'), 'inside'],
    [
      'its own district and a category',
      { all: [test('district', 'eq', '渝中区'), test('purpose', 'eq', '投诉')] },
      'inside',
    ],
    ['no place', null, 'narrowed'],
    ['its own and another district', test('district', 'in', '渝中区', '南岸区'), 'narrowed'],
    ['its region', test('region', 'eq', '中心城区'), 'narrowed'],
    ['a category alone', test('purpose', 'eq', '投诉'), 'narrowed'],
    [
      'its own district or a category',
      { any: [test('district', 'eq', '渝中区'), test('purpose', 'eq', '投诉')] },
      'narrowed',
    ],
    ['all but another district', test('district', 'ne', '南岸区'), 'narrowed'],
    ['another district', test('district', 'eq', '南岸区'), 'outside'],
    ['another region', test('region', 'in', '渝东北', '渝东南'), 'outside'],
    ['all but its own', test('district', 'not_in', '渝中区'), 'outside'],
    ['not its own', { not: test('district', 'eq', '渝中区') }, 'outside'],
  ])('%s', (_, filter, expected) => expect(scope({ filter })).toBe(expected));

  it('counts the part that a share is asked of as the place', () => {
    expect(scope({ having: test('district', 'eq', '南岸区'), share: true, dimensions: ['district'] })).toBe('outside');
  });

  it('is always inside for somebody who may see the whole city', () => {
    expect(scopeOf(dataQuery({}), model, { district: null })).toBe('inside');
  });
});
