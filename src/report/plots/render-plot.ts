import { loadEcharts } from './load-echarts.js';
import type { Plot } from './plot.js';

/** Draws a plot as an SVG document on light paper. The same plot always gives the same text. */
export async function renderPlot(plot: Plot, width: number): Promise<string> {
  const init = await loadEcharts();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: plot.height });
  try {
    chart.setOption({ animation: false, ...plot.draw(width) });
    return dropInteraction(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** Takes out what only a script would use. Quotes are escaped in texts, so that no text can look like an attribute. */
function dropInteraction(svg: string): string {
  return svg
    .replace(/<style\s*>.*?<\/style>/gsu, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/gu, '')
    .replace(/\n+/gu, '\n');
}
