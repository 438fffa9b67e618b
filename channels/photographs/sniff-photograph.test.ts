import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readJpegSegments } from './jpeg-segments.ts';
import { sniffPhotograph } from './sniff-photograph.ts';

const drawn = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a6' } });
const codeOf = (bytes: Buffer) => {
  try {
    return sniffPhotograph(bytes);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('knows a photograph by its content', async () => {
  const { jpeg, png, webp, avif } = {
    jpeg: await drawn().jpeg().toBuffer(),
    png: await drawn().png().toBuffer(),
    webp: await drawn().webp().toBuffer(),
    avif: await drawn().avif().toBuffer(),
  };
  expect([jpeg, png, webp, avif].map(codeOf)).toEqual(['jpeg', 'png', 'webp', 'heif']);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.padEnd(40);
it.each([
  ['an SVG, whatever it is named', Buffer.from(svg)],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a PDF', Buffer.from('%PDF-1.7 and so on and so on')],
  ['a zip archive', Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(1000))])],
  ['nothing', Buffer.alloc(0)],
  ['three bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff])],
])('does not take %s for a photograph', (_, bytes) => {
  expect(codeOf(bytes)).toBe('photo_format_unknown');
});

it('refuses what moves', async () => {
  const frames = Buffer.concat([0, 1].map((shade) => Buffer.alloc(8 * 8 * 3, shade * 200)));
  const raw = { width: 8, height: 16, channels: 3 as const, pageHeight: 8 };
  const animated = await sharp(frames, { raw })
    .webp({ delay: [100, 100], loop: 0 })
    .toBuffer();
  const png = await drawn().png().toBuffer();
  const apng = Buffer.concat([png.subarray(0, 33), pngChunk('acTL', Buffer.alloc(8)), png.subarray(33)]);
  expect([codeOf(animated), codeOf(apng)]).toEqual(['photo_animated', 'photo_animated']);
});

function pngChunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
}

it.each([
  ['an archive', 'PK\x03\x04rest'],
  ['a script', '\n<SCRIPT>alert(1)</SCRIPT>'],
  ['a program', 'MZ\x90\x00'],
])('refuses a picture with %s hung onto it', async (_, tail) => {
  for (const picture of [drawn().jpeg(), drawn().png(), drawn().webp()])
    expect(codeOf(Buffer.concat([await picture.toBuffer(), Buffer.from(tail, 'latin1')]))).toBe(
      'photo_carries_other_file',
    );
});

it('takes a picture with the film of a live photograph behind it', async () => {
  const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(500, 7)]);
  expect(codeOf(Buffer.concat([await drawn().jpeg().toBuffer(), film]))).toBe('jpeg');
});

it('finds the end of a JPEG behind all of its scans', async () => {
  const noise = await sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ progressive: true, quality: 95 })
    .toBuffer();
  expect(readJpegSegments(noise)?.end).toBe(noise.length);
  expect(readJpegSegments(noise.subarray(0, -2))).toBeNull();
});
