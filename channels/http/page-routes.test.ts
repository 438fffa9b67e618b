import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageRoutes } from './page-routes.ts';

const script = 'console.log("渝问");\n'.repeat(200);
let folder: string;
const app = Fastify();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yuwen-pages-'));
  await writeFile(path.join(folder, 'widget.js'), script);
  await writeFile(path.join(folder, 'widget.js.br'), brotliCompressSync(script));
  await writeFile(path.join(folder, 'index-Ab3dEf9h.js'), script);
  await writeFile(path.join(folder, 'index-Ab3dEf9h.js.br'), brotliCompressSync(script));
  await app.register(pageRoutes, { folder });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, encoding?: string) =>
  app.inject({ url, headers: encoding ? { 'accept-encoding': encoding } : {} });

it('serves the packed file to who takes it, and the plain one to who does not', async () => {
  const packed = await get('/widget.js', 'gzip, br');
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(packed.headers['content-type']).toMatch(/javascript/u);
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(script);
  const plain = await get('/widget.js');
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, script]);
});

it('lets what carries a digest in its name be kept for good, packed or not, and the rest be asked for again', async () => {
  const kept = await Promise.all(['br', undefined].map((encoding) => get('/index-Ab3dEf9h.js', encoding)));
  for (const { headers } of kept) expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const asked = await Promise.all(['br', undefined].map((encoding) => get('/widget.js', encoding)));
  for (const { headers } of asked)
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
});
