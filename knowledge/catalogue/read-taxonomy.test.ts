import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { categoryOf, readTaxonomy } from './read-taxonomy.ts';

const taxonomy = await readTaxonomy('knowledge/corpus/complaints');

it('has 18 groups and 136 categories, each with owners and words people say', () => {
  expect(taxonomy.groups).toHaveLength(18);
  expect(taxonomy.categories).toHaveLength(136);
  for (const { code, saidAs } of taxonomy.categories) expect(saidAs.length, code).toBeGreaterThan(3);
});

it('makes a missing manhole cover more urgent than a rattling one', () => {
  const manhole = categoryOf(taxonomy, 'C02.02');
  expect(manhole.urgency).toBe('U3');
  expect(manhole.urgentWhen).toContainEqual(
    expect.objectContaining({ grade: 'U1', when: expect.arrayContaining(['缺失']) }),
  );
});

it('names the file and the field that is wrong', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taxonomy-'));
  await mkdir(join(folder, 'taxonomy'));
  const category = '{ code: C02.01, name: 井盖, examples: [缺失], owners: [城管], firstTier: town, urgency: U9 }';
  await writeFile(join(folder, 'taxonomy/C02.yaml'), `code: C02\nname: 市政\ncategories:\n  - ${category}\n`);
  await expect(readTaxonomy(folder)).rejects.toMatchObject({
    code: 'corpus_invalid',
    message: expect.stringMatching(/C02\.yaml: categories\/0\/urgency/),
  });
});
