import type { Column } from './data-answer.ts';
import type { Cell } from './engines/data-engine.ts';

export interface CompiledQuery {
  sql: string;
  params: Cell[];
  columns: Column[];
}

/** The most rows that one answer brings; one more is read to know whether there are more. */
export const maxRows = 1000;
