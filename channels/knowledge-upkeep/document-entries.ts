import type { Document } from '../../knowledge/index.ts';
import type { DocumentEntry } from '../http/card-types.ts';
import type { KeptDocumentRow } from './served-parts.ts';

/** A document of the console as the list shows it; what is read of its text is counted by whoever holds it. */
export function entryOfRow(row: Omit<KeptDocumentRow, 'bytes' | 'text'>, document: Document | null): DocumentEntry {
  return {
    docId: row.id,
    name: row.name,
    title: row.title,
    origin: row.origin,
    state: row.state,
    bytes: row.size,
    pages: row.pages?.length ?? null,
    scannedPages: row.scanned_pages,
    characters: document?.text.length ?? 0,
    passages: document?.passages.length ?? 0,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    serves: row.serves,
    matters: row.matters,
    failure: row.failure,
    reason: row.reason,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at.toISOString(),
    revision: row.revision,
  };
}

/** A document that lies in a folder, and what the record says of it. */
export function entryOfFile(
  document: Document,
  origin: 'folder' | 'corpus',
  row: Omit<KeptDocumentRow, 'bytes' | 'text'> | undefined,
): DocumentEntry {
  return {
    docId: document.id,
    name: document.id.replace(/^document\//u, ''),
    title: document.title,
    origin,
    state: row?.state === 'withdrawn' ? 'withdrawn' : 'ready',
    bytes: null,
    pages: document.pages?.length ?? null,
    scannedPages: 0,
    characters: document.text.length,
    passages: document.passages.length,
    validFrom: row?.valid_from ?? document.validFrom,
    validTo: row ? row.valid_to : document.validTo,
    serves: row?.serves ?? true,
    matters: row?.matters ?? [],
    failure: null,
    reason: row?.reason ?? null,
    uploadedBy: null,
    uploadedAt: null,
    revision: row?.revision ?? 0,
  };
}
