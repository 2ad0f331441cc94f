import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ImageError } from '../../src/errors/index.js';
import { decodeImage } from '../../src/images/decode-image.js';

const red = { r: 200, g: 20, b: 30 };
const plain = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: red } });

/** The colour of one pixel. */
async function pixel(encoded: Uint8Array, x: number, y: number): Promise<number[]> {
  const { raster } = await decodeImage(encoded, { ref: 'test' });
  return [...raster.data.subarray(3 * (y * raster.width + x), 3 * (y * raster.width + x) + 3)];
}

/** A PNG of white pixels of any size, one bit each, made without holding them. */
function makeBitPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(data: Buffer): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

describe('decodeImage', () => {
  it('turns images upright as EXIF says', async () => {
    const left = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'white' } })
      .composite([{ input: await plain(10, 20).png().toBuffer(), left: 0, top: 0 }])
      .jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
    const { width, height } = await decodeImage(left, { ref: 'test' });
    expect([width, height]).toEqual([20, 40]);
    expect((await pixel(left, 10, 4))[1]).toBeLessThan(60);
    expect((await pixel(left, 10, 36))[1]).toBeGreaterThan(200);
  });

  it('converts CMYK', async () => {
    const cmyk = await plain().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    const [r = 0, g = 0] = await pixel(cmyk, 5, 5);
    expect(r).toBeGreaterThan(140);
    expect(g).toBeLessThan(90);
  });

  it('converts 16 bits and one channel', async () => {
    const deep = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 128, g: 128, b: 128 } } }).toColourspace('grey16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    for (const value of await pixel(deep, 3, 3)) expect(Math.abs(value - 128)).toBeLessThanOrEqual(2);
  });

  it('lays transparency over white', async () => {
    const clear = await sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    expect(await pixel(clear, 1, 1)).toEqual([255, 255, 255]);
  });

  it('takes the first frame of an animation and says so', async () => {
    const frames = await Promise.all(['red', 'blue', 'lime'].map((background) => sharp({ create: { width: 16, height: 16, channels: 3, background } }).png().toBuffer()));
    const gif = await sharp(frames, { join: { animated: true } }).gif().toBuffer();
    const { width, height, notes } = await decodeImage(gif, { ref: 'moving.gif' });
    expect([width, height]).toEqual([16, 16]);
    expect(notes).toEqual(['moving.gif: only the first of 3 frames was read']);
    expect((await pixel(gif, 8, 8))[2]).toBeLessThan(60);
  });

  it('shrinks while decoding, and keeps the true size', async () => {
    const { width, height, raster } = await decodeImage(await plain(400, 200).png().toBuffer(), { ref: 'test', maxSide: 100 });
    expect([width, height, raster.width, raster.height]).toEqual([400, 200, 100, 50]);
    expect(raster.data.length).toBe(100 * 50 * 3);
  });

  it('refuses 100 million pixels from the header, without memory for them', async () => {
    const before = process.memoryUsage().rss;
    const huge = makeBitPng(10_000, 10_000);
    await expect(decodeImage(huge, { ref: 'huge.png' })).rejects.toThrow(/huge\.png.*at most 40000000 pixels, but it has 10000 x 10000/);
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
  });

  it.each([
    ['nothing', async () => new Uint8Array(0), /it is empty/],
    ['text', async () => Buffer.from('This is text, named .png'), /it is not one/],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), /it is svg/],
    ['a PNG cut off in its pixels', async () => (await plain(300, 300).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 5000), /truncated/],
    ['a JPEG cut off in its pixels', async () => (await plain(300, 300).jpeg().toBuffer()).subarray(0, 700), /truncated|cut off/],
    ['a PNG cut off in its header', async () => (await plain().png().toBuffer()).subarray(0, 20), /cut off/],
  ])('says in one line that %s is no image', async (_, make, message) => {
    const failure: unknown = await decodeImage(await make(), { ref: 'bad.png' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImageError);
    expect((failure as ImageError).message).toMatch(message);
    expect((failure as ImageError).message).toMatch(/^Image `bad\.png`: [^\n]*$/);
  });
});
