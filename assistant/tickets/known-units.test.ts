import { expect, it } from 'vitest';
import { projectRoot } from '../../channels/cli/project-root.ts';
import { readCatalogue } from '../../knowledge/index.ts';
import { createUnitDirectory } from './known-units.ts';

const catalogue = await readCatalogue(`${projectRoot()}/knowledge/corpus`);
const units = createUnitDirectory(catalogue, '2026-11-23');

it('knows every unit that the table can name on the day, and no other', () => {
  expect(['渝中区城市管理局', '渝中区公安分局', '渝中区解放碑街道办事处', '城口县公安局'].map(units.has)).toEqual(
    Array(4).fill(true),
  );
  expect(['渝北区城市管理局', '渝中区{town}', '城管', ''].map(units.has)).toEqual(Array(4).fill(false)); // 渝北区 ended in 2025
});

it.each([
  ['渝中城管局', null, '渝中区城市管理局'],
  ['城管局', '南岸区', '南岸区城市管理局'],
  ['解放碑街道', '渝中区', '渝中区解放碑街道办事处'],
])('offers for %s in %s first %s', (said, district, wanted) => expect(units.nearest(said, district)[0]).toBe(wanted));
