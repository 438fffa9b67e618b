import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type BuildIndex, buildSections } from './search-index.ts';

export interface BuildBesideOptions {
  /** The compiled `index-thread`; null where there is none, as with sources that run untranslated. */
  program?: string | null;
}

/**
 * Computes an index in a thread of its own: some seconds in which this one goes on answering. Where the program was not
 * compiled it is computed here, with the same result.
 */
export function createBuildBeside({ program = compiledProgram() }: BuildBesideOptions = {}): BuildIndex {
  if (program === null) return (passages, learnt) => buildSections(passages, null, learnt);
  return (passages, learnt) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: { passages, learnt } });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread that computes the index ended with ${code}`)));
    });
}

function compiledProgram(): string | null {
  return import.meta.url.endsWith('.js') ? fileURLToPath(new URL('./index-thread.js', import.meta.url)) : null;
}
