import type { ColumnType, JSONColumnType } from 'kysely';
import type { DataQuery } from '../../assistant/index.ts';

/** A plan under a name, for everybody of the office that kept it: those of the same unit and district. */
export interface SavedQuestionTable {
  id: string;
  name: string;
  /** The plan in words, for people: a follow-up like 「那渝中区呢」 says too little by itself. */
  question: string;
  plan: JSONColumnType<DataQuery>;
  unit: string | null;
  district: string | null;
  created_by: string;
  created_at: ColumnType<Date, Date, never>;
  /** Who has checked that the plan means what the name says; everybody who may ask sees it from then on. */
  verified_by: string | null;
  verified_at: Date | null;
}

export interface SavedQuestionTables {
  saved_question: SavedQuestionTable;
}
