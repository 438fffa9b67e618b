import { KnowledgeError } from '../knowledge-error.ts';

/** What can be packed into one buffer and read back without copying. Text is UTF-8. */
export type Part = Uint8Array | Uint32Array | Float32Array | string;

const kinds = { u8: Uint8Array, u32: Uint32Array, f32: Float32Array } as const;
type Kind = keyof typeof kinds | 'text';

/** Views of 4-byte numbers need an aligned start; 8 leaves room for wider ones. */
const alignment = 8;
const aligned = (length: number) => Math.ceil(length / alignment) * alignment;

interface Entry {
  name: string;
  kind: Kind;
  length: number;
}

function toEntry(name: string, part: Part): { entry: Entry; bytes: Uint8Array } {
  if (typeof part === 'string') {
    const bytes = Buffer.from(part, 'utf8');
    return { entry: { name, kind: 'text', length: bytes.byteLength }, bytes };
  }
  const kind = part instanceof Float32Array ? 'f32' : part instanceof Uint32Array ? 'u32' : 'u8';
  const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  return { entry: { name, kind, length: bytes.byteLength }, bytes };
}

/**
 * Lays named parts into one buffer: the header's length (4 bytes, little endian), the header as JSON, then each part
 * on a boundary of 8 bytes. Numbers keep the machine's byte order; every machine that Node 20 runs on is little endian.
 */
export function packParts(parts: Readonly<Record<string, Part>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, part]) => toEntry(name, part));
  const header = Buffer.from(JSON.stringify(entries.map(({ entry }) => entry)), 'utf8');
  const start = aligned(4 + header.byteLength);
  const total = entries.reduce((sum, { bytes }) => sum + aligned(bytes.byteLength), start);
  const packed = new Uint8Array(total);
  new DataView(packed.buffer).setUint32(0, header.byteLength, true);
  packed.set(header, 4);
  let offset = start;
  for (const { bytes } of entries) {
    packed.set(bytes, offset);
    offset += aligned(bytes.byteLength);
  }
  return packed;
}

/** Reads what `packParts` wrote; number parts are views of `packed`, which must start on a boundary of 8 bytes. */
export function unpackParts(packed: Uint8Array): ReadonlyMap<string, Part> {
  const headerLength = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  const header = Buffer.from(packed.buffer, packed.byteOffset + 4, headerLength).toString('utf8');
  // Never shared memory: a snapshot is read into memory of its own.
  const buffer = packed.buffer as ArrayBuffer;
  const parts = new Map<string, Part>();
  let offset = packed.byteOffset + aligned(4 + headerLength);
  for (const { name, kind, length } of JSON.parse(header) as Entry[]) {
    parts.set(name, toPart(buffer, offset, length, kind));
    offset += aligned(length);
  }
  return parts;
}

function toPart(buffer: ArrayBuffer, offset: number, length: number, kind: Kind): Part {
  if (kind === 'text') return Buffer.from(buffer, offset, length).toString('utf8');
  const View = kinds[kind];
  return new View(buffer, offset, length / View.BYTES_PER_ELEMENT);
}

/** The part of that name and kind; a snapshot without it was written by other code. */
export function partOf<K extends Part>(
  parts: ReadonlyMap<string, Part>,
  name: string,
  isKind: (part: Part) => part is K,
): K {
  const part = parts.get(name);
  if (part === undefined || !isKind(part)) throw new KnowledgeError('snapshot_invalid', `快照缺少 ${name}`);
  return part;
}

export const isBytes = (part: Part): part is Uint8Array => part instanceof Uint8Array;
export const isIntegers = (part: Part): part is Uint32Array => part instanceof Uint32Array;
export const isFloats = (part: Part): part is Float32Array => part instanceof Float32Array;
export const isText = (part: Part): part is string => typeof part === 'string';
