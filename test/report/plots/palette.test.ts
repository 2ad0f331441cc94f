import { describe, expect, it } from 'vitest';
import { listColourVariables, palette } from '../../../src/report/plots/palette.js';

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

describe('palette', () => {
  it.each(Object.entries(palette).filter(([role]) => role !== 'paper' && role !== 'line'))('keeps %s readable on light and on dark paper', (_, [light, dark]) => {
    expect(contrast(light, palette.paper[0])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, palette.paper[1])).toBeGreaterThanOrEqual(4.5);
  });

  it('has no colour twice, so that a page can tell them apart again', () => {
    const light = Object.values(palette).map(([colour]) => colour);
    expect(new Set(light).size).toBe(light.length);
    expect(listColourVariables('dark')).toContain(`--plot-blue: ${palette.blue[1]};`);
  });
});
