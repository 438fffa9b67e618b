import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EvalsError } from '../../evals-error.ts';
import { readJsonl } from '../../read-jsonl.ts';
import type { Relevance } from '../../scorers/ranking.ts';

/** A query with what is relevant to it. */
export interface RetrievalCase {
  id: string;
  text: string;
  relevant: Relevance;
  tags?: string[];
}

const QueryLine = z.object({
  _id: z.string().min(1),
  text: z.string().min(1),
  /** Not of BEIR, and none of a tool's business that does not know it: what the query is an example of. */
  tags: z.array(z.string()).optional(),
});

/** The three cells of a line of `qrels/test.tsv`. */
const JudgementCells = z.tuple([z.string().min(1), z.string().min(1), z.coerce.number().int().nonnegative()]);

/**
 * The judged queries of a folder in the layout of BEIR, in the order of `queries.jsonl`. Queries without a judgement
 * are left out: sets commonly keep the queries of all their splits in one file.
 *
 * @throws EvalsError `dataset_missing` or `dataset_invalid`, naming the file and the line
 */
export async function readRetrievalCases(folder: string): Promise<RetrievalCase[]> {
  const queries = await readJsonl(join(folder, 'queries.jsonl'), QueryLine, ({ _id }) => _id);
  const judgements = await readJudgements(join(folder, 'qrels', 'test.tsv'), new Set(queries.map(({ _id }) => _id)));
  return queries.flatMap(({ _id, text, tags }) => {
    const relevant = judgements.get(_id);
    return relevant === undefined ? [] : [{ id: _id, text, relevant, ...(tags && { tags }) }];
  });
}

async function readJudgements(
  file: string,
  queries: ReadonlySet<string>,
): Promise<Map<string, Record<string, number>>> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new EvalsError('dataset_missing', `${file}: 找不到这个文件`, { cause });
  });
  const judgements = new Map<string, Record<string, number>>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || isHead(line, index)) continue;
    const at = `${file}:${index + 1}`;
    const cells = JudgementCells.safeParse(line.split('\t'));
    if (!cells.success)
      throw new EvalsError('dataset_invalid', `${at}: 应为“查询、文档、相关度（0 或正整数）”三格，用制表符隔开`);
    const [query, document, grade] = cells.data;
    if (!queries.has(query)) throw new EvalsError('dataset_invalid', `${at}: queries.jsonl 里没有查询 ${query}`);
    judgements.set(query, { ...judgements.get(query), [document]: grade });
  }
  if (judgements.size === 0) throw new EvalsError('dataset_invalid', `${file}: 一行数据也没有`);
  return judgements;
}

/** BEIR writes `query-id corpus-id score` above the judgements; other tools leave it out. */
const isHead = (line: string, index: number) => index === 0 && /^query-?id\t/i.test(line);
