// What `npm start` and `npm test` need, made or installed where it is missing, so that a fresh clone needs no other command.
import { stopIfNodeIsTooOld } from './check-node.mjs';

stopIfNodeIsTooOld();

const purpose = process.argv[2];
const { installPackages, noteVectorIndex } = await import('./install-packages.mjs');
const { build } = await import('./build.mjs');
const { sayNotice } = await import('./say.mjs');

if (purpose !== 'start' && purpose !== 'test') {
  sayNotice('Usage: node scripts/prepare.mjs start|test');
  process.exit(2);
}

let isReady = await installPackages();
if (isReady) noteVectorIndex();
if (isReady) isReady = await build();
if (isReady && purpose === 'test') {
  const { installTestPrograms } = await import('./install-test-programs.mjs');
  await installTestPrograms();
}
process.exit(isReady ? 0 : 1);
