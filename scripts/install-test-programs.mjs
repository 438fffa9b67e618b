import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';
import { say, sayNotice } from './say.mjs';
import { testPrograms } from './test-programs.mjs';

/** Never fails a run: what cannot be installed here leaves its suites skipped, by name, in the last lines of the run. */
export async function installTestPrograms() {
  const missing = testPrograms.filter((program) => !program.isThere());
  if (missing.length === 0) return;
  const names = missing.map(({ debianPackage }) => debianPackage).join(' ');

  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    sayNotice(
      `Not installed here: ${names}. Tests that need them are skipped; on Debian: sudo apt-get install ${names}`,
    );
    return;
  }
  say(`Installing ${names} with apt-get: some tests run against the real programs. (正在安装测试用的程序)`);
  const isDone =
    (await aptGet(['update'])) && (await aptGet(['install', '-y', '--no-install-recommends', ...names.split(' ')]));
  if (!isDone) sayNotice(`apt-get could not install ${names}; tests that need what is missing are skipped.`);
}

async function aptGet(args) {
  const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=120'];
  const heartbeat = (seconds) => `apt-get ${args[0]} still runs after ${seconds} s …`;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  return (await runCommand('apt-get', ['-qq', ...patience, ...args], { heartbeat, env, quiet: false })) === 0;
}
