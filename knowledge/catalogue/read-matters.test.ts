import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { matterInForce, readMatters } from './read-matters.ts';

const card = (fields: Record<string, unknown> = {}) => ({
  id: 'lost-umbrella',
  title: '找回雨伞',
  audience: 'personal',
  summary: '失主可以认领雨伞。',
  lead: '失物招领处',
  validFrom: '2025-01-01',
  reviewedAt: '2025-06-01',
  source: '测试用',
  ...fields,
});

describe('reading matter cards', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matters-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (file: string, content: unknown) =>
    writeFile(join(folder, file), typeof content === 'string' ? content : stringify(content));

  it('reads every YAML file, and takes a bare sentence for a fact from memory', async () => {
    await write('a.yaml', card());
    await write('b.yaml', card({ id: 'lost-hat' }));
    await write('README.md', 'not a card');
    const cards = await readMatters(folder);
    expect(cards.map(({ id }) => id)).toEqual(['lost-umbrella', 'lost-hat']);
    expect(cards[0]?.summary).toEqual({ text: '失主可以认领雨伞。', certainty: 'memory' });
  });

  it('keeps dates as text, as the schema wants them, when YAML has them bare', async () => {
    await write('a.yaml', stringify(card({ validTo: '2025-12-31' })).replaceAll('"', ''));
    expect(await readMatters(folder)).toMatchObject([{ validFrom: '2025-01-01', validTo: '2025-12-31' }]);
  });

  it.each([
    ['a missing field', card({ lead: undefined }), /a\.yaml: lead: /],
    ['an unknown field', card({ price: 1 }), /a\.yaml: .*price/],
    ['a word that is no certainty', card({ fees: [{ text: '免费。', certainty: 'sure' }] }), /fees\/0\/certainty: /],
    ['a branch that does not exist', card({ fees: [{ text: '免费。', when: { rain: ['yes'] } }] }), /rain=yes/],
    ['an end before the start', card({ validTo: '2024-12-31' }), /validTo/],
    ['text that is no YAML', 'id: "lost', /a\.yaml: not YAML/],
  ])('refuses %s and names the file and the field', async (_, content, message) => {
    await write('a.yaml', content);
    await expect(readMatters(folder)).rejects.toMatchObject({
      code: 'corpus_invalid',
      message: expect.stringMatching(message),
    });
  });

  it('refuses two versions of a matter that hold on the same day', async () => {
    await write('a.yaml', card({ validTo: '2025-06-30' }));
    await write('b.yaml', card({ validFrom: '2025-06-30' }));
    await expect(readMatters(folder)).rejects.toMatchObject({
      code: 'corpus_invalid',
      message: expect.stringContaining('lost-umbrella'),
    });
  });

  it('refuses a later version while the earlier one has no end', async () => {
    await write('a.yaml', card());
    await write('b.yaml', card({ validFrom: '2026-01-01' }));
    await expect(readMatters(folder)).rejects.toMatchObject({ code: 'corpus_invalid' });
  });

  it('finds the version in force on a day, on its first and last day too, and none outside', async () => {
    await write('a.yaml', card({ validTo: '2025-06-30', lead: '旧的招领处' }));
    await write('b.yaml', card({ validFrom: '2025-07-01' }));
    const cards = await readMatters(folder);
    const leadOn = (day: string) => matterInForce(cards, 'lost-umbrella', day)?.lead;
    expect(['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2030-01-01'].map(leadOn)).toEqual([
      undefined, '旧的招领处', '旧的招领处', '失物招领处', '失物招领处',
    ]); // biome-ignore format: days and leads stand in the same order
    expect(matterInForce(cards, 'lost-hat', '2025-01-01')).toBeUndefined();
  });
});
