import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from '../../channels/http/api-types.ts';
import { defaultRoutes } from './fake-routes.ts';

export interface Asked {
  method: string;
  url: URL;
  /** The path's part behind the route's `*`. */
  rest: string;
  body: unknown;
  account: Account;
}

/** An answer: its status and its JSON body. */
export type Route = (asked: Asked) => [status: number, body: unknown];

export interface FakeApi {
  /** `GET /api/tickets` or, for everything below it, `GET /api/tickets/*`; a test puts its own in. */
  routes: Record<string, Route>;
  /** Who is logged in, as a session cookie would say. */
  account: Account | null;
  readonly asked: { method: string; path: string; body: unknown; guarded: boolean }[];
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

export function createFakeApi(): FakeApi {
  const api: FakeApi = {
    routes: defaultRoutes(),
    account: null,
    asked: [],
    async answer(request, response, url) {
      const body = await readBody(request);
      const method = request.method ?? 'GET';
      if (method === 'OPTIONS' && url.pathname.startsWith('/api/ticket-progress'))
        return void response.writeHead(204, preflight).end();
      const guarded = request.headers['x-yuwen-request'] === '1';
      api.asked.push({ method, path: url.pathname + url.search, body, guarded });
      const [status, answer] = route(api, method, url, body, guarded);
      // What the widget reads is open to pages of any origin that embed it; it carries no cookie.
      const cors = openPaths.some((path) => url.pathname.startsWith(path))
        ? { 'access-control-allow-origin': '*' }
        : {};
      response
        .writeHead(status, { 'content-type': 'application/json', ...cors })
        .end(status === 204 ? undefined : JSON.stringify(answer));
    },
  };
  return api;
}

/** What the widget reads, from pages of any origin. */
const openPaths = ['/api/documents/', '/api/matters/', '/api/ticket-progress'];
/** The real desk answers so before a page of another origin posts. */
const preflight = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, x-yuwen-request',
};
const open = new Set([
  'GET /api/documents/*', 'GET /api/matters/*', 'GET /api/ticket-progress/*', 'POST /api/ticket-progress', 'POST /api/ticket-progress/verdicts',
  'POST /api/session', 'POST /api/photographs', 'POST /api/photographs/list',
  'POST /api/hand-over/look', 'POST /api/hand-over/ask', 'POST /api/hand-over/leave',
]); // biome-ignore format: a list

function route(api: FakeApi, method: string, url: URL, body: unknown, guarded: boolean): ReturnType<Route> {
  const [name, rest] = findRoute(api.routes, `${method} ${url.pathname}`);
  const found = api.routes[name];
  if (!found) return [404, { code: 'not_found', message: '没有这个地址。' }];
  if (method !== 'GET' && !guarded) return [403, { code: 'request_unguarded', message: '请从工作台发出请求。' }];
  if (name === 'DELETE /api/session') api.account = null;
  const account = api.account;
  if (!account && !open.has(name)) return [401, { code: 'not_logged_in', message: '请先登录。' }];
  const answer = found({ method, url, rest, body, account: account as Account });
  if (name === 'POST /api/session' && answer[0] === 200) api.account = (answer[1] as { account: Account }).account;
  return answer;
}

function findRoute(routes: Record<string, Route>, asked: string): [name: string, rest: string] {
  if (routes[asked]) return [asked, ''];
  const star = Object.keys(routes)
    .filter((name) => name.includes('*') && asked.startsWith(name.slice(0, name.indexOf('*'))))
    .filter((name) => asked.endsWith(name.slice(name.indexOf('*') + 1)))
    .sort((a, b) => b.length - a.length)[0];
  if (!star) return ['', ''];
  const tail = star.length - star.indexOf('*') - 1;
  return [star, decodeURIComponent(asked.slice(star.indexOf('*'), asked.length - tail))];
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  // Of an uploaded file the pages' tests look at its name alone.
  if (request.headers['content-type']?.startsWith('multipart/')) return { file: /filename="([^"]*)"/.exec(text)?.[1] };
  // A file that is sent up is nobody's JSON; what a route answers does not depend on it.
  return text && request.headers['content-type']?.startsWith('application/json') ? JSON.parse(text) : null;
}
