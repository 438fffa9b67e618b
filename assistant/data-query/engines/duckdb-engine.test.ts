import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { fruitColumns, fruitRows, itBehavesLikeADataEngine } from '../testing/engine-contract.ts';
import { openDuckDb } from './open-duckdb.ts';

const csv = [fruitColumns, ...fruitRows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\n');
const slow = 'select count(*) as n from range(1000000) a, range(1000000) b where (a.range * b.range) % 7 = 3';

describe('DuckDB over a folder', () => {
  itBehavesLikeADataEngine(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'yuwen-fruit-'));
    await writeFile(path.join(folder, 'fruit.csv'), csv);
    const engine = await openDuckDb({ source: folder });
    const close = () => engine.close().then(() => rm(folder, { recursive: true }));
    return { engine, slow, close };
  });

  describe('of files as people keep them', () => {
    const limits = { timeoutMs: 5000 };
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'yuwen-tables-'));
    });
    afterAll(() => rm(folder, { recursive: true }));
    const file = (name: string) => path.join(folder, name);

    it('keeps Chinese names of tables and columns, and gives Chinese dates a column of days', async () => {
      await writeFile(
        file('成交.csv'),
        '地块,成交日期,年份,面积(㎡)\n甲,2022年07月26日,2019.0,1.5\n"乙,丙",2021年12月1日,2020.0,\n',
      );
      const engine = await openDuckDb({ source: file('成交.csv') });
      expect(await engine.shapes()).toEqual([
        {
          relation: '成交',
          rows: 2,
          columns: [
            { name: '地块', type: 'text' },
            { name: '成交日期', type: 'text' },
            { name: '年份', type: 'integer' },
            { name: '面积(㎡)', type: 'number' },
            { name: '成交日期__day', type: 'date', madeFrom: '成交日期' },
          ],
        },
      ]);
      expect(await engine.run('select "地块", "成交日期__day" as day from "成交" order by day', [], limits)).toEqual([
        { 地块: '乙,丙', day: '2021-12-01' },
        { 地块: '甲', day: '2022-07-26' },
      ]);
      await engine.close();
    });

    it('reads each filled sheet of a workbook as a table', async () => {
      const sheet = (of: string) => [
        [{ value: '名称' }, { value: '数量' }],
        [{ value: of }, { value: 3 }],
      ];
      await writeWorkbook([
        { sheet: '一月', data: sheet('甲,"乙"') },
        { sheet: '二.月', data: sheet('丙') },
        { sheet: '空', data: [[{ value: '名称' }]] },
      ]).toFile(file('月报.xlsx'));
      const engine = await openDuckDb({ source: file('月报.xlsx') });
      expect((await engine.shapes()).map(({ relation }) => relation)).toEqual(['月报_一月', '月报_二_月']);
      expect(await engine.run('select * from "月报_一月"', [], limits)).toEqual([{ 名称: '甲,"乙"', 数量: 3 }]);
      await engine.close();
    });

    it('reaches no file, no setting and no extension once it is open', async () => {
      await writeFile(file('a.csv'), 'x\n1\n');
      const engine = await openDuckDb({ source: file('a.csv') });
      for (const sql of [
        "select * from read_csv('/etc/passwd')",
        "select * from '/etc/passwd'",
        "attach '/tmp/other.duckdb' as other",
        'install httpfs',
        'set memory_limit = 100000000000',
        'set enable_external_access = true',
      ])
        await expect(engine.run(sql, [], limits), sql).rejects.toMatchObject({ code: 'unsafe_query' });
      await engine.close();
    });

    it('stops a question that would take all memory', async () => {
      await writeFile(file('a.csv'), 'x\n1\n');
      const engine = await openDuckDb({ source: file('a.csv'), memoryMb: 64 });
      const sql = "select string_agg(repeat('x', 1000000), '') as s from range(2000)";
      await expect(engine.run(sql, [], limits)).rejects.toMatchObject({ code: 'data_too_large' });
      await engine.close();
    });

    it.each([
      ['a folder that is not there', 'nowhere'],
      ['a file that is no table', 'broken.parquet'],
      ['a workbook that is none', 'broken.xlsx'],
      ['a database that is none', 'broken.duckdb'],
    ])('says which source it cannot read: %s', async (_, name) => {
      if (name.startsWith('broken')) await writeFile(file(name), 'nothing of the kind');
      await expect(openDuckDb({ source: file(name) })).rejects.toMatchObject({
        code: 'data_source_invalid',
        message: expect.stringContaining(name),
      });
    });
  });
});
