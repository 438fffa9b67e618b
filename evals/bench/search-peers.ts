import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type LexicalDocument, segment } from '../../knowledge/index.ts';
import { EvalsError } from '../evals-error.ts';

/** Another engine over the same passages cut into the same tokens. */
export interface SearchPeer {
  name: string;
  build(passages: readonly LexicalDocument[]): { search(query: string): unknown; close(): void };
}

const depth = 10;

/** Only measured against, so it is no dependency of a running desk. */
export async function openMiniSearch(): Promise<SearchPeer> {
  const { default: MiniSearch } = await import('minisearch').catch((cause: Error) => {
    throw new EvalsError('peer_missing', '没有安装 minisearch（只在测速时用）；请运行 npm install 后再试。', { cause });
  });
  return {
    name: 'minisearch',
    build(passages) {
      const index = new MiniSearch({ fields: ['title', 'text'], tokenize: segment, processTerm: (term) => term });
      index.addAll(passages);
      return { search: (query) => index.search(query, { boost: { title: 2 } }).slice(0, depth), close: () => {} };
    },
  };
}

/** What is used of better-sqlite3; it is compiled for a minute, so it is no dependency and its types are not here. */
interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] };
  close(): void;
}

/**
 * SQLite's full text index, where better-sqlite3 is installed in this project or in `NODE_PATH`; else nothing. Tokens are
 * handed over with blanks between them and asked for with OR, and bm25() weighs the title double as our index does.
 */
export function openSqliteFts(folder = process.cwd()): SearchPeer | null {
  const Database = loadSqlite(folder);
  if (Database === null) return null;
  const spaced = (text: string) => segment(text).join(' ');
  return {
    name: 'sqlite-fts5',
    build(passages) {
      const db = new Database(':memory:');
      // An index without its texts, as ours keeps none either.
      db.exec(
        "CREATE VIRTUAL TABLE passage USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 0')",
      );
      const insert = db.prepare('INSERT INTO passage(rowid, title, text) VALUES (?, ?, ?)');
      db.exec('BEGIN');
      for (const [row, { title, text }] of passages.entries()) insert.run(row + 1, spaced(title), spaced(text));
      db.exec('COMMIT');
      const select = db.prepare(
        `SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, 2, 1) LIMIT ${depth}`,
      );
      const match = (query: string) => [...new Set(segment(query))].map((token) => `"${token}"`).join(' OR ');
      return { search: (query) => select.all(match(query)), close: () => db.close() };
    },
  };
}

function loadSqlite(folder: string): (new (file: string) => Sqlite) | null {
  try {
    return createRequire(join(folder, 'package.json'))('better-sqlite3');
  } catch {
    return null;
  }
}
