// Runs a TypeScript file in a process of its own, for tests that kill one: node channels/testing/run-ts.mjs <file> …
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(resolve(process.argv[2]), { configFile: false, logLevel: 'error' });
