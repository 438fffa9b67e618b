import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  chongqingDay,
  describeSource,
  IngestError,
  type MatterCard,
  type ReadFile,
  toDocument,
} from '../../knowledge/index.ts';
import { mattersOfGuide } from '../knowledge-upkeep/drafts-of-guide.ts';
import type { KeptDocumentRow } from '../knowledge-upkeep/served-parts.ts';
import type { UpkeepTables } from '../knowledge-upkeep/upkeep-tables.ts';
import { defineJob, type JobHandler } from './run-job.ts';

interface Needs {
  db: Kysely<UpkeepTables>;
  read: ReadFile;
  /** The cards in service, to say of which of them a guide brings another version. */
  cards: () => readonly MatterCard[];
  now: () => Date;
}

/**
 * Reads an upload in a process of its own. A file that cannot be used ends with its reason, which is an ending like any
 * other; only what is no property of the file is tried again. A desk that died half way leaves it to the next.
 */
export function createReadDocumentJob({ db, read, cards, now }: Needs): JobHandler {
  return defineJob({
    payload: z.strictObject({ id: z.string() }),
    maxAttempts: 3,
    async run({ id }, { finish }) {
      const row = await db
        .updateTable('kept_document')
        .set({ state: 'reading' })
        .where('id', '=', id)
        .where('state', 'in', ['waiting', 'reading'])
        .returningAll()
        .executeTakeFirst();
      if (!row?.bytes) return; // read by now, or withdrawn
      const ending = await endingOf(row, row.bytes);
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable('kept_document')
          .set((eb) => ({ ...ending, bytes: null, revision: eb('revision', '+', 1) }))
          .where('id', '=', id)
          .where('state', '=', 'reading')
          .execute();
        await finish(trx);
      });
    },
  });

  async function endingOf({ id, name }: KeptDocumentRow, bytes: Uint8Array) {
    try {
      const source = await read(name, bytes);
      const described = describeSource(name, source, chongqingDay(now()));
      const { title, text, validFrom, validTo, pages } = described;
      const document = toDocument({ id, title, text, validFrom, validTo, pages: pages ?? undefined });
      const matters = mattersOfGuide(document, cards());
      return {
        state: 'ready' as const,
        title,
        text,
        pages: pages && JSON.stringify(pages),
        scanned_pages: source.scannedPages.length,
        valid_from: validFrom,
        valid_to: validTo,
        // A guide is the source of cards that somebody reviews; what is in none of them is not to be answered from it.
        serves: matters.length === 0,
        matters: JSON.stringify(matters),
      };
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      return { state: 'failed' as const, failure: JSON.stringify({ code: error.code, message: error.message }) };
    }
  }
}
