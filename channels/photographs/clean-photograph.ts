import sharp, { type Sharp } from 'sharp';
import { readJpegSegments } from './jpeg-segments.ts';
import { PhotographError } from './photograph-error.ts';
import { sniffPhotograph } from './sniff-photograph.ts';

export interface CleanPhotograph {
  /** JPEG without any metadata. */
  image: Buffer;
  preview: Buffer;
  /** Of `image`, in pixels. */
  width: number;
  height: number;
}

export const maxPhotographBytes = 10 * 1024 * 1024;
// A telephone's best picture has 50 million points at most; a bomb of a few kilobytes may unfold to billions.
const maxPixels = 50_000_000;
const longestSide = 2048;
const longestPreviewSide = 320;
const timeoutSeconds = 20;

/**
 * Draws a photograph anew: right way up, no larger than it needs to be, and without where, when and by which device it was
 * taken. Only what was drawn here is ever kept or shown. @throws PhotographError
 */
export async function cleanPhotograph(bytes: Buffer): Promise<CleanPhotograph> {
  if (bytes.length > maxPhotographBytes) throw new PhotographError('photo_too_large');
  const kind = sniffPhotograph(bytes);
  try {
    const source = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true });
    const { format, pages = 1 } = await source.metadata();
    if (format !== kind) throw new PhotographError('photo_format_unknown');
    if (pages > 1 && kind !== 'heif') throw new PhotographError('photo_animated');
    const { data: image, info } = await drawn(source, longestSide);
    const { data: preview } = await drawn(sharp(image), longestPreviewSide);
    expectNothingLeft(image);
    expectNothingLeft(preview);
    return { image, preview, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof PhotographError) throw error;
    const isTooMuch = /pixel limit/iu.test((error as Error).message);
    throw new PhotographError(isTooMuch ? 'photo_too_many_pixels' : 'photo_unreadable', { cause: error });
  }
}

function drawn(source: Sharp, side: number) {
  return source
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .timeout({ seconds: timeoutSeconds })
    .toBuffer({ resolveWithObject: true });
}

/** JFIF's header, tables, frame, scan, end: whatever else a JPEG may hold is about the photograph and not in it. */
const needed = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda, 0xd9]);

function expectNothingLeft(jpeg: Buffer): void {
  const segments = readJpegSegments(jpeg);
  const isClean = segments?.end === jpeg.length && segments.markers.every((marker) => needed.has(marker));
  if (!isClean) throw new Error('the photograph drawn anew still carries something');
}
