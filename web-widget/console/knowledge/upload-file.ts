import type { DocumentEntry } from '../../../channels/http/card-types.ts';
import { DeskError, unreachable } from '../api/desk-client.ts';

/**
 * Sends one file to the desk, telling how much of it has gone (0 to 1). `fetch` says nothing of that, so it is the older
 * way. @throws DeskError
 */
export function uploadFile(file: File, onProgress: (share: number) => void): Promise<DocumentEntry> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/documents');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-yuwen-request', '1');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new DeskError(0, { code: unreachable, message: '' }));
    request.onload = () => {
      if (request.status < 300) resolve(request.response as DocumentEntry);
      else reject(toError(request.status, request.response));
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

/** A proxy in between may answer in its own way; the status is then all we know. */
function toError(status: number, answer: unknown): DeskError {
  const { code, message } = (answer ?? {}) as { code?: unknown; message?: unknown };
  return new DeskError(status, {
    code: typeof code === 'string' ? code : `http_${status}`,
    message: typeof message === 'string' ? message : '',
  });
}
