import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maskPersonalData } from '../../assistant/index.ts';
import type { Suite } from '../../evals/index.ts';
import { RequestError } from '../http/error-handler.ts';
import { requireKeepable } from '../http/refuse-unkeepable.ts';
import type { DataSetLine } from './data-set-store.ts';
import { readCsv } from './read-csv.ts';
import { ReviewError } from './review-error.ts';
import { writeOneLine } from './write-data-folder.ts';

export interface Upload {
  format: 'csv' | 'jsonl';
  text: string;
  /** Field of the suite's line, with dots for what lies within (`expect.matter`) → column of the file. */
  mapping: Readonly<Record<string, string>>;
  split: Exclude<DataSetLine['split'], 'regression'>;
}

export interface ReadImport {
  columns: string[];
  lines: DataSetLine[];
  errors: { line: number; message: string }[];
}

/** More than this is a data set for a folder and `--data`. */
const mostLines = 5000;

/** Fields that hold several values: in a table they are written in one cell, with these between them. */
const lists = new Set(['tags', 'alt', 'turns', 'expect.mustSay', 'expect.mustNotSay']);
const betweenValues = /[|；;]/u;

/**
 * An uploaded table as lines of a suite's data. Each line is checked by the suite itself, so that every broken one is
 * named with its number; personal data in it is masked. @throws ReviewError `import_invalid` when there is nothing to read
 */
export async function readImport(suite: Suite, { format, text, mapping, split }: Upload): Promise<ReadImport> {
  const { columns, rows, errors } = format === 'csv' ? readTable(text) : readObjects(text);
  if (rows.length + errors.length === 0)
    throw new ReviewError('import_invalid', '文件里一行数据也没有，请检查后再上传。');
  if (rows.length > mostLines)
    throw new ReviewError(
      'import_invalid',
      `一次最多导入 ${mostLines} 行；更大的数据集请放进文件夹，用 yuwen evals run --data 运行。`,
    );
  const seen = new Map<string, number>();
  const lines: DataSetLine[] = [];
  const scratch = await mkdtemp(join(tmpdir(), 'yuwen-import-'));
  try {
    for (const { line, values } of rows) {
      const written = writable(values, mapping);
      if ('complaint' in written) {
        errors.push({ line, message: written.complaint });
        continue;
      }
      const body = maskDeep(written.body);
      const caseId = String(body.id ?? `line-${line}`);
      const message = repeated(seen, caseId) ?? (await complaintOf(suite, body, scratch));
      seen.set(caseId, seen.get(caseId) ?? line);
      if (message) errors.push({ line, message });
      else lines.push({ caseId, split, body });
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return { columns, lines, errors: errors.toSorted((a, b) => a.line - b.line) };
}

interface Table {
  columns: string[];
  rows: { line: number; values: Record<string, unknown> }[];
  errors: { line: number; message: string }[];
}

function readTable(text: string): Table {
  const [head, ...rows] = readCsv(text);
  const columns = head?.cells.map((name) => name.trim()) ?? [];
  const errors = rows
    .filter(({ cells }) => cells.length !== columns.length)
    .map(({ line, cells }) => ({ line, message: `有 ${cells.length} 格，表头是 ${columns.length} 格` }));
  const whole = rows.filter(({ cells }) => cells.length === columns.length);
  return {
    columns,
    errors,
    rows: whole.map(({ line, cells }) => ({
      line,
      values: Object.fromEntries(columns.flatMap((name, at) => (cells[at] === '' ? [] : [[name, cells[at]]]))),
    })),
  };
}

function readObjects(text: string): Table {
  const table: Table = { columns: [], rows: [], errors: [] };
  const columns = new Set<string>();
  for (const [index, raw] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (raw.trim() === '') continue;
    const values = parseObject(raw);
    if (!values) {
      table.errors.push({ line: index + 1, message: '不是 JSON 对象' });
      continue;
    }
    for (const name of Object.keys(values)) columns.add(name);
    table.rows.push({ line: index + 1, values });
  }
  return { ...table, columns: [...columns] };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null; // the caller names the line
  }
}

/** A line that can be kept and shown again, or what stands against it. */
function writable(
  values: Readonly<Record<string, unknown>>,
  mapping: Upload['mapping'],
): { body: Record<string, unknown> } | { complaint: string } {
  try {
    requireKeepable(values);
    return { body: toLine(values, mapping) };
  } catch (error) {
    if (error instanceof RequestError || error instanceof ReviewError) return { complaint: error.message };
    throw error;
  }
}

/** The mapped fields; a column that is mapped nowhere keeps its name, so that a file in the suite's format needs no mapping. */
function toLine(values: Readonly<Record<string, unknown>>, mapping: Upload['mapping']): Record<string, unknown> {
  const taken = new Set(Object.values(mapping));
  const same = Object.keys(values).filter((name) => !taken.has(name));
  const line: Record<string, unknown> = {};
  for (const [field, column] of [...same.map((name) => [name, name] as const), ...Object.entries(mapping)]) {
    const value = values[column];
    if (value !== undefined) put(line, field.split('.'), lists.has(field) ? toList(value) : value);
  }
  return line;
}

function put(target: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  // A field of this name would reach into the object's own machinery.
  if (first === '__proto__') return;
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  // Only what the line itself has: `constructor.prototype` is there already, and belongs to every object.
  const within = Object.hasOwn(target, first) ? target[first] : {};
  if (typeof within !== 'object' || within === null)
    throw new ReviewError('import_invalid', `“${first}”既有自己的值，又有下级字段；请检查列的对应关系`);
  target[first] = within;
  put(within as Record<string, unknown>, rest, value);
}

const toList = (value: unknown) =>
  typeof value === 'string'
    ? value
        .split(betweenValues)
        .map((one) => one.trim())
        .filter(Boolean)
    : value;

const repeated = (seen: ReadonlyMap<string, number>, caseId: string) =>
  seen.has(caseId) ? `编号 ${caseId} 在第 ${seen.get(caseId)} 行已经用过` : null;

/** What the suite says against a line, without the name of the file that it was written to for the question. */
async function complaintOf(suite: Suite, body: Record<string, unknown>, scratch: string): Promise<string | null> {
  await writeOneLine(suite.name, body, scratch);
  return suite.count(scratch).then(
    () => null,
    (error: Error) => error.message.replace(/^\S*\.jsonl(?::\d+)?: /u, ''),
  );
}

function maskDeep(line: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(line), (key, value) =>
    typeof value === 'string' && key !== 'id' ? maskPersonalData(value) : value,
  ) as Record<string, unknown>;
}
