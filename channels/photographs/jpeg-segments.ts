export interface JpegSegments {
  /** The second byte of each marker, in order: 0xe1 is where Exif and XMP stand, 0xfe a comment. */
  markers: number[];
  /** Where the picture ends; what comes after is something else. */
  end: number;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Markers without a length: stuffing, restarts, start of image. */
const isBare = (marker: number) => marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Walks a JPEG file from segment to segment (ITU-T T.81, annex B); null when it is none or ends early. */
export function readJpegSegments(bytes: Buffer): JpegSegments | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const markers: number[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1; // fill bytes before a marker
      continue;
    }
    if (!isBare(marker)) markers.push(marker);
    if (marker === endOfImage) return { markers, end: at + 2 };
    if (isBare(marker)) at += 2;
    else {
      if (at + 3 >= bytes.length) return null;
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === startOfScan) at = endOfScan(bytes, at);
    }
  }
  return null;
}

/** Within a scan a byte 0xff is followed by 0x00 or a restart; any other marker ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0xff && !isBare(next)) return at;
  }
  return bytes.length;
}
