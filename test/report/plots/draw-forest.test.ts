import { describe, expect, it } from 'vitest';
import { renderPlot } from '../../../src/report/plots/render-plot.js';
import { palette } from '../../../src/report/plots/palette.js';
import { buildForest, interval } from './build-plots.js';

/** Places of the dots (not of the legend, which comes last), and the ends of the lines through them. */
function readMarks(svg: string): { dots: number[]; lines: [number, number][] } {
  const blue = palette.blue[0];
  return {
    dots: [...svg.matchAll(/<circle cx="([\d.]+)"[^>]*fill="(#\w+)"/gu)].filter(([, , fill]) => fill === blue).map(([, x]) => Number(x)).slice(0, -1),
    lines: [...svg.matchAll(/<path d="M([\d.]+) [\d.]+L([\d.]+) [\d.]+"[^>]*stroke="(#\w+)"/gu)].filter(([, , , stroke]) => stroke === blue).map(([, from, to]) => [Number(from), Number(to)]),
  };
}

describe('drawForest', () => {
  it('puts gains in their order on both sides of the middle, with intervals as long as they are', async () => {
    const { dots, lines } = readMarks(await renderPlot(buildForest({ a: interval(0.1, 0.05), b: interval(0, 0.1), c: interval(-0.1, 0.05) }), 720));
    const [a, b, c] = dots as [number, number, number];
    expect(a - b).toBeCloseTo(b - c, 0);
    expect(a).toBeGreaterThan(b);
    const lengths = lines.map(([from, to]) => to - from);
    expect(lengths[1]).toBeCloseTo(2 * (lengths[0] as number), 0);
  });

  it('ends intervals at 100 points, and leaves out what could not be measured', async () => {
    const svg = await renderPlot(buildForest({ a: interval(0.2, 8), b: interval(null) }), 720);
    const { dots, lines } = readMarks(svg);
    expect(dots).toHaveLength(1);
    const [[from, to]] = lines as [[number, number]];
    expect([from, to].every((x) => x >= 0 && x <= 720)).toBe(true);
    expect(svg).toContain('>+100</text>');
  });
});
