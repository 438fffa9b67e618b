import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders whose code decides what is learnt from equal texts. */
const folders = ['assistant', 'knowledge'];
const root = fileURLToPath(new URL('../../', import.meta.url));

let known: string | undefined;

/**
 * SHA-256 over the program's own files, as they run: sources or compiled. A version number would have to be thought of
 * at every change of a cue or a feature; this changes by itself. It reads about a megabyte, once a process: what is
 * loaded does not change when the files do.
 */
export function programDigest(): string {
  known ??= digestOfFiles();
  return known;
}

function digestOfFiles(): string {
  const digest = createHash('sha256');
  for (const folder of folders)
    for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/(?<!\.test|\.d)\.(?:ts|js)$/u.test(file))
        digest.update(file).update(readFileSync(path.join(root, folder, file)));
  return digest.digest('hex');
}
