/**
 * The program in which one file is read: `node reader-process.js <kind> <most megabytes>`, the bytes on its standard
 * input, a `ReaderMessage` back over the channel to its parent. It ends itself when it takes too much memory.
 */
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { IngestError } from '../ingest-error.ts';
import type { FileKind } from './file-kinds.ts';
import { readSource } from './read-source.ts';
import type { ReaderMessage } from './source-text.ts';

const [kind, mostMegabytes] = process.argv.slice(2);

// In a thread of its own, as a library that fills the memory does not let go of the main one. The limit of V8's heap
// alone would not do: what is unpacked lies outside of it. Nor may it run on when its parent, who has the clock, is gone.
new Worker(
  `const { workerData: { mostBytes, parent } } = require('node:worker_threads');
   setInterval(() => {
     if (process.memoryUsage.rss() > mostBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
   }, 10);`,
  {
    eval: true,
    workerData: { mostBytes: Number(mostMegabytes) * 2 ** 20, parent: process.ppid },
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  },
).unref();

const message = await readSource(kind as FileKind, await buffer(process.stdin)).then(
  (source): ReaderMessage => ({ status: 'read', source }),
  (error: unknown): ReaderMessage => {
    if (error instanceof IngestError) return { status: 'refused', code: error.code, message: error.message };
    throw error;
  },
);
process.send?.(message, () => process.exit(0));
