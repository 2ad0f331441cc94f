import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { type PlotContent, framePlot, plotSize } from './plot-frame.js';
import { circle, element, rectangle, sheet, text } from './svg-elements.js';

/** Draws a line with a dot at each value, with or without the values printed above the dots. */
export function drawLineChart(content: PlotContent, look: Look): Drawing {
  const { elements, place } = framePlot(content, look);
  const dots = content.values.map((value, index) => place(index, value));
  const path = element('polyline', {
    points: dots.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' '),
    fill: 'none', stroke: look.accent, 'stroke-width': 3, 'stroke-linejoin': 'round',
  });
  const marks = dots.map((dot) => circle(dot, 5.5, { fill: look.paper, stroke: look.accent, 'stroke-width': 3 }));
  const values = dots.flatMap((dot, index) => {
    if (!content.printValues) return [];
    const value = String(content.values[index] ?? '');
    const [above, half] = [{ x: dot.x, y: dot.y - 15 }, value.length * 5 + 4];
    return [
      rectangle({ x: above.x - half, y: above.y - 15 }, 2 * half, 19, { fill: look.paper }),
      text(above, value, { size: 16, weight: 600, anchor: 'middle' }),
    ];
  });
  return sheet(plotSize.width, plotSize.height - 20, look, [...elements, path, ...values, ...marks]);
}
