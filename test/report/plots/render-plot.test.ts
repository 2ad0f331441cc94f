import { describe, expect, it } from 'vitest';
import { drawCurves } from '../../../src/report/plots/draw-curves.js';
import { inlinePlot } from '../../../src/report/plots/inline-plot.js';
import { palette } from '../../../src/report/plots/palette.js';
import { renderPlot } from '../../../src/report/plots/render-plot.js';
import { buildForest, interval } from './build-plots.js';

const hostile = '<script>alert(1)</script> "a" {b|c} \u0000\u202e\ufffe';
const curves = drawCurves(
  [{ label: 'Best-of-N', role: 'blue', symbol: 'circle', hasBand: true, points: [1, 2, 4].map((k) => ({ k, share: interval(k / 10, 0.05) })) }],
  { name: 'curves', title: 'Curves', alt: 'a curve', caption: 'n = 9' },
);
const plot = buildForest({ tables: interval(0.02, 0.01), [hostile]: interval(-0.03, 0.02) });

describe('renderPlot', () => {
  it('gives the same text every time, and nothing that only a script would use', async () => {
    for (const each of [plot, curves]) {
      const svg = await renderPlot(each, 720);
      expect(await renderPlot(each, 720)).toBe(svg);
      expect(svg).not.toMatch(/<style|<script|ecmeta|class=|CDATA|url\(/u);
      expect(svg).toMatch(/^<svg width="720" height="[\d.]+"/u);
    }
  });

  it('escapes texts and takes out what SVG forbids', async () => {
    const svg = await renderPlot(plot, 1600);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toMatch(/[\u0000\u202e\ufffe]/u);
  });
});

describe('inlinePlot', () => {
  it('takes its colours from the page, and its width from its place', async () => {
    const { markup } = await inlinePlot({ ...plot, alt: 'better & "worse"' }, 380);
    expect(markup).toContain('var(--plot-blue)');
    for (const [light] of Object.values(palette)) expect(markup).not.toContain(light);
    expect(markup).toContain('aria-label="better &amp; &quot;worse&quot;"');
    expect(markup.slice(0, markup.indexOf('>'))).not.toMatch(/ (?:width|height)=/u);
    expect(markup).toContain(`viewBox="0 0 380 ${plot.height}"`);
  });
});
