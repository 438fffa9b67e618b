import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataDigest } from './data-digest.ts';
import { commitOf, identifyRun } from './run-identity.ts';

describe('the identity of a run', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-'));
    await writeFile(join(folder, 'cases.jsonl'), '{"id":"a"}\n');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words], { cwd: folder });

  it('changes with the content, the name and the place of a file, and not with a note for people', async () => {
    const before = await dataDigest(folder);
    await writeFile(join(folder, 'README.md'), 'notes');
    expect(await dataDigest(folder)).toBe(before);

    await mkdir(join(folder, 'tables'));
    await writeFile(join(folder, 'tables', 'a.csv'), 'x\n');
    const withTable = await dataDigest(folder);
    expect(withTable).not.toBe(before);

    await writeFile(join(folder, 'cases.jsonl'), '{"id":"b"}\n');
    expect(await dataDigest(folder)).not.toBe(withTable);
  });

  it('names the commit, and says when files differ from it', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    const clean = await commitOf(folder);
    expect(clean).toEqual({ commit: expect.stringMatching(/^[0-9a-f]{40}$/), dirty: false });

    await writeFile(join(folder, 'cases.jsonl'), '{"id":"b"}\n');
    expect(await commitOf(folder)).toEqual({ ...clean, dirty: true });
  });

  it('has no commit where there is no checkout, and still says everything else', async () => {
    const settings = { now: '2026-01-01T00:00:00.000Z', engine: 'built-in', seed: 1 };
    const identity = await identifyRun(
      { dataFolder: folder, sourceFolder: folder },
      { engine: 'built-in', knowledgeDigest: 'k1', settings },
    );
    expect(identity).toEqual({
      commit: null,
      dirty: null,
      dataDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      knowledgeDigest: 'k1',
      engine: 'built-in',
      settingsDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      indexDigest: null,
      seed: 1,
      machine: expect.stringContaining(process.platform),
      node: process.version,
    });
  });
});
