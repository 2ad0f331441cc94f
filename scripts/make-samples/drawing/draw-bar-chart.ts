import type { Drawing } from './drawing.js';
import type { Look } from './look.js';
import { type PlotContent, framePlot, plotSize } from './plot-frame.js';
import { rectangle, sheet, text } from './svg-elements.js';

/** Draws upright bars, with or without their values printed above them. */
export function drawBarChart(content: PlotContent, look: Look): Drawing {
  const { elements, place, band, floor } = framePlot(content, look);
  const width = Math.min(64, band * 0.6);
  const bars = content.values.flatMap((value, index) => {
    const tip = place(index, value);
    const bar = rectangle({ x: tip.x - width / 2, y: tip.y }, width, floor - tip.y, { fill: look.accent, rx: 2 });
    return content.printValues ? [bar, text({ x: tip.x, y: tip.y - 8 }, String(value), { size: 16, weight: 600, anchor: 'middle' })] : [bar];
  });
  return sheet(plotSize.width, plotSize.height - 20, look, [...elements, ...bars]);
}
