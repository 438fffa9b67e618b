import path from 'node:path';
import { chongqingDay, createDocumentReader, describeSource, IngestError, toDocument } from '../../knowledge/index.ts';
import { readFileBytes } from '../ingest/read-file-bytes.ts';
import { UpkeepError } from '../knowledge-upkeep/upkeep-error.ts';
import type { Services } from '../services.ts';
import { withDesk } from './desk-command.ts';
import { print } from './print.ts';

/** What became of one guide. */
type DraftedFile =
  | {
      path: string;
      status: 'ok';
      docId: string;
      drafts: { cardId: string; version: number; title: string }[];
      skipped: number;
    }
  | { path: string; status: 'failed'; code: string; message: string };

const readDocument = createDocumentReader();

/** Keeps each guide in the record as the source of cards, and makes drafts of the matters it describes. */
export async function draftFiles(files: readonly string[], json: boolean): Promise<void> {
  const drafted = await withDesk(async (services) => {
    const done: DraftedFile[] = [];
    for (const file of files) done.push(await draftFile(file, services));
    return done;
  });
  print(json ? { files: drafted } : drafted.map(inLine).join('\n'));
  if (drafted.some(({ status }) => status === 'failed')) process.exitCode = 1;
}

async function draftFile(file: string, { upkeep, now }: Services): Promise<DraftedFile> {
  try {
    const bytes = await readFileBytes(file);
    const name = path.basename(file);
    const { title, text, validFrom, validTo, pages } = describeSource(
      name,
      await readDocument(name, bytes),
      chongqingDay(now()),
    );
    const docId = await upkeep.documents.keepGuide({
      name,
      bytes: Buffer.from(bytes),
      actor: 'cli',
      document: (id) => toDocument({ id, title, text, validFrom, validTo, pages: pages ?? undefined }),
    });
    const { drafts, skipped } = await upkeep.draftFrom(await upkeep.documents.text(docId), 'cli');
    const made = drafts.map(({ cardId, version, title }) => ({ cardId, version, title }));
    return { path: file, status: 'ok', docId, drafts: made, skipped: skipped.length };
  } catch (error) {
    if (!(error instanceof IngestError || error instanceof UpkeepError)) throw error;
    return { path: file, status: 'failed', code: error.code, message: error.message };
  }
}

function inLine(file: DraftedFile): string {
  if (file.status === 'failed') return `✗ ${file.path}：${file.message}（${file.code}）`;
  const open = file.skipped > 0 ? `，${file.skipped} 个已有草稿` : '';
  return [
    `✓ ${file.path}：${file.drafts.length} 份草稿${open}`,
    ...file.drafts.map(({ title, cardId }) => `    ${title}（${cardId}）`),
  ].join('\n');
}
