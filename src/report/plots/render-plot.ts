import { loadEcharts } from './load-echarts.js';
import type { Plot } from './plot.js';

/** Draws a plot as an SVG document on light paper. The same plot always gives the same text. */
export async function renderPlot(plot: Plot, width: number): Promise<string> {
  const init = await loadEcharts();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: plot.height });
  try {
    chart.setOption({ animation: false, ...plot.draw(width) });
    return keepDrawing(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/**
 * Takes out what only a script would use, clips (nothing of ours lies outside) whose ids would change from drawing to drawing, and
 * what no reader of SVG takes. Quotes are escaped in texts, so that no text can look like an attribute.
 */
function keepDrawing(svg: string): string {
  return svg
    .replace(/<(style|defs)\s*>.*?<\/\1>/gsu, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events|clip-path)="[^"]*"/gu, '')
    .replace(/\n+/gu, '\n')
    // What XML forbids would make the whole file unreadable.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
}
