import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What a page of somebody else needs to know of the script; `/embed.json` on a desk. */
export interface Pinned {
  /** The address of this very script, under a name that never means another; earlier ones stay where they were built. */
  script: string;
  /** For the `integrity` attribute: a browser runs nothing else under it. */
  integrity: string;
  bytes: number;
}

/**
 * Beside `widget.js`, which is always the newest, the same script under the name of its own digest, with the hash of its
 * content: a page that pins the hash must go on finding that script after the desk has been brought up to date.
 */
export function pinnedScript(): Plugin {
  let outDir = '';
  let publicDir = '';
  return {
    name: 'yuwen-pinned-script',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
      publicDir = config.publicDir;
    },
    async closeBundle() {
      const script = await readFile(join(outDir, 'widget.js'));
      const pinned = toPinned(script);
      await writeFile(join(outDir, pinned.script), script);
      await writeFile(join(outDir, 'widget.js.integrity'), `${pinned.integrity}\n`);
      await writeFile(join(outDir, 'embed.json'), `${JSON.stringify(pinned)}\n`);
      const example = await readFile(join(publicDir, 'embed.html'), 'utf8');
      const shown = example.replaceAll('{{script}}', pinned.script).replaceAll('{{integrity}}', pinned.integrity);
      await writeFile(join(outDir, 'embed.html'), shown);
    },
  };
}

export function toPinned(script: Buffer): Pinned {
  const hash = createHash('sha384').update(script).digest();
  return {
    script: `/widget-${hash.toString('hex').slice(0, 16)}.js`,
    integrity: `sha384-${hash.toString('base64')}`,
    bytes: script.length,
  };
}
