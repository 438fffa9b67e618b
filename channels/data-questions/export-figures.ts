import { answerPlan, type DataAnswer, type DataQuery, type DataSource } from '../../assistant/index.ts';
import { chongqingDay } from '../../knowledge/index.ts';
import type { AccountRow } from '../accounts/account-store.ts';
import { toCsv } from './to-csv.ts';
import { toXlsx } from './to-xlsx.ts';

/** A file is waited for longer than an answer. */
const timeoutMs = 20_000;

export interface ExportedFigures {
  /** For people, with the day and, where rows were left out, how many there are. */
  fileName: string;
  type: string;
  content: Buffer;
  rows: number;
}

/**
 * The figures of a plan as a file, computed anew: with the data of now, inside the jurisdiction that the account has now.
 * @throws DataQueryError
 */
export async function exportFigures(
  plan: DataQuery,
  question: string,
  format: 'xlsx' | 'csv',
  { account, source, now }: { account: AccountRow; source: DataSource; now: Date },
): Promise<ExportedFigures> {
  const data = await answerPlan(plan, source, { district: account.district }, { now, timeoutMs });
  const cut = data.isCut ? `-前${data.rows.length}行` : '';
  return {
    fileName: `数据问答-${chongqingDay(now)}${cut}.${format}`,
    type:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: format === 'csv' ? Buffer.from(toCsv(data)) : await toXlsx(data, notesOf(data, question, account, now)),
    rows: data.rows.length,
  };
}

/** What a sheet of figures needs to be trusted when it lies on another desk. */
function notesOf(data: DataAnswer, question: string, account: AccountRow, now: Date): string[] {
  return [
    `问题：${question}`,
    ...data.explanation,
    ...(data.jurisdiction ? [data.jurisdiction] : []),
    `数据截至：${data.dataAsOf ?? '没有数据'}`,
    `导出：${account.display_name}，${now.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}（北京时间）`,
    'AI 生成，仅供参考。',
  ];
}
