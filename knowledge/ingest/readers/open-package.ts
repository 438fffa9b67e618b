import { crc32, inflateRawSync } from 'node:zlib';
import { IngestError } from '../ingest-error.ts';

/** An office file is a ZIP of XML parts and media. */
export interface PackagePart {
  name: string;
  /** Declared in the directory; a bomb may lie here. */
  declaredBytes: number;
  /** Unpacks it, giving up past `mostBytes`. Throws `unpacks_too_large` or `damaged`. */
  unpack(mostBytes: number): Buffer;
}

const entrySignature = 0x02014b50;
const mostParts = 5_000;

/** CFB, the container of encrypted new and of all old office files. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The parts that the directory of a package names; nothing is unpacked yet. Throws `encrypted` or `damaged`. */
export function openPackage(bytes: Buffer): PackagePart[] {
  if (bytes.subarray(0, 8).equals(compoundFile)) throw compound(bytes);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50 || end < 0 || end + 22 > bytes.length) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) throw new IngestError('unpacks_too_large', '压缩包里的部分太多，不像正常的办公文档。');
  const parts: PackagePart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const { part, next } = readEntry(bytes, at);
    parts.push(part);
    at = next;
  }
  return parts;
}

function readEntry(bytes: Buffer, at: number): { part: PackagePart; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw damaged();
  if (bytes.readUInt16LE(at + 8) & 1) throw encrypted();
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const declaredBytes = bytes.readUInt32LE(at + 24);
  const packed = { method: bytes.readUInt16LE(at + 10), sum: bytes.readUInt32LE(at + 16), length: bytes.readUInt32LE(at + 20) };
  const local = bytes.readUInt32LE(at + 42);
  const part: PackagePart = {
    name: bytes.toString('utf8', at + 46, nameEnd),
    declaredBytes,
    unpack: (mostBytes) => unpack(packedBytes(bytes, local, packed.length), packed, mostBytes),
  };
  return { part, next: nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32) };
} // biome-ignore format: offsets read as a table

function packedBytes(bytes: Buffer, local: number, length: number): Buffer {
  if (local + 30 > bytes.length) throw damaged();
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + length > bytes.length) throw damaged();
  return bytes.subarray(start, start + length);
}

function unpack(packed: Buffer, { method, sum }: { method: number; sum: number }, mostBytes: number): Buffer {
  if (method !== 0 && method !== 8) throw damaged();
  const unpacked = method === 0 ? packed : inflated(packed, mostBytes);
  if (unpacked.length > mostBytes) throw tooLarge();
  if (crc32(unpacked) !== sum) throw damaged();
  return unpacked;
}

function inflated(packed: Buffer, mostBytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch (cause) {
    throw (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(cause) : damaged(cause);
  }
}

function compound(bytes: Buffer): IngestError {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return encrypted();
  return new IngestError('type_not_read', '其实是旧版 Office 文件；请另存为 .docx 或 .xlsx 后再导入。');
}

export const tooLarge = (cause?: unknown) =>
  new IngestError('unpacks_too_large', '解压后大得不正常，已停止读取；请另存一份，去掉多余内容后再导入。', { cause });

export const encrypted = (cause?: unknown) =>
  new IngestError('encrypted', '文件加了密码；请去掉密码后再导入。', { cause });

export const damaged = (cause?: unknown) =>
  new IngestError('damaged', '文件不完整或已损坏；请重新下载，或打开后另存一份再导入。', { cause });
