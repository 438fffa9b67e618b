import exifreader from 'exifreader';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readPosition } from './photo-position.ts';

const plain = () => sharp({ create: { width: 32, height: 24, channels: 3, background: '#2a6' } });
const gps = (latitude: string, longitude: string, refs = ['N', 'E']) => ({
  IFD0: { Make: 'Telephone' },
  IFD3: { GPSLatitudeRef: refs[0]!, GPSLatitude: latitude, GPSLongitudeRef: refs[1]!, GPSLongitude: longitude },
});
const bufferOf = (bytes: Buffer) => new Uint8Array(bytes).buffer as ArrayBuffer;

it.each(['jpeg', 'png', 'webp'] as const)(
  'reads where a %s was taken, as an independent reader does',
  async (format) => {
    const bytes = await plain().withExif(gps('29/1 33/1 4680/100', '106/1 34/1 3000/100')).toFormat(format).toBuffer();
    const { gps: other } = exifreader.load(bytes, { expanded: true });
    const own = readPosition(bufferOf(bytes));
    expect(own?.latitude).toBeCloseTo(other!.Latitude!, 9);
    expect(own?.longitude).toBeCloseTo(other!.Longitude!, 9);
    expect(own?.latitude).toBeCloseTo(29.563, 6);
  },
);

it('knows south and west', async () => {
  const bytes = await plain()
    .withExif(gps('33/1 30/1 0/1', '70/1 15/1 0/1', ['S', 'W']))
    .jpeg()
    .toBuffer();
  expect(readPosition(bufferOf(bytes))).toEqual({ latitude: -33.5, longitude: -70.25 });
});

it.each([
  ['no metadata', () => plain().jpeg().toBuffer()],
  [
    'metadata without a place',
    () =>
      plain()
        .withExif({ IFD0: { Make: 'Telephone' } })
        .jpeg()
        .toBuffer(),
  ],
  ['a camera without a fix', () => plain().withExif(gps('0/1 0/1 0/1', '0/1 0/1 0/1')).jpeg().toBuffer()],
])('finds nothing in %s', async (_, bytes) => {
  expect(readPosition(bufferOf(await bytes()))).toBeNull();
});

it('does not fall over a file that is cut off or points out of itself', async () => {
  const bytes = await plain().withExif(gps('29/1 33/1 0/1', '106/1 34/1 0/1')).jpeg().toBuffer();
  for (let length = 0; length < bytes.length; length += 1) readPosition(bufferOf(bytes.subarray(0, length)));
  const lying = Buffer.concat([Buffer.from('Exif\0\0II*\0'), Buffer.alloc(40, 0xff)]);
  expect(readPosition(bufferOf(lying))).toBeNull();
});
