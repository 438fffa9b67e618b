import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { DocumentState } from '../http/card-types.ts';
import type { CardBody, CardEventAction, CardState, UnreadPart } from './card-body.ts';

/** What a version was before a publication closed it, so that the publication can be taken back. */
export interface ClosedVersion {
  version: number;
  state: CardState;
  validFrom: string;
  validTo: string | null;
}

type Json<Value extends object> = JSONColumnType<Value, string | undefined, string>;

export interface CardVersionTable {
  card_id: string;
  /** From 1 in the record; 0 and below are authored in files, and their row has no text. */
  version: number;
  state: CardState;
  title: string;
  body: JSONColumnType<CardBody | null, string | null, string>;
  /** Days in Chongqing, `2026-01-31`. */
  valid_from: string;
  valid_to: string | null;
  source_document: string | null;
  base_version: number | null;
  unread: Json<UnreadPart[]>;
  revision: Generated<number>;
  note: Generated<string>;
  created_by: string;
  created_at: ColumnType<Date, Date, never>;
  changed_by: string;
  changed_at: Date;
  published_by: string | null;
  published_at: Date | null;
  reviewed_by: string | null;
  reason: string | null;
  /** What its publication closed. */
  closed: Json<ClosedVersion[]>;
}

export interface CardEventTable {
  id: Generated<string>;
  card_id: string;
  version: number;
  at: ColumnType<Date, Date, never>;
  actor: string;
  action: CardEventAction;
  note: string;
}

export interface CardQuestionTable {
  message_id: string;
  card_id: string;
  outcome: string;
  at: ColumnType<Date, Date, never>;
}

/** A matter that a document describes in the form of a service guide. */
export interface GuideMatter {
  title: string;
  cardId: string;
  isNew: boolean;
  page: number | null;
}

export interface KeptDocumentTable {
  id: string;
  origin: 'upload' | 'folder' | 'corpus';
  state: DocumentState;
  /** Of the file, or the path from which the command line took it. */
  name: string;
  /** SHA-256 of its bytes, in hex. */
  digest: string;
  size: number;
  /** Until it was read. */
  bytes: Buffer | null;
  title: string;
  text: string | null;
  /** Where each page begins in the text. */
  pages: JSONColumnType<number[] | null, string | null, string | null>;
  scanned_pages: Generated<number>;
  valid_from: string | null;
  valid_to: string | null;
  serves: boolean;
  matters: Json<GuideMatter[]>;
  failure: JSONColumnType<{ code: string; message: string } | null, string | null, string | null>;
  reason: string | null;
  uploaded_by: string;
  uploaded_at: ColumnType<Date, Date, never>;
  revision: Generated<number>;
}

export interface UpkeepTables {
  card_version: CardVersionTable;
  card_event: CardEventTable;
  card_question: CardQuestionTable;
  kept_document: KeptDocumentTable;
  knowledge_generation: { number: string };
}
