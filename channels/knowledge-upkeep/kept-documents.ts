import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Document, type Knowledge, kindOfFile, mostBytesOf, toDocument } from '../../knowledge/index.ts';
import { addAuditLine } from '../access/audit-line.ts';
import type { DocumentEntry } from '../http/card-types.ts';
import { refuseType } from '../ingest/read-file-bytes.ts';
import { enqueue } from '../jobs/outbox.ts';
import type { Tables, Trx } from './card-record.ts';
import { entryOfFile, entryOfRow } from './document-entries.ts';
import type { KeptDocumentRow } from './served-parts.ts';
import { UpkeepError } from './upkeep-error.ts';

export const readDocumentJob = 'read-document';

interface Needs {
  db: Kysely<Tables>;
  now: () => Date;
  /** What is answered from now, and what old citations open. */
  knowledge: Pick<Knowledge, 'documents' | 'parts'>;
  /** Documents that are part of the product. */
  isOfCorpus: (docId: string) => boolean;
}

interface Upload {
  name: string;
  bytes: Buffer;
  actor: string;
}

interface DocumentChanged {
  revision: number;
  validFrom: string;
  validTo: string | null;
  serves: boolean;
  actor: string;
}

export type KeptDocuments = ReturnType<typeof createKeptDocuments>;

/** Documents as the console shows and changes them: its own uploads, and those in the folders. */
export function createKeptDocuments({ db, now, knowledge, isOfCorpus }: Needs) {
  const inFolders = () =>
    [...knowledge.parts.others, ...(knowledge.parts.past ?? [])].filter(({ id }) => id.startsWith('document/'));
  const documentOf = (row: KeptDocumentRow): Document | null =>
    knowledge.documents.find(row.id) ?? (row.text === null ? null : documentOfRow(row));

  return {
    async list(): Promise<DocumentEntry[]> {
      const rows = await db.selectFrom('kept_document').select(listed).orderBy('uploaded_at', 'desc').execute();
      const rowOf = new Map(rows.map((row) => [row.id, row]));
      const uploads = rows.filter(({ origin }) => origin === 'upload');
      const uploaded = new Set(uploads.map(({ id }) => id));
      const files = inFolders().filter(({ id }) => !uploaded.has(id));
      return [
        ...uploads.map((row) => entryOfRow(row, knowledge.documents.find(row.id))),
        ...files.map((file) => entryOfFile(file, isOfCorpus(file.id) ? 'corpus' : 'folder', rowOf.get(file.id))),
      ];
    },

    /**
     * Keeps an upload and owes its reading, in one transaction. The same file again is the one that is there; one that
     * failed or was withdrawn is read anew. @throws UpkeepError `upload_type_not_read`, `upload_too_large`
     */
    async take({ name, bytes, actor }: Upload): Promise<DocumentEntry> {
      refuseUnreadable(name, bytes);
      const digest = createHash('sha256').update(bytes).digest('hex');
      const id = `document/${digest.slice(0, 16)}`;
      const at = now();
      await db.transaction().execute(async (trx) => {
        const fresh = { state: 'waiting' as const, bytes, name, failure: null, reason: null, uploaded_by: actor };
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('kept_document')
          .values({
            ...fresh,
            id,
            origin: 'upload',
            digest,
            size: bytes.byteLength,
            title: name,
            text: null,
            pages: null,
            valid_from: null,
            valid_to: null,
            serves: false,
            uploaded_at: at,
          })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet((eb) => ({ ...fresh, revision: eb('kept_document.revision', '+', 1) }))
              .where('kept_document.state', 'in', ['failed', 'withdrawn']),
          )
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n) return;
        await addAuditLine(trx, { at, actor, action: 'document-upload', subject: id, detail: { name } });
        await enqueue(trx, { kind: readDocumentJob, payload: { id }, uniqueKey: `${readDocumentJob}:${id}` });
      });
      return entryOf(id);
    },

    /** Keeps a guide that was read already as the source of cards; the same file again is the one that is there. */
    async keepGuide({
      name,
      bytes,
      actor,
      document,
    }: Upload & { document: (id: string) => Document }): Promise<string> {
      const digest = createHash('sha256').update(bytes).digest('hex');
      const id = `document/${digest.slice(0, 16)}`;
      const { title, text, validFrom, validTo, pages } = document(id);
      const row = {
        title,
        text,
        valid_from: validFrom,
        valid_to: validTo,
        pages: pages ? JSON.stringify(pages) : null,
      };
      const of = { digest, size: bytes.byteLength, bytes: null, failure: null, reason: null, uploaded_by: actor };
      await db
        .insertInto('kept_document')
        .values({ ...row, ...of, id, name, origin: 'upload', state: 'ready', serves: false, uploaded_at: now() })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet({ ...row, state: 'ready' })
            .where('kept_document.state', '<>', 'ready'),
        )
        .execute();
      return id;
    },

    entry: entryOf,

    /** Effective days, and whether its passages answer questions. @throws UpkeepError `version_conflict` */
    async change(id: string, { revision, actor, validFrom, validTo, serves }: DocumentChanged): Promise<DocumentEntry> {
      await changeRow(id, revision, actor, 'document-change', {
        valid_from: validFrom,
        valid_to: validTo,
        serves,
      });
      return entryOf(id);
    },

    async withdraw(id: string, { revision, reason, actor }: { revision: number; reason: string; actor: string }) {
      await changeRow(id, revision, actor, 'document-withdraw', { state: 'withdrawn', reason });
      return entryOf(id);
    },

    /** The text of a document to draft cards from. @throws UpkeepError `document_not_found`, `document_not_ready` */
    async text(id: string): Promise<Document> {
      const row = await db.selectFrom('kept_document').selectAll().where('id', '=', id).executeTakeFirst();
      const document = row && row.origin === 'upload' ? documentOf(row) : knowledge.documents.find(id);
      if (document) return document;
      if (row) throw new UpkeepError('document_not_ready', `“${row.name}”还没有读完；请等它的状态变成“可用”再试。`);
      throw notFound();
    },
  };

  async function entryOf(id: string): Promise<DocumentEntry> {
    const row = await db.selectFrom('kept_document').selectAll().where('id', '=', id).executeTakeFirst();
    if (row?.origin === 'upload') return entryOfRow(row, documentOf(row));
    const file = knowledge.documents.find(id);
    if (!file?.id.startsWith('document/')) throw notFound();
    return entryOfFile(file, isOfCorpus(id) ? 'corpus' : 'folder', row);
  }

  async function changeRow(
    id: string,
    revision: number,
    actor: string,
    action: string,
    changes: Partial<Pick<KeptDocumentRow, 'state' | 'reason' | 'valid_from' | 'valid_to' | 'serves'>>,
  ): Promise<void> {
    const entry = await entryOf(id);
    if (entry.state !== 'ready')
      throw new UpkeepError('document_not_ready', `“${entry.name}”现在不是可用状态，不能修改；请刷新后再看。`);
    await db.transaction().execute(async (trx) => {
      if (entry.revision === 0) await insertRowOfFile(trx, entry, actor, now());
      const { numUpdatedRows } = await trx
        .updateTable('kept_document')
        .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
        .where('id', '=', id)
        .where('revision', '=', Math.max(1, revision))
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n || entry.revision !== revision)
        throw new UpkeepError('version_conflict', '在您打开之后有人改过这份文档；请刷新后再改。', {
          revision: entry.revision,
        });
      await addAuditLine(trx, { at: now(), actor, action, subject: id, detail: { name: entry.name, ...changes } });
    });
  }
}

