import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeImage } from '../../../../src/images/decode-image.js';
import { drawText } from '../../../../src/images/draw-text.js';
import { renderSvg } from '../../../../src/images/render-svg.js';
import { cutOutGlyphs } from '../../../../src/verifiers/builtin/ocr/cut-out-glyphs.js';
import { labelComponents } from '../../../../src/verifiers/builtin/ocr/label-components.js';
import { markInk } from '../../../../src/verifiers/builtin/ocr/mark-ink.js';
import { proposeGlyphs } from '../../../../src/verifiers/builtin/ocr/propose-glyphs.js';

async function draw(body: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">${body}</svg>`;
  const { raster } = await decodeImage(await renderSvg(svg), { ref: 'drawn' });
  return { raster, marks: markInk(raster) };
}

describe('labelComponents', () => {
  it('puts every marked pixel into exactly one component of its own mark', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 60, maxLength: 60 }), (marks) => {
      const components = labelComponents(Uint8Array.from(marks), 10, 6);
      const all = components.flatMap(({ pixels }) => [...pixels]).sort((a, b) => a - b);
      expect(all).toEqual(marks.flatMap((mark, i) => (mark > 0 ? [i] : [])));
      for (const { pixels } of components) expect(new Set([...pixels].map((at) => marks[at])).size).toBe(1);
    }));
  });

  it('joins pixels that touch at a corner', () => {
    expect(labelComponents(Uint8Array.from([1, 0, 0, 1]), 2, 2)).toHaveLength(1);
  });
});

describe('proposeGlyphs', () => {
  it('finds loose figures, joins neighbours, and leaves long lines and dots alone', async () => {
    const { raster, marks } = await draw(`${drawText('7', 60, 80, { size: 30 })}${drawText('15', 180, 80, { size: 30 })}<path d="M10 120H290" stroke="black"/><circle cx="30" cy="160" r="2"/>`);
    const groups = proposeGlyphs(marks, raster.width, raster.height, []);
    expect(groups.map(({ components }) => components.length)).toEqual([1, 2]);
    expect(Math.abs((groups[1]?.box.x ?? 0) - 182)).toBeLessThan(6);
  });

  it('passes over what lies in words that are known', async () => {
    const { raster, marks } = await draw(drawText('7', 60, 80, { size: 30 }));
    expect(proposeGlyphs(marks, raster.width, raster.height, [{ x: 55, y: 55, width: 30, height: 30 }])).toEqual([]);
  });

  it('frees black print from a coloured line across it', async () => {
    const { raster, marks } = await draw(`${drawText('8', 60, 80, { size: 40 })}<path d="M10 66H290" stroke="#e02040" stroke-width="2"/>`);
    const [group] = proposeGlyphs(marks, raster.width, raster.height, []);
    expect(group).toBeDefined();
    if (!group) return;
    const cut = cutOutGlyphs(raster, marks, group, 4);
    const reddish = Array.from({ length: cut.width * cut.height }, (_, i) => (cut.data[3 * i] ?? 0) - (cut.data[3 * i + 1] ?? 0)).filter((excess) => excess > 60);
    expect(reddish).toEqual([]);
    expect(Math.min(...cut.data)).toBeLessThan(40);
  });

  it('gives up on patterns', async () => {
    const rings = Array.from({ length: 120 }, (_, i) => `<circle cx="${12 + (i % 15) * 19}" cy="${12 + Math.floor(i / 15) * 23}" r="6" fill="none" stroke="black" stroke-width="2"/>`);
    const { raster, marks } = await draw(rings.join(''));
    expect(proposeGlyphs(marks, raster.width, raster.height, [])).toEqual([]);
  });
});
