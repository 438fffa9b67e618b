import exifreader from 'exifreader';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleanPhotograph, maxPhotographBytes } from './clean-photograph.ts';

const plain = (width = 64, height = 48) => sharp({ create: { width, height, channels: 3, background: '#2a6' } });

/** As a telephone takes it: with its place, its time, its maker, and turned on its side. */
const fromTelephone = () =>
  plain()
    .withExif({
      IFD0: { Make: 'Telephone', Software: 'secret-software', ImageDescription: '我家楼下' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 33/1 468/10',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 34/1 300/10',
      },
    })
    .withMetadata({ orientation: 6 });

const codeOf = (bytes: Buffer) =>
  cleanPhotograph(bytes).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

describe('a photograph drawn anew', () => {
  it('stands the right way up and says nothing of where, when and by what it was taken', async () => {
    const taken = await fromTelephone().jpeg().toBuffer();
    expect(exifreader.load(taken).Make?.description).toBe('Telephone');
    const { image, preview, width, height } = await cleanPhotograph(taken);
    expect([width, height]).toEqual([48, 64]);
    for (const bytes of [image, preview]) {
      const { exif, icc, iptc, xmp, orientation } = await sharp(bytes).metadata();
      expect([exif, icc, iptc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(Object.keys(exifreader.load(bytes, { expanded: true }))).toEqual(['file']);
      expect(bytes.includes('secret-software')).toBe(false);
    }
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('comes from %s as a JPEG', async (format) => {
    const { image } = await cleanPhotograph(await plain().toFormat(format).toBuffer());
    expect((await sharp(image).metadata()).format).toBe('jpeg');
  });

  it('is at most 2048 pixels on a side, and its preview 320', async () => {
    const { image, preview } = await cleanPhotograph(await plain(4000, 3000).jpeg().toBuffer());
    const sizes = await Promise.all([image, preview].map(async (bytes) => sharp(bytes).metadata()));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [2048, 1536],
      [320, 240],
    ]);
  });
});

describe('what is no good photograph', () => {
  it('is refused when it would unfold to more points than any camera has', async () => {
    const bomb = await plain(9000, 6000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(maxPhotographBytes);
    expect(await codeOf(bomb)).toBe('photo_too_many_pixels');
  });

  it('is refused when it is larger than 10 MB', async () => {
    expect(await codeOf(Buffer.alloc(maxPhotographBytes + 1))).toBe('photo_too_large');
  });

  it('is refused when it breaks off', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
    const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#000', noise } })
      .jpeg()
      .toBuffer();
    expect(await codeOf(picture.subarray(0, picture.length / 2))).toBe('photo_unreadable');
  });

  it('is refused when only its first bytes are those of a photograph', async () => {
    expect(await codeOf(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100, 1)]))).toBe(
      'photo_unreadable',
    );
  });
});