/** Everything but what weighs: the bytes and the text. */
const listed = [
  'id', 'origin', 'state', 'name', 'digest', 'size', 'title', 'pages', 'scanned_pages', 'valid_from', 'valid_to',
  'serves', 'matters', 'failure', 'reason', 'uploaded_by', 'uploaded_at', 'revision',
] as const; // biome-ignore format: a list of columns

export function documentOfRow({ id, title, text, valid_from, valid_to, pages }: KeptDocumentRow): Document {
  const days = { validFrom: valid_from!, validTo: valid_to };
  return toDocument({ id, title, text: text!, ...days, pages: pages ?? undefined });
}

const notFound = () => new UpkeepError('document_not_found', '没有这份文档，可能已被清理；请从文档列表重新打开。');

function refuseUnreadable(name: string, bytes: Buffer): void {
  const kind = kindOfFile(name);
  if (kind === null) {
    const { message } = refuseType(name);
    throw new UpkeepError('upload_type_not_read', message);
  }
  const mostBytes = mostBytesOf[kind];
  if (bytes.byteLength > mostBytes)
    throw new UpkeepError('upload_too_large', `这种文件最大 ${mostBytes / 2 ** 20} MB；请拆成几份后再上传。`);
}

/** What lies in a folder gets a row when something is said of it here. */
async function insertRowOfFile(trx: Trx, entry: DocumentEntry, actor: string, at: Date): Promise<void> {
  await trx
    .insertInto('kept_document')
    .values({
      id: entry.docId,
      origin: entry.origin,
      state: 'ready',
      name: entry.name,
      digest: '',
      size: 0,
      bytes: null,
      title: entry.title,
      text: null,
      pages: null,
      failure: null,
      reason: null,
      valid_from: entry.validFrom,
      valid_to: entry.validTo,
      serves: entry.serves,
      uploaded_by: actor,
      uploaded_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
