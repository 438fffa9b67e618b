import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build, createLogger } from 'vite';

const webWidget = resolve(import.meta.dirname, '..');
const cache = resolve(webWidget, '../node_modules/.cache/yuwen-web');

/**
 * A folder with the widget, its pages and, when asked for, the console, built from the sources as they are now.
 * Kept by the digest of the sources, so that test files that run side by side build once.
 */
export async function builtWeb(part: 'widget' | 'console'): Promise<string> {
  const folder = join(cache, `${part}-${await digestOf(webWidget)}`);
  if (await exists(folder)) return folder;
  const fresh = join(cache, `.building-${process.pid}-${Date.now()}`);
  await mkdir(fresh, { recursive: true });
  await buildInto(part === 'widget' ? fresh : join(fresh, 'console'), `vite.${part}.ts`);
  await dropOlder(part);
  // Another worker may have finished first; its folder is as good as ours.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  return folder;
}

async function buildInto(outDir: string, config: string): Promise<void> {
  const options = { outDir, emptyOutDir: false };
  const before = process.env.NODE_ENV;
  // The test runner's own value would build the libraries' development versions, which nobody is served.
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: join(webWidget, config), build: options, customLogger: createLogger('error') });
  } finally {
    process.env.NODE_ENV = before;
  }
}

// Another worker, or another tree with the same modules, may be copying what was built just now.
const dropAfterMs = 60 * 60 * 1000;

async function dropOlder(part: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(`${part}-`)) continue;
    const built = await stat(join(cache, name)).catch(() => null);
    if (built && Date.now() - built.mtimeMs > dropAfterMs)
      await rm(join(cache, name), { recursive: true, force: true });
  }
}

const exists = (path: string) => stat(path).then(Boolean, () => false);

async function digestOf(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(relative(folder, path)).update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}

/** A copy of its own for a suite, which another's build cannot take away; the caller removes it. */
export async function copyBuilt(part: 'widget' | 'console', to: string): Promise<void> {
  await cp(await builtWeb(part), to, { recursive: true });
}
