import type { ApiError } from '../../../channels/http/api-types.ts';

/** What the desk said no with: a stable code, and a sentence for the person who asked. */
export class DeskError extends Error {
  readonly code: string;
  readonly status: number;
  /** What changed meanwhile, which names there are, what is missing: each code says its own. */
  readonly details: Record<string, unknown>;
  constructor(status: number, { code, message, details = {} }: ApiError) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** Code of the error when no answer came at all. */
export const unreachable = 'desk_unreachable';

/** One call of the desk's HTTP interface. @throws DeskError */
async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal);
  return (response.status === 204 ? null : await response.json()) as T;
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(`/api${path}`, {
    method,
    // The desk takes no write without it; another site's form cannot set a header.
    headers: {
      accept: 'application/json',
      'x-yuwen-request': '1',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new DeskError(0, { code: unreachable, message: '' });
  });
  if (!response.ok) throw new DeskError(response.status, await readError(response));
  return response;
}

/** Saves a file that the desk makes, under the name that the desk gives it; gives the name. */
async function download(path: string): Promise<string> {
  const response = await send('GET', path);
  const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const name = decodeURIComponent(encoded) || 'figures';
  const url = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
  return name;
}

/** A proxy in between may answer in its own way; the status is then all we know. */
async function readError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (body !== null && typeof body === 'object' && 'code' in body && 'message' in body)
    return { code: String(body.code), message: String(body.message), ...detailsOf(body) };
  return { code: `http_${response.status}`, message: '' };
}

function detailsOf(body: object): Pick<ApiError, 'details'> {
  const { details } = body as { details?: unknown };
  return typeof details === 'object' && details !== null ? { details: details as Record<string, unknown> } : {};
}

export const desk = {
  download,
  get: <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal),
  post: <T>(path: string, body: unknown) => call<T>('POST', path, body),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
  delete: <T = null>(path: string) => call<T>('DELETE', path),
};
