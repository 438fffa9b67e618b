import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './say.mjs';

/** Lets one process build at a time. A lock whose process is gone is taken over. Gives the function that releases it. */
export async function takeBuildLock(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '.building');
  let hasSaid = false;
  while (!isTaken(file)) {
    if (!isHeld(file)) rmSync(file, { force: true });
    else if (!hasSaid) say('Another process is building; waiting for it. (等待另一个编译完成)');
    hasSaid ||= isHeld(file);
    await pause(100);
  }
  return () => rmSync(file, { force: true });
}

function isTaken(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
