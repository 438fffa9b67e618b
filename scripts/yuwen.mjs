#!/usr/bin/env node
// The command `yuwen`: sees that the build is there and current, then hands over to it.
import { stopIfNodeIsTooOld } from './check-node.mjs';

stopIfNodeIsTooOld();

const { installPackages } = await import('./install-packages.mjs');
const { build } = await import('./build.mjs');
const { projectFolder } = await import('./run-command.mjs');

// The pages are only needed by the one command that serves them.
const parts = process.argv[2] === 'start' ? ['server', 'web'] : ['server'];
const isReady = (await installPackages()) && (await build(parts));
if (isReady) {
  process.env.YUWEN_ROOT ??= projectFolder;
  await import('../dist/channels/cli/main.js');
} else {
  process.exitCode = 1;
}
