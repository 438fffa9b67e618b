import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { precompress } from './precompress.mjs';

it('packs what gains by it, in folders too, and leaves pictures and small files as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yuwen-packed-'));
  try {
    const script = 'console.log("渝问");\n'.repeat(200);
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'page.js'), script);
    writeFileSync(join(folder, 'small.css'), 'a{}');
    writeFileSync(join(folder, 'picture.png'), Buffer.alloc(5000));
    expect(precompress(folder)).toBe(1);
    expect(readdirSync(join(folder, 'assets')).toSorted()).toEqual(['page.js', 'page.js.br', 'page.js.gz']);
    expect(readdirSync(folder).toSorted()).toEqual(['assets', 'picture.png', 'small.css']);
    expect(brotliDecompressSync(readFileSync(join(folder, 'assets', 'page.js.br'))).toString()).toBe(script);
    expect(gunzipSync(readFileSync(join(folder, 'assets', 'page.js.gz'))).toString()).toBe(script);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
