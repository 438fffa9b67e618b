import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { EvalsError } from './evals-error.ts';

/**
 * Every line of a JSONL file as a typed value. The whole file is read and checked before anything is run on it, so a
 * broken line stops a run at its start instead of leaving a score over the lines that happened to be good.
 *
 * @param uniqueBy what must differ from line to line, for example the case's id
 * @throws EvalsError `dataset_missing`, or `dataset_invalid` naming the file and the line
 */
export async function readJsonl<T>(file: string, schema: z.ZodType<T>, uniqueBy?: (value: T) => string): Promise<T[]> {
  const values: T[] = [];
  const firstLine = new Map<string, number>();
  for (const [index, text] of (await readLines(file)).entries()) {
    if (text.trim() === '') continue;
    const at = `${file}:${index + 1}`;
    const value = readLine(at, text, schema);
    const key = uniqueBy?.(value);
    if (key !== undefined && firstLine.has(key))
      throw new EvalsError('dataset_invalid', `${at}: 重复的 ${key}，第 ${firstLine.get(key)} 行已经用过`);
    if (key !== undefined) firstLine.set(key, index + 1);
    values.push(value);
  }
  if (values.length === 0) throw new EvalsError('dataset_invalid', `${file}: 一行数据也没有`);
  return values;
}

async function readLines(file: string): Promise<string[]> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' || cause.code === 'ENOTDIR' ? '找不到这个文件' : cause.message;
    throw new EvalsError('dataset_missing', `${file}: ${reason}`, { cause });
  });
  try {
    // A byte order mark, which spreadsheet programs like to write, is dropped by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r?\n/);
  } catch (cause) {
    throw new EvalsError('dataset_invalid', `${file}: 不是 UTF-8 编码`, { cause });
  }
}

function readLine<T>(at: string, text: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new EvalsError('dataset_invalid', `${at}: 不是 JSON：${(cause as Error).message}`, { cause });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new EvalsError('dataset_invalid', `${at}: ${path.join('/') || '整行'}: ${message}`, { cause: parsed.error });
}
