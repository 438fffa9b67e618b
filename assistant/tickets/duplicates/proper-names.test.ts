import { expect, it } from 'vitest';
import { nameLikeness, properNamesIn } from './proper-names.ts';

it.each([
  ['青松雅苑楼下太吵', 'estate', '青松'],
  ['大坪街道青松雅苑楼下太吵', 'estate', '青松'],
  ['服装城大道有个坑', 'road', '服装城'],
  ['明德实验中学补课收费', 'organisation', '明德实验'],
])('finds the name in 「%s」 without its ending and what stands before', (text, kind, core) =>
  expect(properNamesIn(text)).toContainEqual(expect.objectContaining({ kind, core })),
);

it('takes no ordinary word for a name', () => expect(properNamesIn('小区门口的马路烂了')).toEqual([]));

it('hears a mistyped name, and tells two names apart', () => {
  expect(nameLikeness('青松雅苑', '清松雅苑')).toBeGreaterThan(0.7);
  expect(nameLikeness('青松雅苑', '湖岸名邸')).toBe(0);
});
