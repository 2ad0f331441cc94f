import { describe, expect, it } from 'vitest';
import { ImageError } from '../../../src/errors/index.js';
import type { ImageSource } from '../../../src/images/image-source.js';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { createImageUrls } from '../../../src/models/openai/create-image-urls.js';
import { tinyPng } from '../../helpers/tiny-png.js';

/** An image that counts how often its bytes are read to be encoded. */
function countingImage(shade: number): ImageSource & { reads: number } {
  const image = createMemoryImage(tinyPng(shade), `shade ${shade}`);
  return { ...image, reads: 0, bytes() { this.reads++; return image.bytes(); } };
}
const urlOf = (shade: number): string => `data:image/png;base64,${Buffer.from(tinyPng(shade)).toString('base64')}`;

describe('createImageUrls', () => {
  it('encodes an image once for as long as it is held, whatever else is encoded meanwhile', async () => {
    const toUrl = createImageUrls({ maxChars: 0 });
    const image = countingImage(1);
    expect(await Promise.all([toUrl(image), toUrl(image)])).toEqual([urlOf(1), urlOf(1)]);
    for (const shade of [2, 3, 4]) await toUrl(countingImage(shade));
    expect(await toUrl(image)).toBe(urlOf(1));
    expect(image.reads).toBe(1);
  });

  it('shares the URL of equal content between images, until the least recently used has to go', async () => {
    const toUrl = createImageUrls({ maxChars: 2 * urlOf(1).length + 20 });
    const ask = async (shade: number): Promise<number> => {
      const image = countingImage(shade);
      expect(await toUrl(image)).toBe(urlOf(shade));
      return image.reads;
    };
    expect([await ask(1), await ask(2), await ask(1)]).toEqual([1, 1, 0]);
    expect([await ask(3), await ask(1), await ask(2)]).toEqual([1, 0, 1]);
  });

  it('does not keep a failure', async () => {
    const toUrl = createImageUrls();
    let isThere = false;
    const image: ImageSource = { ref: 'late', sha256: async () => 'late', bytes: async () => (isThere ? tinyPng(5) : Promise.reject(new ImageError('Not there.'))) };
    await expect(toUrl(image)).rejects.toThrow('Not there');
    isThere = true;
    expect(await toUrl(image)).toBe(urlOf(5));
  });
});
