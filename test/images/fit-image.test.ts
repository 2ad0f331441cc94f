import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ImageError } from '../../src/errors/index.js';
import { fitImage } from '../../src/images/fit-image.js';

const make = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#306090' } });

describe('fitImage', () => {
  it('leaves bytes alone that a server can take', async () => {
    for (const [format, bytes] of [['png', await make(20, 10).png().toBuffer()], ['jpeg', await make(20, 10).jpeg().toBuffer()], ['webp', await make(20, 10).webp().toBuffer()]] as const) {
      const fitted = await fitImage(bytes, { ref: 'x', maxPixels: 200 });
      expect(fitted).toEqual({ bytes, mediaType: `image/${format}`, isReencoded: false });
    }
  });

  it('shrinks what is too large to at most the limit, in its shape', async () => {
    for (const [width, height, maxPixels] of [[400, 100, 10_000], [33, 77, 500], [1000, 1, 10]] as const) {
      const { bytes, isReencoded } = await fitImage(await make(width, height).png().toBuffer(), { ref: 'x', maxPixels });
      const meta = await sharp(bytes).metadata();
      expect(isReencoded).toBe(true);
      expect(meta.width * meta.height).toBeLessThanOrEqual(maxPixels);
      if (height > 1) expect(meta.width / meta.height).toBeCloseTo(width / height, 0);
    }
  });

  it('turns by EXIF, takes the first frame, and converts other formats', async () => {
    const turned = await fitImage(await make(20, 10).jpeg().withMetadata({ orientation: 6 }).toBuffer(), { ref: 'x' });
    expect(await sharp(turned.bytes).metadata()).toMatchObject({ width: 10, height: 20, format: 'jpeg' });
    const tiff = await fitImage(await make(20, 10).tiff().toBuffer(), { ref: 'x' });
    expect(tiff).toMatchObject({ mediaType: 'image/png', isReencoded: true });
  });

  it('says in one line what cannot be read', async () => {
    await expect(fitImage(Buffer.from('no image'), { ref: 'a.png' })).rejects.toThrow(/^Image `a\.png`: expected an image that can be sent to a model, but it cannot be read \(.*\)\.$/);
    await expect(fitImage(new Uint8Array(), { ref: 'a.png' })).rejects.toBeInstanceOf(ImageError);
  });
});
