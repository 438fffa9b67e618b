import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';
import { CorpusInvalid } from './read-matters.ts';

/** A YAML file of the corpus as a typed value; throws `corpus_invalid` naming the file and the field. */
export async function readYamlFile<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> {
  const text = await readCorpusText(file);
  return checked(
    file,
    '',
    schema,
    parsedOr(file, () => parse(text)),
  );
}

/** A JSON-lines file of the corpus; a wrong line is named by its number. */
export async function readJsonLines<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.infer<Schema>[]> {
  const lines = (await readCorpusText(file)).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `line ${index + 1}: `;
    return [
      checked(
        file,
        where,
        schema,
        parsedOr(`${file}: ${where}`, () => JSON.parse(line)),
      ),
    ];
  });
}

/** A tab-separated file whose first line names the columns; an empty cell is left out, so that defaults apply. */
export async function readTsvFile<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>[]> {
  const [head = '', ...lines] = (await readCorpusText(file)).replace(/\r/g, '').split('\n');
  const columns = head.split('\t');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const row = columns.flatMap((column, at) => (cells[at] ? [[column, cells[at]] as const] : []));
    const surplus = cells.slice(columns.length).some((cell) => cell !== '');
    if (surplus) throw new CorpusInvalid(`${file}: line ${index + 2}: more cells than columns`);
    return [checked(file, `line ${index + 2}: `, schema, Object.fromEntries(row))];
  });
}

async function readCorpusText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CorpusInvalid(`${file}: cannot be read`, { cause });
  }
}

function parsedOr(where: string, parseText: () => unknown): unknown {
  try {
    return parseText();
  } catch (cause) {
    throw new CorpusInvalid(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function checked<Schema extends z.ZodType>(file: string, where: string, schema: Schema, raw: unknown): z.infer<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('/') || '(file)';
  throw new CorpusInvalid(`${file}: ${where}${field}: ${issue?.message}`, { cause: result.error });
}
