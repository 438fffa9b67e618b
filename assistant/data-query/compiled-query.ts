import type { Column } from './data-answer.ts';
import type { Cell } from './engines/data-engine.ts';
import type { RollupState } from './rollups/pick-rollup.ts';

export interface CompiledQuery {
  sql: string;
  params: Cell[];
  columns: Column[];
  /** The roll-up that is read, as far as it went when this was written; null when the base table is. */
  rollup: RollupState | null;
}

/** The most rows that one answer brings; one more is read to know whether there are more. */
export const maxRows = 1000;
