import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectFolder, runCommand } from './run-command.mjs';
import { say, sayNotice } from './say.mjs';

/** Installs the npm packages when they are missing or not those of package-lock.json. Says whether they are there now. */
export async function installPackages() {
  const wanted = readLock('package-lock.json');
  const installed = readLock(join('node_modules', '.package-lock.json'));
  return isInstalled(wanted, installed) || install(wanted, installed);
}

/**
 * Compared by what they name, not by their dates: a fresh checkout makes every file new. Optional packages may be missing
 * (another platform's, or one that could not be compiled). npm writes its own list last, so a broken install has none.
 */
export function isInstalled(wanted, installed) {
  if (!installed) return false;
  return Object.entries(wanted.packages).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = installed.packages[path];
    return found ? found.version === version : Boolean(optional);
  });
}

function readLock(path) {
  const file = join(projectFolder, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function install(wanted, installed) {
  const count = Object.keys(wanted.packages).length;
  say(
    installed
      ? `package-lock.json has changed: installing its ${count} npm packages anew. (正在更新依赖)`
      : `First start: installing ${count} npm packages, PostgreSQL among them; one to three minutes. (首次启动，正在安装依赖)`,
  );
  if ((await runNpm('ci')) === 0) return true;
  // A registry that lacks other platforms' builds makes npm ci find the lock incomplete; npm install takes the same versions.
  say('npm ci could not use package-lock.json as it stands; trying npm install with the same versions.');
  if ((await runNpm('install', '--no-save')) === 0) return true;
  sayNotice(
    'The npm packages could not be installed; the reason stands above. Check the network and the npm registry, then start again.',
  );
  return false;
}

function runNpm(...command) {
  const heartbeat = (seconds) => `still installing after ${seconds} s (packages are fetched, and one is compiled) …`;
  const { program, args } = npmCommand([...command, '--no-audit', '--no-fund', '--loglevel=error']);
  return runCommand(program, args, { heartbeat, env: headersOfThisNode() });
}

/** For packages that compile: Node's headers mostly lie beside it, and are then not downloaded. */
function headersOfThisNode() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
}

/** The npm that called us, when one did: it need not be the one on the PATH. */
function npmCommand(args) {
  const { npm_execpath: path } = process.env;
  if (path?.endsWith('.js')) return { program: process.execPath, args: [path, ...args] };
  return { program: 'npm', args };
}

/** For whoever starts the desk; the commands work alike with either index and need not say it every time. */
export function noteVectorIndex() {
  try {
    createRequire(join(projectFolder, 'package.json'))('hnswlib-node');
  } catch {
    sayNotice(
      'hnswlib-node is not compiled here; search uses the exact index instead, which finds the same and is slower on large collections.',
    );
  }
}
