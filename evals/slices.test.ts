import { expect, it } from 'vitest';
import { slicesByTags } from './slices.ts';

it('groups by topic and district, and by tags, which may name a dimension of their own', () => {
  expect(slicesByTags({ tags: ['dialect', 'facet:materials', ':odd'], topic: 'C05', district: '渝中区' })).toEqual([
    'topic=C05',
    'district=渝中区',
    'tag=dialect',
    'facet=materials',
    'tag=:odd',
  ]);
  expect(slicesByTags({})).toEqual([]);
});
