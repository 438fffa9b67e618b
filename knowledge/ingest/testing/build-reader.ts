import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

export interface BuiltReader {
  program: string;
  /** A program in its place that tries to read a file of the machine. */
  probe(): Promise<string>;
  remove(): Promise<void>;
}

/** The reader's program as JavaScript, below node_modules so that it finds its packages: Node 20 runs no TypeScript. */
export async function buildReader(): Promise<BuiltReader> {
  const ingestFolder = path.dirname(import.meta.dirname);
  const outDir = path.resolve(ingestFolder, '../../node_modules', `.yuwen-reader-${process.pid}`);
  const entry = path.join(ingestFolder, 'readers/reader-process.ts');
  await build({ configFile: false, logLevel: 'error', build: { ssr: entry, outDir, target: 'node20', minify: false } });
  return {
    program: path.join(outDir, 'reader-process.js'),
    async probe() {
      const probe = path.join(outDir, 'probe.mjs');
      await writeFile(probe, "import { readFileSync } from 'node:fs'; readFileSync('/etc/hostname');");
      return probe;
    },
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}
