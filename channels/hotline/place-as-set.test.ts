import { expect, it } from 'vitest';
import { placeAsSet } from './place-as-set.ts';

const known = (fields: Partial<Parameters<typeof placeAsSet>[1]>) => ({
  text: null, district: null, street: null, detail: null, community: null, note: null, ...fields,
}); // biome-ignore format: nothing at a glance

it('keeps what no division covers as the detail of the place that a person set', () => {
  expect(placeAsSet('渝中区临江门', known({ district: '渝中区' }))).toMatchObject({
    text: '渝中区临江门',
    detail: '临江门',
  });
  expect(placeAsSet('老厂门口', known({}))).toMatchObject({ district: null, detail: '老厂门口' });
  expect(placeAsSet('渝中区大坪', known({ district: '渝中区', street: '大坪街道' }))).toMatchObject({ detail: null });
});

it('leaves alone what is known in full, and old names that were put right', () => {
  const detailed = known({ district: '渝中区', detail: '正街3号' });
  expect(placeAsSet('渝中区正街3号', detailed)).toEqual({ ...detailed, text: '渝中区正街3号' });
  const moved = known({ district: '两江新区', street: '观音桥街道', note: '江北区只到 2025-11-05 为止' });
  expect(placeAsSet('江北区观音桥', moved).detail).toBeNull();
});
