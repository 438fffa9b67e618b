import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../cli/project-root.ts';
import { readConfig } from '../config.ts';
import type { DeskRecord } from '../store/open-record.ts';
import { openTestRecord } from '../testing/open-test-record.ts';
import { openDataPlatform, unreadableSubjects } from './open-data-platform.ts';

const limits = { timeoutMs: 5000 };
const tables = path.join(projectRoot(), 'evals/datasets/data/tables');
const platformModel = path.join(projectRoot(), 'knowledge/corpus/data-platform/model.yaml');

describe('the data platform that the settings name', () => {
  let record: DeskRecord;
  let folder: string;
  const notices: string[] = [];
  beforeAll(async () => {
    record = await openTestRecord();
    folder = await mkdtemp(path.join(tmpdir(), 'yuwen-named-platform-'));
  });
  afterAll(async () => {
    await record.close();
    await rm(folder, { recursive: true });
  });

  const open = (env: Record<string, string>) =>
    openDataPlatform(readConfig(env, projectRoot()), record, (text) => notices.push(text));
  const urlOf = (user: 'yuwen_reader' | 'postgres', password = '') => {
    const { host, port, database } = record.connectionOf('yuwen_reader');
    return `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;
  };
  const count = async (platform: Awaited<ReturnType<typeof open>>) =>
    (await platform.engine.run('select count(*) as n from data_platform.ticket', [], limits))[0];

  it("is the desk's own, with its roll-ups, when nothing is set", async () => {
    const platform = await open({});
    expect(platform).toMatchObject({ kind: 'desk', rollups: expect.anything() });
    expect(await count(platform)).toEqual({ n: 0 });
    expect(await unreadableSubjects(platform)).toEqual([]);
  });

  it('is the folder of files, with the model beside them', async () => {
    const files = path.join(folder, 'tables');
    await cp(tables, files, { recursive: true });
    await cp(platformModel, path.join(files, 'model.yaml'));
    const platform = await open({ DATA_PLATFORM_FILES: files });
    expect(platform).toMatchObject({ kind: 'files', engine: { dialect: 'duckdb' } });
    expect((await count(platform))!.n).toBeGreaterThan(1000);
    expect(await unreadableSubjects(platform)).toEqual([]);
    await platform.close();
  });

  it('says how to get a model where files have none', async () => {
    await writeFile(path.join(folder, 'some.csv'), 'x\n1\n');
    await expect(open({ DATA_PLATFORM_FILES: path.join(folder, 'some.csv') })).rejects.toMatchObject({
      code: 'data_source_invalid',
      message: expect.stringContaining('yuwen data model draft'),
    });
  });

  it('names the subjects whose table is not among the files', async () => {
    const files = path.join(folder, 'half');
    await cp(path.join(tables, 'ticket.csv'), path.join(files, 'ticket.csv'));
    const platform = await open({ DATA_PLATFORM_FILES: files, DATA_PLATFORM_MODEL: platformModel });
    const missing = await unreadableSubjects(platform);
    expect(missing.join()).toContain('data_platform.alarm');
    expect(missing.join()).not.toContain('data_platform.ticket）');
    await platform.close();
  });

  it('is the warehouse, under the role of its address, which can only read', async () => {
    const { password } = record.connectionOf('yuwen_reader');
    const platform = await open({ DATA_PLATFORM_URL: urlOf('yuwen_reader', String(password ?? '')) });
    expect(platform).toMatchObject({ kind: 'warehouse', description: expect.stringContaining('市级数据仓库') });
    expect(platform.description).not.toContain('yuwen_reader');
    expect(await count(platform)).toEqual({ n: 0 });
    await platform.close();
  });

  it('refuses a warehouse role that may do everything', async () => {
    const { password } = record.connectionOf('yuwen_reader');
    await expect(open({ DATA_PLATFORM_URL: urlOf('postgres', String(password ?? '')) })).rejects.toMatchObject({
      code: 'data_source_invalid',
      message: expect.stringContaining('权限过大'),
    });
  });

  it('lets the desk start while the warehouse is away, and tells questions so by their code', async () => {
    const platform = await open({ DATA_PLATFORM_URL: 'postgres://reader@127.0.0.1:9/city' });
    expect(notices.join()).toContain('数据平台现在连不上');
    await expect(count(platform)).rejects.toMatchObject({ code: 'data_unavailable' });
    await platform.close();
  });

  it.each([
    [{ DATA_PLATFORM_URL: 'postgres://a/b', DATA_PLATFORM_FILES: 'tables' }, /two data platforms/],
    [{ DATA_PLATFORM_URL: 'mysql://a/b' }, /must begin with postgres/],
  ])('stops at settings that contradict themselves: %o', (env, message) => {
    expect(() => readConfig(env, projectRoot())).toThrow(message);
  });
});
