import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readComplaintExamples } from './read-complaint-examples.ts';
import { readTaxonomy } from './read-taxonomy.ts';

const folder = 'knowledge/corpus/complaints';
const examples = await readComplaintExamples(folder);

it('has at least four messages for every category and none for any other', async () => {
  const { categories } = await readTaxonomy(folder);
  const counts = new Map(categories.map(({ code }) => [code, 0]));
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? Number.NaN) + 1);
  for (const [code, count] of counts) expect(count, code).toBeGreaterThanOrEqual(4);
});

it('says nothing twice', () => {
  expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length);
});

it('holds nothing that could be a telephone or an identity number', () => {
  expect(examples.filter(({ text }) => /\d{6,}/.test(text))).toEqual([]);
});

it('names the line that is not JSON or not a message', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'examples-'));
  const good = '{"text":"路灯不亮了","label":"C02.03"}';
  await writeFile(join(broken, 'examples.jsonl'), `${good}\n{"text":"路灯`);
  await expect(readComplaintExamples(broken)).rejects.toMatchObject({
    code: 'corpus_invalid',
    message: expect.stringContaining('line 2'),
  });
  await writeFile(join(broken, 'examples.jsonl'), `${good}\n\n{"text":"路灯不亮了","label":"C2"}\n`);
  await expect(readComplaintExamples(broken)).rejects.toMatchObject({
    message: expect.stringContaining('line 3: label'),
  });
});
