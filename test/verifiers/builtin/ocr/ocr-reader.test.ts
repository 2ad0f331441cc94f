import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { AbortedError, ImageError } from '../../../../src/errors/index.js';
import { drawText, measureText } from '../../../../src/images/draw-text.js';
import { createMemoryImage } from '../../../../src/images/memory-image.js';
import { renderSvg } from '../../../../src/images/render-svg.js';
import { createOcrReader } from '../../../../src/verifiers/builtin/ocr/ocr-reader.js';

const labels = [
  { text: 'Tuesday', x: 30, y: 60 }, { text: '1,234.50', x: 260, y: 60 },
  { text: 'Apples', x: 30, y: 120 }, { text: '87', x: 260, y: 120 }, { text: '6', x: 330, y: 180 },
];
const SIZE = 24;

async function draw(body: string, width = 420, height = 220) {
  return createMemoryImage(await renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`), 'drawn.png');
}
const reader = createOcrReader({ workers: 2, threads: 1 });
afterAll(() => reader.close());

describe('createOcrReader', () => {
  it('reads drawn words and numbers, each with its own box and line', async () => {
    const image = await draw(labels.map(({ text, x, y }) => drawText(text, x, y, { size: SIZE })).join(''));
    const { words, width, height } = await reader.read(image, { imageIndex: 3 });
    expect([width, height]).toEqual([420, 220]);
    expect(words.map(({ text }) => text)).toEqual(labels.map(({ text }) => text));
    expect(words.map(({ line }) => line)).toEqual([0, 0, 1, 1, 2]);
    words.forEach((word, i) => {
      const label = labels[i] ?? { text: '', x: 0, y: 0 };
      expect(word.place.image).toBe(3);
      expect(word.confidence).toBeGreaterThan(0.8);
      expect(Math.abs(word.place.box.x - label.x)).toBeLessThan(6);
      expect(Math.abs(word.place.box.x + word.place.box.width - label.x - measureText(label.text, SIZE))).toBeLessThan(8);
      expect(Math.abs(word.place.box.y + word.place.box.height - label.y)).toBeLessThan(9);
    });
  });

  it('reads a vertical axis title, bottom to top', async () => {
    const title = await draw(drawText('Number of students', 60, 330, { size: 30, rotate: -90 }) + drawText('Months', 200, 350, { size: 30 }), 400, 380);
    const { words } = await reader.read(title);
    expect(words.map(({ text }) => text)).toEqual(['Number', 'of', 'students', 'Months']);
    expect(words.map(({ line }) => line)).toEqual([0, 0, 0, 1]);
  });

  it('finds single figures beside lines in a diagram', async () => {
    const image = await draw('<path d="M40 180L200 30L360 180Z" fill="none" stroke="#1f6fb4" stroke-width="2"/>'
      + drawText('8', 85, 100, { size: 22 }) + drawText('5', 300, 100, { size: 22 }) + drawText('7', 195, 206, { size: 22 }));
    const texts = (await reader.read(image)).words.map(({ text }) => text);
    expect(texts.sort()).toEqual(['5', '7', '8']);
  });

  it('reads several images at once, each with its own words', async () => {
    const numbers = ['314', '2718', '1618', '577'];
    const images = await Promise.all(numbers.map((text) => draw(drawText(text, 60, 90, { size: 40 }), 260, 140)));
    const readings = await Promise.all(images.map((image) => reader.read(image)));
    expect(readings.map(({ words }) => words.map(({ text }) => text))).toEqual(numbers.map((text) => [text]));
  });

  it('finds no words on an empty page or on a single pixel', async () => {
    expect((await reader.read(await draw(''))).words).toEqual([]);
    expect((await reader.read(await draw('', 1, 1))).words).toEqual([]);
  });

  it('raises what the worker met as the same kind of error, and goes on', async () => {
    const broken = reader.read(createMemoryImage(Buffer.from('no image'), 'broken.png'));
    await expect(broken).rejects.toBeInstanceOf(ImageError);
    await expect(broken).rejects.toThrow(/broken\.png/);
    expect((await reader.read(await draw(drawText('42', 60, 90, { size: 40 })))).words.map(({ text }) => text)).toEqual(['42']);
  });

  it('stops on a signal', async () => {
    const control = new AbortController();
    const reading = reader.read(await draw(drawText('42', 60, 90, { size: 40 })), { signal: control.signal });
    control.abort();
    await expect(reading).rejects.toBeInstanceOf(AbortedError);
  });

  it.each([['closed', 'await reader.close();'], ['left open', '']])('lets the process end when it is %s', async (_, ending) => {
    const program = `
      import { createOcrReader } from './dist/verifiers/builtin/ocr/ocr-reader.js';
      import { createMemoryImage } from './dist/images/memory-image.js';
      import { renderSvg } from './dist/images/render-svg.js';
      const reader = createOcrReader({ threads: 1 });
      const png = await renderSvg('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>');
      const { words } = await reader.read(createMemoryImage(png));
      ${ending}
      console.log('words', words.length);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { timeout: 50_000 });
    expect(stdout).toBe('words 0\n');
  });
});
