import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: above this file in the sources as in the build, or as `YUWEN_ROOT` says. */
export function projectRoot(): string {
  if (process.env.YUWEN_ROOT) return process.env.YUWEN_ROOT;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}
