import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readResponsibilities } from './read-responsibilities.ts';
import { readTaxonomy } from './read-taxonomy.ts';

const folder = 'knowledge/corpus/complaints';
const rows = await readResponsibilities(folder);
const { categories } = await readTaxonomy(folder);

/** Who answers depends on what the message is about; a person decides. */
const leftToPeople = ['C15.05', 'C18.02', 'C18.03'];

it('has a row for every category but those left to people, and for no other', () => {
  const covered = new Set<string>(rows.flatMap((row) => row.categories));
  const missing = categories.filter(({ code }) => !covered.has(code)).map(({ code }) => code);
  expect(missing).toEqual(leftToPeople);
  const codes = new Set<string>(categories.map(({ code }) => code));
  expect([...covered].filter((code) => !codes.has(code))).toEqual([]);
});

it('names the document behind every clause that claims to be official', () => {
  for (const { id, clause } of rows) if (clause.certainty === 'official') expect(clause.source, id).toBeTruthy();
});

it('has one row without conditions a category at most, so that the table itself never clashes', () => {
  const plain = rows.filter(({ when }) => when === undefined).flatMap((row) => row.categories);
  expect(plain.filter((code, index) => plain.indexOf(code) !== index)).toEqual([]);
});

it('fills only the places that a dispatch knows', () => {
  const slots = rows.flatMap(({ lead, coUnits }) =>
    [lead, ...coUnits].flatMap((unit) => unit.match(/\{[^}]*\}/g) ?? []),
  );
  expect(new Set(slots)).toEqual(new Set(['{district}', '{town}', '{police}']));
});

it('refuses a row without a lead, by file and field', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'responsibilities-'));
  await mkdir(join(broken, 'responsibilities'));
  const row = '{ id: a, categories: [C01.01], tier: town, clause: 依据 }';
  await writeFile(join(broken, 'responsibilities/C01.yaml'), `rows:\n  - ${row}\n`);
  await expect(readResponsibilities(broken)).rejects.toMatchObject({
    code: 'corpus_invalid',
    message: expect.stringMatching(/C01\.yaml: rows\/0\/lead/),
  });
});
