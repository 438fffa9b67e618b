import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isBytes, packParts, partOf, unpackParts } from './packed-parts.ts';

/** Named byte sections: what was expensive to compute. */
export type Sections = Readonly<Record<string, Uint8Array>>;

/**
 * Layout, in bytes: magic 8 · format version 4 · zero 4 · SHA-256 of the inputs 32 · SHA-256 of the body 32 · body
 * (packed parts). The head is a multiple of 8, so that number arrays in the body are read in place.
 */
const magic = Buffer.from('YUWENIDX', 'latin1');
const version = 1;
const headLength = 80;

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

export function toSnapshotBytes(sections: Sections, inputs: string): Uint8Array {
  const body = packParts(sections);
  const bytes = Buffer.alloc(headLength + body.byteLength);
  magic.copy(bytes);
  bytes.writeUInt32LE(version, 8);
  sha256(inputs).copy(bytes, 16);
  sha256(body).copy(bytes, 48);
  bytes.set(body, headLength);
  return bytes;
}

/** The sections, or in one phrase why they cannot be used. */
export function readSnapshotBytes(bytes: Buffer, inputs: string): { sections: Sections } | { unusable: string } {
  if (bytes.byteLength < headLength || !bytes.subarray(0, 8).equals(magic)) return { unusable: '不是完整的快照文件' };
  if (bytes.readUInt32LE(8) !== version || bytes.readUInt32LE(12) !== 0) return { unusable: '是另一版程序写的' };
  if (!bytes.subarray(48, headLength).equals(sha256(bytes.subarray(headLength)))) return { unusable: '内容已损坏' };
  if (!bytes.subarray(16, 48).equals(sha256(inputs))) return { unusable: '语料或设置已有更新' };
  const parts = unpackParts(bytes.subarray(headLength));
  const sections = Object.fromEntries(
    [...parts].map(([name]): [string, Uint8Array] => [name, partOf(parts, name, isBytes)]),
  );
  return { sections };
}

export interface OpenSnapshotOptions {
  /** Without a file everything is built in memory. */
  file?: string | undefined;
  /** Everything the sections were computed from: another text makes the snapshot stale. */
  inputs: string;
  build: () => Promise<Record<string, Uint8Array>>;
  notice?: ((text: string) => void) | undefined;
  /** What notices call the file. */
  title?: string;
}

/** The sections from the file when it is whole and current, else built anew and saved for the next time. */
export async function openSnapshot({
  file,
  inputs,
  build,
  notice,
  title = '检索快照',
}: OpenSnapshotOptions): Promise<Sections> {
  if (file === undefined) return build();
  const saved = await readSaved(file, inputs);
  if ('sections' in saved) return saved.sections;
  if (saved.unusable !== null) notice?.(`${title} ${file} ${saved.unusable}，正在重建。`);
  const sections = await build();
  await save(file, toSnapshotBytes(sections, inputs)).catch((error: Error) =>
    notice?.(`${title}无法写入 ${file}（${error.message}），本次在内存中运行，下次启动需重新计算。`),
  );
  return sections;
}

async function readSaved(file: string, inputs: string): Promise<{ sections: Sections } | { unusable: string | null }> {
  try {
    return readSnapshotBytes(alignedCopy(await readFile(file)), inputs);
  } catch (error) {
    // A first start has no snapshot, which is not worth a word.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { unusable: null };
    return { unusable: `读不出来（${(error as Error).message}）` };
  }
}

/** Small files may come out of Node's shared pool at an odd offset, on which no array of numbers can be laid. */
const alignedCopy = (bytes: Buffer): Buffer =>
  bytes.byteOffset % 8 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);

/** Written beside and then renamed, so a reader or a crash never meets half a file. */
async function save(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
