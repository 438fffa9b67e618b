// Builds what has changed: the server by tsc into dist/, the pages by Vite into dist/web/. Run by hand, or by prepare.mjs.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeBuildLock } from './build-lock.mjs';
import { precompress } from './precompress.mjs';
import { projectFolder, runCommand } from './run-command.mjs';
import { say, sayNotice } from './say.mjs';

const serverFolders = ['assistant', 'knowledge', 'channels', 'evals'];

const parts = [
  {
    name: 'server',
    saying: 'Building the server (TypeScript to JavaScript). (正在编译服务端)',
    sources: () => [
      ...serverFolders.flatMap((folder) => filesBelow(folder, /(?<!\.test)\.ts$/)),
      'tsconfig.json',
      'tsconfig.build.json',
    ],
    proof: 'dist/channels/cli/main.js',
    async make() {
      const isMade = await isRun(join('typescript', 'bin', 'tsc'), ['-p', 'tsconfig.build.json']);
      if (isMade) removeOrphans();
      return isMade;
    },
  },
  {
    name: 'web',
    saying: 'Building the widget and the console (Vite). (正在打包网页)',
    sources: () => filesBelow('web-widget', /(?<!\.test\.tsx?)$/),
    proof: 'dist/web/widget.js',
    async make() {
      const configs = readdirSync(join(projectFolder, 'web-widget')).filter((name) => /^vite\..+\.ts$/.test(name));
      for (const config of configs.toSorted().toReversed()) {
        const args = ['build', '--logLevel', 'warn', '-c', `web-widget/${config}`];
        if (!(await isRun(join('vite', 'bin', 'vite.js'), args))) return false;
      }
      precompress(join(projectFolder, 'dist/web'));
      return true;
    },
  },
];

/** Says whether everything is built now. Of two that build at the same time the second waits and finds it done. */
export async function build(names = parts.map(({ name }) => name)) {
  const wanted = parts.filter(({ name }) => names.includes(name));
  if (wanted.every((part) => isCurrent(part, fingerprint(part)))) return true;

  const release = await takeBuildLock(join(projectFolder, 'dist'));
  try {
    for (const part of wanted) if (!(await buildPart(part))) return false;
    return true;
  } finally {
    release();
  }
}

async function buildPart(part) {
  const print = fingerprint(part);
  if (isCurrent(part, print)) return true;
  say(part.saying);
  if (!(await part.make())) {
    sayNotice(`The ${part.name} could not be built; the reasons stand above.`);
    return false;
  }
  writeFileSync(stampOf(part), print);
  return true;
}

const stampOf = ({ name }) => join(projectFolder, 'dist', `.${name}-built-from`);

function isCurrent(part, print) {
  const stamp = stampOf(part);
  return existsSync(join(projectFolder, part.proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
}

/** A digest of names and contents: dates say nothing after a checkout, and a removed file has none. */
function fingerprint(part) {
  const hash = createHash('sha256');
  for (const file of [...part.sources(), 'package-lock.json']) {
    hash.update(file).update(readFileSync(join(projectFolder, file)));
  }
  return hash.digest('hex');
}

function filesBelow(folder, pattern) {
  const root = join(projectFolder, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** What was compiled from a source that is gone must not stay behind and be imported. */
function removeOrphans() {
  for (const folder of serverFolders) {
    for (const file of filesBelow(join('dist', folder), /\.js$/)) {
      const source = join(projectFolder, relative('dist', file).replace(/\.js$/, '.ts'));
      if (!existsSync(source)) rmSync(join(projectFolder, file));
    }
  }
}

async function isRun(tool, args) {
  const path = join(projectFolder, 'node_modules', tool);
  // Another value in the caller's environment would choose the libraries' development versions, which nobody is served.
  return (await runCommand(process.execPath, [path, ...args], { env: { NODE_ENV: 'production' } })) === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await build()) ? 0 : 1;
