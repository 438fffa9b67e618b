import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { createFakeApi, type FakeApi } from './fake-api.ts';
import { createFakeChat, type FakeChat } from './fake-chat.ts';

/** The strictest policy that the pages must work under. */
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self' ws: wss:", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'",
].join('; '); // biome-ignore format: one policy

export interface FakeServer {
  url: string;
  api: FakeApi;
  chat: FakeChat;
  close(): Promise<void>;
}

/** A desk made of tables and scripted replies, for tests of the pages: the same paths, words and errors, no wits. */
export async function openFakeServer(web: string): Promise<FakeServer> {
  const api = createFakeApi();
  const http = createServer((request, response) => void serve(request, response, web, api));
  const chat = createFakeChat(http);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    api,
    chat,
    async close() {
      await chat.close();
      http.closeAllConnections();
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, web: string, api: FakeApi): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://desk');
  if (url.pathname.startsWith('/socket.io/')) return;
  if (url.pathname.startsWith('/api/')) return api.answer(request, response, url);
  const path = normalize(decodeURIComponent(url.pathname)).replace(/^(\.\.[/\\])+/, '');
  const file = await readPage(web, path);
  const headers = {
    'content-type': types[extname(file.name)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    // As the desk does, so that pages of other origins can check the script's integrity.
    ...(/^\/(?:widget|embed\.json)/u.test(url.pathname) && { 'access-control-allow-origin': '*' }),
  };
  response.writeHead(200, headers).end(file.content);
}

/** A file as it is; any other path of the console is the console, which does its own routing. */
async function readPage(web: string, path: string): Promise<{ name: string; content: Buffer }> {
  const name = path.endsWith('/') ? join(web, path, 'index.html') : join(web, path);
  const content = await readFile(name).catch(() => null);
  if (content) return { name, content };
  const console = join(web, 'console/index.html');
  return { name: console, content: await readFile(console).catch(() => Buffer.from('')) };
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
}; // biome-ignore format: a small table
