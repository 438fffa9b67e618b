import type { ApiError } from '../../channels/http/api-types.ts';
import type { Photograph, PhotographList } from '../../channels/http/photograph-types.ts';
import type { KnownConversation } from './conversation.ts';

/** The desk's refusal in its own words; null when it could not be reached. */
export class PhotoRefused extends Error {
  readonly said: string | null;
  constructor(said: string | null) {
    super(said ?? 'the desk could not be reached');
    this.said = said;
  }
}

export interface PhotoDesk {
  upload(photo: { clientPhotoId: string; picture: Blob }, onProgress: (share: number) => void): Promise<Photograph>;
  list(): Promise<Photograph[]>;
  remove(id: string): Promise<void>;
  preview(id: string): Promise<Blob>;
}

/** Photographs at the desk, opened by the conversation's secret. Each call rejects with PhotoRefused. */
export function createPhotoDesk(
  server: string,
  known: () => Promise<KnownConversation>,
  signal: AbortSignal,
): PhotoDesk {
  const opening = () => known().catch(() => Promise.reject(new PhotoRefused(null)));
  const post = async (path: string, fields: object): Promise<Response> => {
    const body = JSON.stringify({ ...(await opening()), ...fields });
    const headers = { 'content-type': 'application/json', 'x-yuwen-request': '1' };
    const options = { method: 'POST', headers, body, signal, credentials: 'omit' as const };
    const response = await fetch(`${server}/api/photographs${path}`, options).catch(() => null);
    if (!response) throw new PhotoRefused(null);
    if (!response.ok) throw new PhotoRefused(saidIn(await response.text()));
    return response;
  };
  return {
    async upload({ clientPhotoId, picture }, onProgress) {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...(await opening()), clientPhotoId })) form.append(name, value);
      form.append('file', picture, 'photograph');
      return send(`${server}/api/photographs`, form, onProgress, signal);
    },
    list: async () => ((await (await post('/list', {})).json()) as PhotographList).items,
    remove: async (id) => void (await post('/removal', { id })),
    preview: async (id) => (await post('/preview', { id })).blob(),
  };
}

/** `fetch` cannot tell how much has gone up. */
function send(
  url: string,
  form: FormData,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Photograph> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('x-yuwen-request', '1');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new PhotoRefused(null));
    request.onabort = request.onerror;
    request.onload = () =>
      request.status === 200
        ? resolve(JSON.parse(request.responseText))
        : reject(new PhotoRefused(saidIn(request.responseText)));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function saidIn(text: string): string | null {
  try {
    return (JSON.parse(text) as ApiError).message;
  } catch {
    return null;
  }
}
