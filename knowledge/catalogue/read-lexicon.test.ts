import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLexicon } from './read-lexicon.ts';

it('reads the shipped words, each once', async () => {
  const { dialect, everyday } = await readLexicon('knowledge/corpus/lexicon');
  expect(dialect.length).toBeGreaterThan(300);
  expect(everyday.length).toBeGreaterThan(300);
  expect(new Set(dialect.map(({ word }) => word)).size).toBe(dialect.length);
  expect(everyday.find(({ word }) => word === '注销')?.clarify).toBe('yes');
});

it('refuses a context that is not a regular expression, by line and column', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lexicon-'));
  await writeFile(
    join(folder, 'dialect.tsv'),
    'word\tstandard\tcategory\tswap\tcontext\n好久\t多久\t疑问词\t多久\t(~\n',
  );
  await writeFile(join(folder, 'colloquial.tsv'), 'word\tofficial\tdomain\n');
  await expect(readLexicon(folder)).rejects.toMatchObject({
    code: 'corpus_invalid',
    message: expect.stringMatching(/dialect\.tsv: line 2: context/),
  });
});
