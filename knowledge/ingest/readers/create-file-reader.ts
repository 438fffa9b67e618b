import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { IngestError } from '../ingest-error.ts';
import { type FileKind, kindOfFile } from './file-kinds.ts';
import { ReaderMessage, type SourceText } from './source-text.ts';

export interface FileReaderOptions {
  /** Of the whole process, in megabytes. */
  mostMegabytes?: number;
  timeoutMs?: number;
  /** The compiled `reader-process`; tests name one they have built. */
  program?: string;
}

/** Turns the bytes of a file into text; `source` is its path, whose end says what kind it is. Throws an `IngestError`. */
export type ReadFile = (source: string, bytes: Uint8Array) => Promise<SourceText>;

/** With what its parent holds of the file it stays below 256 MB, so that a desk may do it beside its work. */
const defaultMegabytes = 224;

/** Of the last words of a reader that broke, for the cause of its error. */
const mostLastWords = 2_000;

/**
 * Reads each file in a process of its own, which neither a bomb nor a bug of a library outlives: past its memory it is
 * ended with `memory_exceeded`, past its time with `took_too_long`. It has nothing of the desk's environment and
 * may read no file but the program's own.
 */
export function createFileReader(options: FileReaderOptions = {}): ReadFile {
  const { mostMegabytes = defaultMegabytes, timeoutMs = 60_000 } = options;
  const program = options.program ?? fileURLToPath(new URL('./reader-process.js', import.meta.url));
  return async (source, bytes) => {
    const kind = kindOfFile(source);
    if (kind === null)
      throw new IngestError('type_not_read', '这种文件不能读取；请另存为 PDF、Word 或纯文本后再导入。');
    const ending = await runReader({ program, kind, bytes, mostMegabytes, timeoutMs });
    if (ending.message === null) throw brokenOff(ending, { mostMegabytes, timeoutMs });
    const message = ReaderMessage.parse(ending.message);
    if (message.status === 'refused') throw new IngestError(message.code, message.message);
    return message.source;
  };
}

interface Reading {
  program: string;
  kind: FileKind;
  bytes: Uint8Array;
  mostMegabytes: number;
  timeoutMs: number;
}

interface Ending {
  message: unknown;
  signal: NodeJS.Signals | null;
  timedOut: boolean;
  lastWords: string;
}

function runReader({ program, kind, bytes, mostMegabytes, timeoutMs }: Reading): Promise<Ending> {
  const args = [`--max-old-space-size=${Math.floor(mostMegabytes * 0.6)}`, ...permissionFlags(program)];
  const child = spawn(process.execPath, [...args, program, kind, String(mostMegabytes)], {
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    env: { TZ: 'Asia/Shanghai' },
  });
  const ending: Ending = { message: null, signal: null, timedOut: false, lastWords: '' };
  const timer = setTimeout(() => {
    ending.timedOut = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  child.on('message', (message) => {
    ending.message = message;
  });
  child.stderr!.setEncoding('utf8').on('data', (words: string) => {
    ending.lastWords = (ending.lastWords + words).slice(-mostLastWords);
  });
  child.stdin!.on('error', () => {}); // It ended before it had read all; how it ended is told below.
  child.stdin!.end(bytes);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_, signal) => resolve({ ...ending, signal }));
  }).finally(() => clearTimeout(timer)) as Promise<Ending>;
}

/**
 * Node's permission model: only the program and its packages may be read, nothing written, started or loaded that is not
 * JavaScript, but for the thread that watches the memory. A link to a local file could then not even be followed.
 */
function permissionFlags(program: string): string[] {
  const model = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  const packages = path.dirname(path.dirname(createRequire(import.meta.url).resolve('zod/package.json')));
  const programFolder = path.dirname(path.dirname(program));
  const readable = [programFolder, packages, path.join(path.dirname(packages), 'package.json')];
  // Node looks at a path both as it is called and as it is after its links.
  const both = new Set(readable.flatMap((folder) => [folder, realpathSync(folder)]));
  return [model, '--allow-worker', '--no-warnings', ...[...both].map((folder) => `--allow-fs-read=${folder}`)];
}

function brokenOff(
  { signal, timedOut, lastWords }: Ending,
  { mostMegabytes, timeoutMs }: Required<Omit<FileReaderOptions, 'program'>>,
): IngestError {
  const cause = new Error(lastWords.trim() || `ended by ${signal}`);
  if (timedOut)
    return new IngestError('took_too_long', `读了 ${timeoutMs / 1000} 秒还没读完，已停止；请拆成几份后再导入。`, {
      cause,
    });
  // V8 aborts when its heap is full; the reader and the system kill.
  if (signal === 'SIGKILL' || signal === 'SIGABRT')
    return new IngestError('memory_exceeded', `读取要用的内存超过 ${mostMegabytes} MB，已停止；请拆成几份后再导入。`, {
      cause,
    });
  return new IngestError('reader_failed', '读取时出错；请打开后另存一份，或转成纯文本后再导入。', { cause });
}
