import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonl } from './read-jsonl.ts';

const Case = z.object({ id: z.string(), text: z.string() });

describe('reading a JSONL data set', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jsonl-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = async (content: string | Uint8Array) => {
    const file = join(folder, 'cases.jsonl');
    await writeFile(file, content);
    return readJsonl(file, Case, ({ id }) => id);
  };

  it('reads lines, and takes a byte order mark, Windows line ends and blank lines in its stride', async () => {
    expect(await read('\ufeff{"id":"a","text":"雨"}\r\n\r\n{"id":"b","text":"雪"}\n')).toEqual([
      { id: 'a', text: '雨' },
      { id: 'b', text: '雪' },
    ]);
  });

  it.each([
    ['a line that is no JSON', '{"id":"a","text":"雨"}\n{"id":', /cases\.jsonl:2: 不是 JSON/],
    ['a field of the wrong kind, counting blank lines', '\n\n{"id":"a","text":3}', /cases\.jsonl:3: text: /],
    ['a line that is no object', '[]', /cases\.jsonl:1: 整行: /],
    ['an id used twice', '{"id":"a","text":"雨"}\n{"id":"a","text":"雪"}', /cases\.jsonl:2: 重复的 a，第 1 行/],
    ['bytes that are no UTF-8', Uint8Array.from([0xff, 0xfe, 0x41]), /UTF-8/],
    ['an empty file', '\n', /一行数据也没有/],
  ])('refuses %s and says where', async (_, content, message) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'dataset_invalid',
      message: expect.stringMatching(message),
    });
  });

  it('says that a file is missing', async () => {
    await expect(readJsonl(join(folder, 'no.jsonl'), Case)).rejects.toMatchObject({ code: 'dataset_missing' });
  });
});
