import { describe, expect, it } from 'vitest';
import { strokeText } from '../../../src/report/plots/stroke-text.js';

const text = (content: string): string => `<text dominant-baseline="central" text-anchor="end" style="font-size:12px" transform="translate(42 20)" fill="#566072">${content}</text>`;

describe('strokeText', () => {
  it('draws text as strokes, in its place and colour', () => {
    const svg = strokeText(text('k &lt; 5 %…'));
    expect(svg).not.toContain('<text');
    expect(svg).toContain('<g transform="translate(42 20)">');
    expect(svg).toContain('stroke="#566072"');
    expect(svg).not.toBe(strokeText(text('k &gt; 5 %…')));
  });

  it('leaves text that the font lacks to the fonts of the machine', () => {
    expect(strokeText(text('表'))).toBe(text('表'));
  });
});
