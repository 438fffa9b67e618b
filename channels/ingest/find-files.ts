import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * The files that `paths` name, absolute, each once: a file as it is, a folder with all that is below it. What is hidden
 * (`.git`, `.DS_Store`) or below a folder of `except` is passed over. A path without any file stands for itself, so that
 * whoever reads it says why.
 */
export async function findFiles(paths: readonly string[], { except }: { except: string[] }): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (given) => {
      const at = path.resolve(given);
      const below = await filesBelow(at, except.map((folder) => path.resolve(folder)));
      return below.length === 0 ? [at] : below;
    }),
  ); // biome-ignore format: reads in one go
  return [...new Set(found.flat())];
}

async function filesBelow(folder: string, except: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []); // a file, or nothing one may read
  const found: string[] = [];
  for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const at = path.join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || except.includes(at)) continue;
    if (entry.isDirectory()) found.push(...(await filesBelow(at, except)));
    else if (entry.isFile()) found.push(at);
  }
  return found;
}
