import { readJpegSegments } from './jpeg-segments.ts';
import { PhotographError } from './photograph-error.ts';

export type PhotographKind = 'jpeg' | 'png' | 'webp' | 'heif';

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');
const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'avif']);

/** What a file is by its content; its name and the type that was sent along say nothing. @throws PhotographError */
export function sniffPhotograph(bytes: Buffer): PhotographKind {
  const kind = kindOf(bytes);
  if (!kind) throw new PhotographError('photo_format_unknown');
  if (isAnimated(bytes, kind)) throw new PhotographError('photo_animated');
  const end = endOf(bytes, kind);
  if (end !== null && carriesFile(bytes.subarray(end))) throw new PhotographError('photo_carries_other_file');
  return kind;
}

function kindOf(bytes: Buffer): PhotographKind | null {
  if (bytes.length < 16) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(pngSignature)) return 'png';
  if (word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WEBP') return 'webp';
  if (word(bytes, 4) === 'ftyp' && heifBrands.has(word(bytes, 8))) return 'heif';
  return null;
}

const word = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 4);

/** Animated PNG and WebP say so in a chunk of their own before the first picture. */
function isAnimated(bytes: Buffer, kind: PhotographKind): boolean {
  if (kind === 'png') return chunksOfPng(bytes).some(({ name }) => name === 'acTL');
  return kind === 'webp' && word(bytes, 12) === 'VP8X' && (bytes[20]! & 0x02) !== 0;
}

/** Where the picture ends; null where only its reader could tell. */
function endOf(bytes: Buffer, kind: PhotographKind): number | null {
  if (kind === 'jpeg') return readJpegSegments(bytes)?.end ?? null;
  if (kind === 'png') return chunksOfPng(bytes).find(({ name }) => name === 'IEND')?.end ?? null;
  return kind === 'webp' ? 8 + bytes.readUInt32LE(4) : null;
}

function chunksOfPng(bytes: Buffer): { name: string; end: number }[] {
  const chunks = [];
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    chunks.push({ name: word(bytes, at + 4), end });
    at = end;
  }
  return chunks;
}

// Telephones hang the film of a live photograph behind the picture, which is no harm: it is drawn anew and gone.
const otherFiles = [
  'PK\x03\x04',
  '%PDF-',
  'Rar!',
  '7z\xbc\xaf',
  '\x7fELF',
  'GIF8',
  '<script',
  '<html',
  '<svg',
  '<?php',
  '<!doctype',
];

function carriesFile(rest: Buffer): boolean {
  if (rest.length === 0) return false;
  const text = rest.toString('latin1');
  const small = text.toLowerCase();
  return otherFiles.some((sign) => (sign.startsWith('<') ? small : text).includes(sign)) || text.startsWith('MZ');
}
