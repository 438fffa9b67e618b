import type { DocumentAnswer } from '../../channels/http/api-types.ts';
import type { MatterShown } from '../../channels/http/matter-types.ts';
import type { MatterKey } from './matter-cards.ts';

/** Reads one JSON answer of the desk. No cookies: what the widget reads needs none. @throws when it is not a 2xx */
async function read<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, credentials: 'omit', headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${response.status} from ${url}`);
  return response.json();
}

export const readDocument = (server: string, docId: string, signal: AbortSignal) =>
  read<DocumentAnswer>(`${server}/api/documents/${encodeURIComponent(docId)}`, signal);

export const readMatter = (server: string, { id, version }: MatterKey, signal: AbortSignal) =>
  read<MatterShown>(`${server}/api/matters/${encodeURIComponent(id)}?version=${encodeURIComponent(version)}`, signal);
