/** Degrees, north and east positive. */
export interface Position {
  latitude: number;
  longitude: number;
}

const gpsPointer = 0x8825;
const tags = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 };
const rational = 5;

/** Where a photograph was taken, when its file says so (Exif 2.32, 4.6.6); null otherwise. Nothing else is read. */
export function readPosition(file: ArrayBuffer): Position | null {
  const view = new DataView(file);
  try {
    for (let at = findTiff(view, 0); at !== -1; at = findTiff(view, at + 8)) {
      const position = positionIn(view, at);
      if (position) return position;
    }
  } catch {
    return null; // A directory that points out of the file: broken, or made to confuse.
  }
  return null;
}

// Before the position come a header and perhaps a small picture; further on are only the pixels.
const searchedBytes = 512 * 1024;

/** The block is named in JPEG and HEIF (`Exif`), PNG (`eXIf`) and WebP (`EXIF`); its own header follows within a few bytes. */
function findTiff(view: DataView, from: number): number {
  const end = Math.min(view.byteLength, searchedBytes) - 16;
  for (let at = from; at < end; at += 1) {
    if ((view.getUint8(at) | 0x20) !== 0x65 || !/^exif$/i.test(word(view, at))) continue;
    for (let header = at + 4; header <= at + 14; header += 1)
      if (word(view, header) === 'II*\0' || word(view, header) === 'MM\0*') return header;
  }
  return -1;
}

const word = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));

interface Entry {
  type: number;
  /** Where its value, or the offset of its value, stands. */
  at: number;
}

function positionIn(view: DataView, tiff: number): Position | null {
  const little = view.getUint8(tiff) === 0x49;
  const long = (at: number) => view.getUint32(at, little);
  const entriesAt = (directory: number) => {
    const count = view.getUint16(directory, little);
    return new Map<number, Entry>(
      Array.from({ length: count }, (_, index) => {
        const at = directory + 2 + 12 * index;
        return [view.getUint16(at, little), { type: view.getUint16(at + 2, little), at: at + 8 }];
      }),
    );
  };
  const pointer = entriesAt(tiff + long(tiff + 4)).get(gpsPointer);
  if (!pointer) return null;
  const gps = entriesAt(tiff + long(pointer.at));
  const degrees = (value: number, reference: number, negative: string) => {
    const entry = gps.get(value);
    const side = gps.get(reference);
    if (entry?.type !== rational || !side) return Number.NaN;
    const at = tiff + long(entry.at);
    const [whole = Number.NaN, minutes = 0, seconds = 0] = [0, 8, 16].map((part) => {
      const below = long(at + part + 4);
      return below === 0 ? 0 : long(at + part) / below;
    });
    const sign = String.fromCharCode(view.getUint8(side.at)) === negative ? -1 : 1;
    return sign * (whole + minutes / 60 + seconds / 3600);
  };
  return plausible({
    latitude: degrees(tags.latitude, tags.latitudeRef, 'S'),
    longitude: degrees(tags.longitude, tags.longitudeRef, 'W'),
  });
}

/** Cameras without a fix write zeros. */
function plausible({ latitude, longitude }: Position): Position | null {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : null;
}
