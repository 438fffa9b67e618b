import { parentPort, workerData } from 'node:worker_threads';
import type { Passage } from './passage.ts';
import { buildSections } from './search-index.ts';

/** The program of the thread that computes an index: passages in, its sections out, once. */
const sections = await buildSections(workerData as readonly Passage[], null);
parentPort!.postMessage(sections);
