import type { ApiError, TicketProgress } from '../../channels/http/api-types.ts';
import type { PhotographList } from '../../channels/http/photograph-types.ts';

/** What opens a ticket to its reporter. */
export interface TicketKey {
  number: string;
  secret: string;
}

export interface Judgement {
  verdicts: { item: number; verdict: 'solved' | 'part' | 'not' }[];
  satisfaction: 'satisfied' | 'neutral' | 'dissatisfied' | null;
  comment: string | null;
}

/** The desk's refusal in its own words; null when it could not be reached. */
export class ProgressRefused extends Error {
  readonly said: string | null;
  constructor(said: string | null) {
    super(said ?? 'the desk could not be reached');
    this.said = said;
  }
}

/** The secret goes in the body: an address would stay in logs and in the browser's history. @throws ProgressRefused */
async function post<T = TicketProgress>(path: string, body: object): Promise<T> {
  return (await ask(path, body)).json();
}

async function ask(path: string, body: object): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-yuwen-request': '1' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response) throw new ProgressRefused(null);
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => null);
  throw new ProgressRefused((answer as ApiError | null)?.message ?? null);
}

/** `server` is where the desk is; on the desk's own pages nothing need be said. */
export const lookUp = (key: TicketKey, server = '') => post(`${server}/api/ticket-progress`, key);
export const judge = (key: TicketKey, judgement: Judgement, server = '') =>
  post(`${server}/api/ticket-progress/verdicts`, { ...key, ...judgement });

/** Small pictures of what the reporter sent along, as addresses that hold them; none when they cannot be had. */
export async function lookUpPhotographs(key: TicketKey): Promise<string[]> {
  const { items } = await post<PhotographList>('/api/ticket-progress/photographs', key).catch(() => ({ items: [] }));
  return Promise.all(
    items.map(async ({ id }) => toDataAddress(await ask('/api/ticket-progress/photograph', { ...key, id }))),
  );
}

function toDataAddress(answer: Response): Promise<string> {
  return answer.blob().then(
    (picture) =>
      new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result));
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(picture);
      }),
  );
}

/** The key in an address's fragment, which browsers keep to themselves: `#number=…&secret=…`. */
export function readKey(hash: string): TicketKey {
  const given = new URLSearchParams(hash.replace(/^#/u, ''));
  return { number: (given.get('number') ?? '').slice(0, 32), secret: (given.get('secret') ?? '').slice(0, 100) };
}

export const progressAddress = (server: string, { number, secret }: TicketKey, lang: string) =>
  `${server}/progress${lang.startsWith('en') ? '-en' : ''}.html#${new URLSearchParams({ number, secret })}`;
