import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * SHA-256 over the names and contents of a data set's files, so that two runs can tell whether they were run on the same
 * cases. Notes for people (`*.md`) are left out: they may be improved without making it another data set.
 */
export async function dataDigest(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const digest = createHash('sha256');
  for (const file of files) {
    const content = await readFile(file);
    // The length stands between name and content so that no two folders can write the same bytes.
    digest.update(`${relative(folder, file).replaceAll('\\', '/')}\n${content.length}\n`).update(content);
  }
  return digest.digest('hex');
}
