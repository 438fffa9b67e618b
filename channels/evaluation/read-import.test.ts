import { describe, expect, it } from 'vitest';
import { suiteNamed } from '../../evals/index.ts';
import { readCsv } from './read-csv.ts';
import { readImport, type Upload } from './read-import.ts';

describe('a CSV text', () => {
  it('is read after RFC 4180: quotes, doubled quotes, commas and line breaks within a cell', () => {
    expect(readCsv('\ufeffa,b\r\n"一,二","说""好"""\r\n\r\n"两\n行",x\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['一,二', '说"好"'] },
      { line: 4, cells: ['两\n行', 'x'] },
    ]);
  });

  it('keeps the numbers of lines after a cell of several lines, and takes a quote within a word as it stands', () => {
    expect(readCsv('a\n"1\n2"\n5"x\n').map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [2, '1\n2'],
      [4, '5"x'],
    ]);
  });
});

describe('an uploaded table', () => {
  const read = (upload: Partial<Upload> & { text: string }, suite = 'answers') =>
    readImport(suiteNamed(suite), { format: 'csv', mapping: {}, split: 'test', ...upload });

  it('becomes lines of the suite by its mapping, several values in one cell apart', async () => {
    const mapping = { id: '编号', text: '问题', 'expect.matter': '事项', 'expect.mustSay': '要点' };
    const { lines, errors } = await read({
      text: '编号,问题,事项,要点\nq1,上户口带什么,newborn-birth,户口簿|身份证\n',
      mapping,
    });
    expect(errors).toEqual([]);
    expect(lines).toEqual([
      {
        caseId: 'q1',
        split: 'test',
        body: { id: 'q1', text: '上户口带什么', expect: { matter: 'newborn-birth', mustSay: ['户口簿', '身份证'] } },
      },
    ]);
  });

  it('is masked before anybody sees it again', async () => {
    const { lines } = await read(
      { format: 'jsonl', text: '{"id":"a","text":"我电话13812345678","kind":"matter"}' },
      'routing',
    );
    expect(JSON.stringify(lines)).not.toContain('13812345678');
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['a line that is no JSON', '{"id":"a","text":"甲","kind":"matter"}\nnot json', [2]],
    [
      'an id that was used before',
      '{"id":"a","text":"甲","kind":"matter"}\n\n{"id":"a","text":"乙","kind":"matter"}',
      [3],
    ],
    ['a kind that the suite does not know', '{"id":"a","text":"甲","kind":"maybe"}', [1]],
    ['a field that would reach into the machinery', '{"id":"a","kind":"matter","__proto__":{"text":"甲"}}', [1]],
    ['half of a character', '{"id":"a","text":"\\ud800","kind":"matter"}', [1]],
    ['a character that the record cannot hold', '{"id":"\\u0000","text":"甲","kind":"matter"}', [1]],
    ['lists in lists', `{"id":"a","kind":"matter","text":${'['.repeat(9000)}${']'.repeat(9000)}}`, [1]],
  ])('names %s by its number', async (_, text, errors) => {
    const read_ = await read({ format: 'jsonl', text }, 'routing');
    expect(read_.errors.map(({ line }) => line)).toEqual(errors);
    expect(read_.errors.every(({ message }) => message.length > 3 && !message.includes('/'))).toBe(true);
  });

  it('reaches into no object but its own lines, whatever its columns are mapped to', async () => {
    const mapping = {
      'constructor.prototype.reached': 'text',
      '__proto__.reached': 'text',
      'toString.reached': 'text',
    };
    await read({ format: 'jsonl', text: '{"id":"a","text":"甲","kind":"matter"}', mapping }, 'routing');
    expect(({} as { reached?: string }).reached).toBeUndefined();
    expect((String as { reached?: string }).reached).toBeUndefined();
  });

  it('names the line whose field has a value and fields of its own', async () => {
    const mapping = { expect: 'a', 'expect.matter': 'b' };
    const { errors } = await read({ text: 'a,b\n甲,乙\n', mapping });
    expect(errors).toEqual([{ line: 2, message: expect.stringContaining('expect') }]);
  });

  it('is turned away when there is nothing in it', async () => {
    await expect(read({ text: '' })).rejects.toMatchObject({ code: 'import_invalid' });
  });
});
