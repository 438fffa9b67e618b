import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A page of another origin that embeds the widget; its policy lets the desk in and nothing inline. A real server,
 * because Chromium lets no made-up origin reach the loopback address.
 */
export async function openForeignPage(body: string, desk: string, more = ''): Promise<{ url: string; close(): void }> {
  const { host } = new URL(desk);
  const policy = `default-src 'none'; script-src ${host}; connect-src ${host} ws://${host}; style-src 'none'; img-src data:;${more}`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  const html = `<!doctype html><html lang="zh-CN"><title>别处</title><link rel="icon" href="data:,"><body>${body}`;
  const server = createServer((_, response) => response.writeHead(200, headers).end(html));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
