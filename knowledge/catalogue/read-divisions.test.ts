import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { districtsOn, isValidOn } from './division.ts';
import { readDivisions } from './read-divisions.ts';

const divisions = await readDivisions('knowledge/corpus/divisions');
const townsOf = (district: string, on: string) =>
  divisions.towns.filter((town) => town.district === district && isValidOn(town, on)).map(({ name }) => name);

it('has 38 districts and counties before the change of November 2025 and 37 after it', () => {
  expect(districtsOn(divisions, '2025-11-05')).toHaveLength(38);
  expect(districtsOn(divisions, '2025-11-06')).toHaveLength(37);
});

it('has 1,031 towns on either side of the change', () => {
  for (const on of ['2025-11-05', '2025-11-06'])
    expect(divisions.towns.filter((town) => isValidOn(town, on))).toHaveLength(1031);
});

it('gives 两江新区 the 31 streets and 11 towns that were announced, and 北碚区 6 and 11', () => {
  const counts = (district: string) => {
    const names = townsOf(district, '2026-01-01');
    return [names.filter((name) => name.endsWith('街道')).length, names.filter((name) => name.endsWith('镇')).length];
  };
  expect(counts('两江新区')).toEqual([31, 11]);
  expect(counts('北碚区')).toEqual([6, 11]);
});

it('moves towns both ways on 2025-11-06', () => {
  expect(townsOf('渝北区', '2025-11-05')).toContain('统景镇');
  expect(townsOf('北碚区', '2025-11-06')).toContain('统景镇');
  expect(townsOf('北碚区', '2025-11-05')).toContain('水土街道');
  expect(townsOf('两江新区', '2025-11-06')).toContain('水土街道');
});

it('has the 11,270 communities and villages of mid 2023, each in a town', () => {
  const counts = divisions.communities!.map(({ communities, villages }) => communities.length + villages.length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(11_270);
  expect(divisions.communities!.find(({ town }) => town === '500101001')?.communities).toContain('电报路');
});

it('refuses a town in a district that does not exist', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'divisions-'));
  await writeFile(
    join(folder, 'districts.tsv'),
    'code\tname\tshort\tkind\tregion\n500103\t渝中区\t渝中\tdistrict\t中心城区\n',
  );
  await writeFile(join(folder, 'towns.tsv'), 'code\tname\tdistrict\n500103001\t某街道\t无此区\n');
  await writeFile(join(folder, 'spoken.tsv'), 'name\tdistrict\n');
  await writeFile(join(folder, 'communities.tsv'), 'town\tcommunities\tvillages\n');
  await expect(readDivisions(folder)).rejects.toMatchObject({
    code: 'corpus_invalid',
    message: expect.stringContaining('无此区'),
  });
});
