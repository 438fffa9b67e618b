import { parentPort, workerData } from 'node:worker_threads';
import type { Passage } from './passage.ts';
import { buildSections } from './search-index.ts';

/** The program of the thread that computes an index: passages in, its sections out, once. */
const { passages, learnt } = workerData as { passages: readonly Passage[]; learnt: Uint8Array | undefined };
const sections = await buildSections(passages, null, learnt);
parentPort!.postMessage(sections);
