import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { builtWeb } from '../testing/built-web.ts';

// A second's worth on a slow 3G line.
const maxGzipBytes = 60 * 1024;

it('is one classic script that a slow phone can afford', async () => {
  const script = await readFile(join(await builtWeb('widget'), 'widget.js'));
  expect(gzipSync(script).length).toBeLessThan(maxGzipBytes);
  expect(() => new Function(script.toString())).not.toThrow();
  expect(/\bimport\s*\(|process\.env|dev mode/.test(script.toString())).toBe(false);
});
