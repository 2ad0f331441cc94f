import { SafeHtml, escapeHtml } from '../../util/html.js';
import { palette } from './palette.js';
import type { Plot } from './plot.js';
import { renderPlot } from './render-plot.js';

const roleOf = new Map<string, string>(Object.entries(palette).map(([role, [light]]) => [light, role]));

/** Draws a plot for a page: as wide as its place, in colours that follow the paper, with words for those who do not see it. */
export async function inlinePlot(plot: Plot, width: number): Promise<SafeHtml> {
  const svg = await renderPlot(plot, width);
  const body = svg.slice(svg.indexOf('>') + 1)
    .replace(/ (fill|stroke)="(#[0-9a-f]{6})"/gu, (whole, name: string, hex: string) => (roleOf.has(hex) ? ` ${name}="var(--plot-${roleOf.get(hex)})"` : whole))
    .replaceAll('font-family:sans-serif', 'font-family:inherit');
  return new SafeHtml(`<svg role="img" aria-label="${escapeHtml(plot.alt)}" viewBox="0 0 ${width} ${plot.height}" xmlns="http://www.w3.org/2000/svg">${body}`);
}
